using System.Text.Json;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

/// <summary><c>export</c> on the demo city.</summary>
public sealed class ExportVerbTests
{
    [Theory, Engines]
    public async Task Every_list_is_written_in_every_format_whole_and_of_one_unit(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        foreach (var list in new[] { "catalog", "demand", "responsibility", "negative" })
        {
            var whole = await Export(services, list, "json");
            Assert.NotEmpty(JsonDocument.Parse(File.ReadAllText(whole)).RootElement.EnumerateArray());
            Assert.Equal("PK", File.ReadAllText(await Export(services, list, "xlsx", "--print"))[..2]);
            Assert.True(new FileInfo(await Export(services, list, "csv", "--unit", "市民政局")).Length < new FileInfo(await Export(services, list, "csv")).Length, list);
        }
        Assert.Empty(Directory.GetFiles(services.Options.DataFolder, "*.part"));
    }

    [Theory]
    [InlineData("export.list.unknown", "lists", "x.csv")]
    [InlineData("export.folder.missing", "catalog", "none/x.csv")]
    [InlineData("export.unit.unknown", "catalog", "x.csv", "--unit", "没有的局")]
    public async Task What_cannot_be_written_is_refused_with_a_sentence(string code, string list, string file, params string[] more)
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        var (exit, _, error) = await VerbRun.Run(services, ["export", list, "--out", Path.Combine(services.Options.DataFolder, file), .. more]);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.StartsWith(code, error, StringComparison.Ordinal);
    }

    private static async Task<string> Export(TestServices services, string list, string format, params string[] more)
    {
        var file = Path.Combine(services.Options.DataFolder, $"{list}{more.Length}.{format}");
        var (exit, output, error) = await VerbRun.Run(services, ["export", list, "--format", format, "--out", file, "--json", .. more]);
        Assert.True(exit == ExitCode.Done, error);
        Assert.Equal(["list", "file", "bytes"], JsonDocument.Parse(output).RootElement.EnumerateObject().Select(p => p.Name));
        return file;
    }
}
