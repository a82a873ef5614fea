using System.CommandLine;
using Qingdan.Platform.CommandLine;

namespace Qingdan.App.Verbs;

/// <summary><c>migrate</c>: brings the schema up to date and ends. Every other verb does so too before its work.</summary>
internal sealed class MigrateVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var command = new Command("migrate", "升级数据库结构 / bring the schema up to date");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            return host.Answer(parsed, new { UpToDate = true }, (_, output) => output.WriteLine("数据库结构已是最新 / the schema is up to date"));
        });
        return command;
    }
}
