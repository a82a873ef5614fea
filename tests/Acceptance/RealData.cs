using System.Text.Json;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Acceptance;

/// <summary>Files as cities and counties published them, which are no part of the project: they stand beside the checkout. Without them a test says so.</summary>
internal sealed class RealData : IAsyncDisposable
{
    private readonly TestServices _services;

    private RealData(TestServices services) => _services = services;

    public TestServices Services => _services;

    /// <summary>A fresh store, for real files.</summary>
    public static async Task<RealData> Start(Engine engine)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"{Folder} is not there: nothing was tried on real files.");
        return new RealData(await TestServices.Create(engine));
    }

    /// <summary>A file of the real inputs.</summary>
    public static string File(string path) => Path.Combine([Folder, .. path.Split('/')]);

    /// <summary>All files of a folder of the real inputs, by name.</summary>
    public static string[] Files(string folder, string pattern) => [.. Directory.GetFiles(File(folder), pattern).Order(StringComparer.Ordinal)];

    /// <summary>Runs a verb as a person at the command line does; its answer as JSON.</summary>
    public async Task<JsonElement> Run(params string[] args)
    {
        var (exit, output, error) = await VerbRun.Run(_services, [.. args, "--json"]);
        Assert.True(exit == ExitCode.Done || output.StartsWith('{'), error);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>Imports one file into the published catalogue.</summary>
    public async Task<JsonElement> Import(string file, params string[] more) => (await Run(["import", file, .. more])).GetProperty("imports")[0];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Folder { get; } = Path.GetFullPath(Checkout.Path("..", "shared", "data"));
}
