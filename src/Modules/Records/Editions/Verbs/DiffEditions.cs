using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions.Verbs;

/// <summary><c>edition diff A B</c>: counts of what differs, and with <c>--out</c> the workbook of all of it.</summary>
internal sealed class DiffEditions
{
    private readonly Argument<long> _before = new("before") { Description = "版次号或编号，0 为今天 / number or id of an edition, 0 for today" };
    private readonly Argument<long> _after = new("after") { Description = "同上 / likewise" };
    private readonly Option<FileInfo?> _out = new("--out") { Description = "全部变化写到这个 .xlsx / write all changes to this .xlsx" };

    public Command Build(VerbHost host)
    {
        var command = new Command("diff", "两版对比，或者一版与今天对比 / compare two editions, or one with today") { _before, _after, _out };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_before) == 0 && parsed.GetValue(_after) == 0) parsed.AddError("至少写一个版次 / name one edition at least");
        });
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var (services, t, target) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<Translator>(), parsed.GetValue(_out));
        var find = services.GetRequiredService<FindNamed>();
        var (one, other) = (await find.Run(parsed.GetValue(_before), cancel), await find.Run(parsed.GetValue(_after), cancel));
        if (!one.Ok || !other.Ok) return host.Refuse(parsed, [.. one.Faults.Concat(other.Faults).Distinct()], t);
        // Today is always the later side.
        var (before, after) = one.Value == 0 ? (other.Value, 0) : (one.Value, other.Value);
        var compared = target is null ? await Count(services, before, after, cancel) : await Write(services, before, after, target, cancel);
        if (!compared.TryGet(out var counts)) return host.Refuse(parsed, compared.Faults, t);
        return host.Answer(parsed, new DiffAnswer(counts.Total, counts.Lists, counts.Units, target?.FullName, target?.Length), (answer, output) => Print(answer, output, t));
    }

    private static async Task<Result<ComparisonCounts>> Count(IServiceProvider services, long before, long after, CancellationToken cancel)
    {
        var shown = await services.GetRequiredService<ShowComparison>().Run(before, after, new ComparisonFilter(), 1, AtTheMachine.Actor, cancel);
        return shown.TryGet(out var view) ? view.Counts : shown.As<ComparisonCounts>();
    }

    private static async Task<Result<ComparisonCounts>> Write(IServiceProvider services, long before, long after, FileInfo target, CancellationToken cancel)
    {
        Result<ComparisonCounts> counts = EditionFaults.NotFound;
        var written = await VerbFile.Write(target, async stream => (counts = await services.GetRequiredService<WriteComparison>().Run(before, after, new ComparisonFilter(), stream, AtTheMachine.Actor, cancel)).Ok ? new Done() : counts.As<Done>());
        return written.Ok ? counts : written.As<ComparisonCounts>();
    }

    private static void Print(DiffAnswer answer, TextWriter output, Translator t)
    {
        foreach (var list in answer.Lists) output.WriteLine(t["{0}：新增 {1}，移出 {2}，变更 {3}", list.Title, list.Added, list.Removed, list.Altered]);
        foreach (var unit in answer.Units) output.WriteLine(t["  {0}：新增 {1}，移出 {2}，变更 {3}", unit.Unit, unit.Added, unit.Removed, unit.Altered]);
        if (answer.File is { } file) output.WriteLine(t["已写入 {0}（{1} 字节）。", file, answer.Bytes]);
    }
}

/// <summary>What <c>edition diff --json</c> prints; file and bytes only when one was written.</summary>
internal sealed record DiffAnswer(long Total, IReadOnlyList<ListDifference> Lists, IReadOnlyList<UnitDifference> Units, string? File, long? Bytes);
