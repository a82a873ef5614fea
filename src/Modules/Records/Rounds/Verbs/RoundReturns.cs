using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Records.Rounds.Api;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary>
/// <c>round return FILE…</c>: takes workbooks that came back, compares them, and with <c>--take</c> takes the rows without faults over. A workbook of ours knows its report;
/// another is found by its name in the round that is named, or is told whose it is. Exit code 1 when a file is refused, cannot be compared, or has faults.
/// </summary>
internal sealed class RoundReturns
{
    private readonly Argument<FileInfo[]> _files = new("file") { Description = "交回的工作簿，或装着它们的 zip / workbooks that came back, or a zip of them", Arity = ArgumentArity.OneOrMore };
    private readonly Option<long?> _round = new("--round") { Description = "不是系统发出的工作簿：属于哪一次 / for workbooks that are not ours: the round they belong to" };
    private readonly Option<string?> _unit = new("--unit") { Description = "同上：是哪个单位的 / likewise: the unit, by name, short name or code" };
    private readonly Option<string?> _table = new("--table") { Description = "同上：是哪张表 / likewise: the table, by its name" };
    private readonly Option<bool> _take = new("--take") { Description = "接收没有问题的行 / take the rows without faults over" };
    private readonly Option<FileInfo?> _receipt = new("--receipt") { Description = "原样回执写到这个 .xlsx，一次一个工作簿 / write the marked workbook here; one workbook at a time" };

    public Command Build(VerbHost host)
    {
        _files.AcceptExistingOnly();
        var command = new Command("return", "收下交回的工作簿并比对 / take workbooks that came back and compare them") { _files, _round, _unit, _table, _take, _receipt };
        command.Validators.Add(parsed =>
        {
            var named = parsed.GetResult(_unit) is not null;
            if (named != parsed.GetResult(_table) is not null || (named && parsed.GetResult(_round) is null)) parsed.AddError("--unit、--table 和 --round 要一起给出 / --unit, --table and --round go together");
            var files = parsed.GetResult(_files)?.Tokens ?? [];
            if ((named || parsed.GetResult(_receipt) is not null) && (files.Count != 1 || IsZip(files[0].Value))) parsed.AddError("--receipt、--unit 一次只用于一个工作簿 / --receipt and --unit take one workbook at a time");
        });
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var work = new VerbWork(scope.ServiceProvider, cancel);
        var (answers, faults) = (new List<ReturnAnswer>(), new List<ReturnRefusal>());
        void Refuse(string file, IEnumerable<Fault> why) => faults.AddRange(why.Select(f => new ReturnRefusal(file, f.Code, f.Field, t[f])));
        foreach (var file in parsed.GetValue(_files)!)
            foreach (var row in await Receive(parsed, work, file))
            {
                if (row.Refusal is { } refusal) Refuse(row.File, [refusal]);
                else answers.Add(await Finish(parsed, work, row, why => Refuse(row.File, why), t));
            }
        host.Answer(parsed, new ReturnsAnswer(answers, faults.Count > 0 ? faults : null), (a, output) => a.Print(output, scope.ServiceProvider.GetRequiredService<ReportTables>(), t));
        foreach (var fault in faults) await parsed.InvocationConfiguration.Error.WriteLineAsync($"{fault.File}: {fault.Code}: {fault.Message}");
        return faults.Count == 0 && answers.TrueForAll(a => a is { State: ReturnState.Compared or ReturnState.Taken, Figures.Faulty: 0 }) ? ExitCode.Done : ExitCode.Refused;
    }

    private async Task<IReadOnlyList<CollectedRow>> Receive(ParseResult parsed, VerbWork work, FileInfo file)
    {
        var (round, unit) = (parsed.GetValue(_round), parsed.GetValue(_unit));
        if (unit is null)
        {
            var collected = await work.Step<CollectReturns, Result<IReadOnlyList<CollectedRow>>>((collect, cancel) => collect.Run(round, [(file.Name, file.OpenRead)], AtTheMachine.Actor, cancel));
            return collected.TryGet(out var rows) ? rows : [new(file.Name, 0, "", collected.Faults[0])];
        }
        var found = await work.Step<FindReports, Result<IReadOnlyList<NamedReport>>>((find, cancel) => find.Run(round!.Value, unit, parsed.GetValue(_table), cancel));
        if (!found.TryGet(out var reports)) return [.. found.Faults.Select(f => new CollectedRow(file.Name, 0, "", f))];
        await using var content = file.OpenRead();
        var received = await work.Step<ReceiveReturn, Result<long>>((receive, cancel) => receive.Run(reports[0].Id, 0, file.Name, content, AtTheMachine.Actor, cancel));
        return received.TryGet(out var id) ? [new(file.Name, id, unit, null)] : [.. received.Faults.Select(f => new CollectedRow(file.Name, 0, unit, f))];
    }

    // Compared, taken over if asked, its receipt written if asked.
    private async Task<ReturnAnswer> Finish(ParseResult parsed, VerbWork work, CollectedRow row, Action<IReadOnlyList<Fault>> refuse, Translator t)
    {
        Task<ReceiptView> Look() => work.Step<ShowReceipt, ReceiptView>(async (show, cancel) => (await show.After(row.ReturnId, "bad", 0, RoundApi.Most, AtTheMachine.Actor, cancel))!);
        var view = await work.Follow(Look, v => v.Return.State == ReturnState.Reading, _ => { });
        if (view.Return.State != ReturnState.Compared) return ReturnAnswer.Of(view, RoundApi.Most, t);
        if (parsed.GetValue(_receipt) is { } receipt)
        {
            var written = await work.Step<WriteReceipt, Result<Done>>((write, cancel) => Receipt(write, row.ReturnId, receipt, cancel));
            if (!written.Ok) refuse(written.Faults);
        }
        if (!parsed.GetValue(_take)) return ReturnAnswer.Of(view, RoundApi.Most, t);
        var taken = await work.Step<TakeReturn, Result<long>>((take, cancel) => take.Run(row.ReturnId, view.Return.Edit, AtTheMachine.Actor, cancel));
        if (!taken.Ok) refuse(taken.Faults);
        return ReturnAnswer.Of(await Look(), RoundApi.Most, t);
    }

    private static Task<Result<Done>> Receipt(WriteReceipt write, long id, FileInfo target, CancellationToken cancel) => VerbFile.Write(target, async stream =>
    {
        var result = await write.Run(id, AtTheMachine.Actor, cancel);
        if (!result.TryGet(out var receipt)) return result.As<Done>();
        await using (receipt.Content) await receipt.Content.CopyToAsync(stream, cancel);
        return new Done();
    });

    private static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
