using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Api;
using Qingdan.Records.Rounds.Board;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary><c>round list</c> and <c>round board</c>; as JSON they are what the API answers.</summary>
internal static class RoundLooks
{
    public static Command List(VerbHost host)
    {
        var command = new Command("list", "各次集中梳理，新的在前 / the rounds, the newest first");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            var rows = await scope.ServiceProvider.GetRequiredService<ListRounds>().After(0, RoundApi.Most, AtTheMachine.Actor, cancel);
            return host.Answer(parsed, new RoundsAnswer([.. rows.Select(RoundLine.Of)], null), (a, output) =>
            {
                foreach (var row in a.Items) output.WriteLine($"{row.Round.Id}  {row.Round.Title}　{row.Round.NoticeNumber}　{t[row.Round.State.Text()]}　{t["{0} 截止", Shown.Day(row.Round.DueOn)]}　{t["应报 {0}，已报 {1}，通过 {2}", row.Expected, row.HandedIn, row.Accepted]}");
            });
        });
        return command;
    }

    public static Command Board(VerbHost host)
    {
        var round = RoundVerb.Round();
        var command = new Command("board", "看板：各单位报到哪一步，在谁手里 / the board: where each unit stands and who holds it") { round };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            if (await scope.ServiceProvider.GetRequiredService<ReadBoard>().Run(parsed.GetValue(round), new BoardFilter(), AtTheMachine.Actor, cancel) is not { } view) return host.Refuse(parsed, [RoundFaults.NotFound], t);
            return host.Answer(parsed, BoardAnswer.Of(view, t), (a, output) => Print(view, a, output, t));
        });
        return command;
    }

    private static void Print(BoardView view, BoardAnswer a, TextWriter output, Translator t)
    {
        var c = a.Reports;
        output.WriteLine($"{a.Round.Title}　{a.Round.NoticeNumber}　{t[a.Round.State.Text()]}　{t["{0} 截止", Shown.Day(a.Round.DueOn)]}");
        output.WriteLine(t["应报 {0}，已报 {1}，未报 {2}，已退回 {3}，已通过 {4}", c.Expected, c.HandedIn, c.Missing, c.Returned, c.Accepted]);
        foreach (var row in a.Rows)
        {
            var states = string.Join("  ", row.Reports.Select(r => $"{t[view.Tables.First(x => x.Key == r.Table).Name]} {t[r.State.Text()]}"));
            output.WriteLine($"{row.Unit}　{states}{(row.HeldDays is { } days ? $"　{row.Holder ?? t["联络员 未指定"]} {t["{0} 个工作日", days]}" : "")}");
        }
    }
}
