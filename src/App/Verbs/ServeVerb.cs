using System.CommandLine;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.App.Verbs;

/// <summary><c>serve</c>: migrates, fills an empty store if asked, then answers HTTP until stopped.</summary>
internal sealed class ServeVerb(Func<ParseResult, StoreOptions> store) : IVerb
{
    public Command Build(VerbHost host)
    {
        var urls = new Option<string>("--urls") { Description = "监听地址 / address to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var first = new Option<string?>("--first-start") { Description = "空库时：demo 载入示例市，empty 只建一个管理员 / an empty store gets the demo city, or one administrator" };
        first.AcceptOnlyFromAmong("demo", "empty");
        var command = new Command("serve", "启动服务 / start the server") { urls, first };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = WebHost.Build([], store(parsed), parsed.GetValue(urls)!);
            await app.Migrate(cancel);
            await Prepare(app.Services, parsed.GetValue(first), parsed.InvocationConfiguration.Output, cancel);
            await app.StartAsync(cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"清单 Qingdan: {string.Join(' ', app.Urls)}");
            await app.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Prepare(IServiceProvider services, string? first, TextWriter output, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<JobRunner>().ReleaseInterrupted(cancel);
        if (first is not null && await FirstStart.IsEmpty(scope.ServiceProvider, cancel))
        {
            if (first == "demo") await FirstStart.Demo(services, output, cancel);
            else await FirstStart.Administrator(scope.ServiceProvider, output, cancel);
        }
        foreach (var part in scope.ServiceProvider.GetServices<IDemoPart>()) await part.Greet(output, cancel);
    }
}
