using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Time;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Terms;

namespace Qingdan.Standards.Verbs;

/// <summary><c>deadline</c>: the date a term ends, the law it follows from and how it was counted.</summary>
internal sealed class DeadlineVerb : IVerb
{
    public Command Build(VerbHost host)
    {
        var profile = new Option<string>("--profile") { Description = "规则口径；不写则各部法规都算 / rule profile, all when left out: national-2025, shanghai-2021" };
        var timer = new Option<string[]>("--timer") { Description = "期限，可写几个，取最早的日期 / terms, of several the earliest date counts: T1 … T9", Required = true, AllowMultipleArgumentsPerToken = true };
        var kind = new Option<string>("--kind") { Description = "单位类别，只算适用于它的法规 / kind of organization, only laws that apply to it count: CityDepartment, 公共企事业单位 …" };
        var from = new Option<DateOnly>("--from") { Description = "起因之日 / day of the event, yyyy-MM-dd", Required = true, CustomParser = Day };
        var extended = new Option<bool>("--extended") { Description = "加上全部延长 / add the full extension" };
        var command = new Command("deadline", "计算期限 / compute a deadline") { profile, timer, kind, from, extended };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var scope = await host.Open(parsed, cancel);
            var t = scope.ServiceProvider.GetRequiredService<Translator>();
            var asked = new DeadlineQuestion(parsed.GetValue(timer)!, parsed.GetValue(from), parsed.GetValue(extended), parsed.GetValue(profile), parsed.GetValue(kind));
            var deadline = await scope.ServiceProvider.GetRequiredService<Deadlines>().Of(asked, cancel);
            return deadline.TryGet(out var found)
                ? host.Answer(parsed, DeadlineAnswer.Of(found, t), (answer, output) => Print(answer, found.Decisive.Timer.Anchor, output, t))
                : host.Refuse(parsed, deadline.Faults, t);
        });
        return command;
    }

    private static void Print(DeadlineAnswer answer, Anchor anchor, TextWriter output, Translator t)
    {
        output.WriteLine($"{answer.Date:yyyy-MM-dd}{(answer.Provisional ? t["（暂计，该年放假通知尚未录入）"] : "")}");
        output.WriteLine(t["{0}，{1}：{2} → {3}", anchor.ToString(), answer.Timer, answer.Event, answer.Duty]);
        output.WriteLine(answer.How);
        foreach (var day in answer.Days)
            output.WriteLine($"  {day.Date:yyyy-MM-dd} {t[Weekdays.Of(day.Date)]}  {(day.Number is { } number ? number.ToString(CultureInfo.InvariantCulture).PadLeft(3) : "  -")}  {t[day.Holiday ?? ""]}{(day.Kind == DayKind.MakeUp ? t["补班"] : "")}");
        if (answer.Others.Count > 0) output.WriteLine(answer.Why);
        foreach (var other in answer.Others) output.WriteLine($"  {other.Date:yyyy-MM-dd} {other.Timer} {new Anchor(other.Law, other.Article, other.Paragraph)}");
        foreach (var reason in answer.LeftOut) output.WriteLine(reason);
        foreach (var note in answer.Notes) output.WriteLine(t["注（{0}）：{1}", note.Certainty.Name(), note.Text]);
    }

    private static DateOnly Day(ArgumentResult argument)
    {
        if (TypedDay.Read(argument.Tokens.Single().Value) is { } day) return day;
        argument.AddError("日期应写成 yyyy-MM-dd / the date is written yyyy-MM-dd");
        return default;
    }
}
