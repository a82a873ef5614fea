using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Architecture;

/// <summary>Files stay readable: about 60 lines, seldom 150, never over 300.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_file_is_over_300_lines()
    {
        var files = Sources().ToArray();
        Assert.True(files.Length > 100, $"Found only {files.Length} files.");
        var tooLong = files.Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 300).Select(f => $"{f.File}: {f.Lines}").ToArray();
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    private static IEnumerable<string> Sources() =>
        from folder in new[] { "src", "tests", "benchmarks" }
        from file in Directory.EnumerateFiles(Checkout.Path(folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" or ".sql"
        where !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("wwwroot/lib", StringComparison.Ordinal)
        select file;
}
