using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qingdan.App;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>From nothing to the first answered page, each in a process of its own, beside an empty ASP.NET Core app.</summary>
internal static class StartBench
{
    private const string Answered = "answered";

    /// <summary>What the child processes run: <c>start-empty</c> or <c>start-qingdan FOLDER</c>.</summary>
    public static async Task Child(string[] args)
    {
        await using var app = args[0] == "start-empty" ? Empty() : WebHost.Build([], new StoreOptions(args[1]), "http://127.0.0.1:0");
        if (args[0] != "start-empty") await app.Migrate(default);
        await app.StartAsync();
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(new Uri(app.Urls.First()), args[0] == "start-empty" ? "/" : "/sign-in"))).EnsureSuccessStatusCode();
        Console.WriteLine(Answered);
        await app.WaitForShutdownAsync();
    }

    public static async Task<Ratio> Run(int pairs)
    {
        await using var services = await TestServices.Create(Engine.Sqlite);
        return await Ratio.Measure("start to the first answered page, against an empty ASP.NET Core app", "Sqlite", pairs, null,
            thing: () => Process("start-qingdan", services.Options.DataFolder), floor: () => Process("start-empty"));
    }

    private static WebApplication Empty()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => "ok");
        return app;
    }

    private static async Task Process(params string[] args)
    {
        using var process = Itself.Start(args);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line == Answered)
            {
                process.Kill();
                return;
            }
        throw new InvalidOperationException($"{args[0]} ended without an answer.");
    }
}
