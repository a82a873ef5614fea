using System.CommandLine;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;

namespace Qingdan.App.Verbs;

/// <summary><c>doctor</c>: lets every part of the program look at itself; ends with 1 when somebody should act.</summary>
internal sealed class DoctorVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var command = new Command("doctor", "检查数据和运行状况 / check data and running");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            var reports = new List<Report>();
            foreach (var checkup in scope.ServiceProvider.GetServices<ICheckup>())
                if (await checkup.Look(cancel) is var seen) reports.Add(new Report(t[seen.Name], seen.Well, t[seen.Finding, seen.Args]));
            host.Answer(parsed, new { Well = reports.TrueForAll(r => r.Well), Checkups = reports }, (_, writer) =>
            {
                foreach (var report in reports) writer.WriteLine($"{(report.Well ? "正常 ok  " : "注意 look")} {report.Name}: {report.Finding}");
            });
            return reports.TrueForAll(r => r.Well) ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private sealed record Report(string Name, bool Well, string Finding);
}
