using System.CommandLine;
using Qingdan.Platform.CommandLine;

namespace Qingdan.App.Verbs;

/// <summary><c>demo</c>: loads the demo city into an empty store; refuses to touch one in use.</summary>
internal sealed class DemoVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var command = new Command("demo", "在空库中载入示例市 / load the demo city into an empty store");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            if (!await FirstStart.IsEmpty(scope.ServiceProvider, cancel))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("demo.not-empty: 数据库里已有数据，示例市只能载入空库 / the store is not empty, the demo city goes only into an empty one");
                return ExitCode.Refused;
            }
            await FirstStart.Demo(scope.ServiceProvider, parsed.InvocationConfiguration.Output, cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
