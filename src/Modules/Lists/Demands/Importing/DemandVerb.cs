using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Importing;

/// <summary><c>demand import FILE… --unit NAME</c>: what the page does with workbooks of demands. Drafts of the unit come of it and never more.</summary>
internal sealed class DemandVerb : IVerb
{
    private readonly Argument<FileInfo[]> _files = new("file") { Description = "需求工作簿 / workbooks of demands", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _unit = new("--unit") { Description = "需求单位：名称、简称或代码 / the unit that needs the data", Required = true };
    private readonly Option<string[]> _map = new("--map") { Description = "改正一列的对应：列名=要素，要素留空则不读这一列 / correct a column: HEADER=FIELD, empty to leave it out", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "只检查，不生成草稿 / check only" };
    private readonly Option<FileInfo?> _receipt = new("--receipt") { Description = "回执写到这个 .xlsx，一次一个文件 / write the receipt to this .xlsx; one file at a time" };

    public Command Build(VerbHost host)
    {
        _files.AcceptExistingOnly();
        var command = new Command("import", "批量提需求：每件成为一份草稿 / many demands at once, each becomes a draft") { _files, _unit, _map, _dryRun, _receipt };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_map)?.Any(m => m.IndexOf('=', StringComparison.Ordinal) < 1) == true) parsed.AddError("--map 写成 列名=要素 / --map takes HEADER=FIELD");
            if (parsed.GetResult(_receipt) is null) return;
            if (parsed.GetResult(_files)?.Tokens.Count > 1) parsed.AddError("--receipt 一次只用于一个文件 / --receipt takes one file at a time");
            if (!parsed.GetResult(_receipt)!.Tokens.All(t => t.Value.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))) parsed.AddError("回执是 .xlsx / the receipt is .xlsx");
        });
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return new("demand", "需求清单 / the demand list") { command };
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var tree = await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(cancel);
        if (tree.Resolve(parsed.GetValue(_unit)!) is not { } unit) return host.Refuse(parsed, [new("lists.demand.import.unit", "没有单位“{0}”。请写全称、简称或代码。", "unit", FaultKind.NotFound, parsed.GetValue(_unit)!)], t);
        var actor = AtTheMachine.In(unit, tree.Find(unit)?.Name ?? "");
        var (work, imports, refusals) = (new VerbWork(scope.ServiceProvider, cancel), new List<DemandImportAnswer>(), new List<DemandRefusal>());
        // One file after the other: what is wrong with one says nothing about the others.
        foreach (var file in parsed.GetValue(_files)!)
        {
            var result = await One(parsed, work, file, t, actor);
            if (result.TryGet(out var view)) imports.Add(DemandImportAnswer.Of(view, t));
            else refusals.AddRange(result.Faults.Select(f => new DemandRefusal(file.Name, f.Code, f.Field, t[f])));
        }
        host.Answer(parsed, new DemandImportAnswers(imports, refusals.Count > 0 ? refusals : null), (a, output) => { foreach (var import in a.Imports) import.Print(output, t); });
        foreach (var refusal in refusals) await parsed.InvocationConfiguration.Error.WriteLineAsync($"{refusal.File}: {refusal.Code}: {refusal.Message}");
        return refusals.Count == 0 && imports.TrueForAll(i => i.Figures.Faulty == 0) ? ExitCode.Done : ExitCode.Refused;
    }

    private async Task<Result<DemandImportView>> One(ParseResult parsed, VerbWork work, FileInfo file, Translator t, Actor actor)
    {
        await using var content = file.OpenRead();
        var received = await work.Step<ReceiveDemands, Result<long>>((receive, cancel) => receive.Run(file.Name, content, actor, cancel));
        if (!received.TryGet(out var id)) return received.As<DemandImportView>();
        var map = (parsed.GetValue(_map) ?? []).Select(m => m.Split('=', 2, StringSplitOptions.TrimEntries)).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.Last()[1]);
        if (map.Count > 0)
        {
            var mapped = await work.Step<MapDemands, Result<Done>>((choose, cancel) => choose.Run(id, 1, map, actor, cancel, rest: true));
            if (!mapped.Ok) return mapped.As<DemandImportView>();
        }
        if (parsed.GetValue(_receipt) is { } receipt)
        {
            var written = await work.Step<ShowImport, Result<Done>>((show, cancel) => Receipt(show, id, receipt, t, actor, cancel));
            if (!written.Ok) return written.As<DemandImportView>();
        }
        var seen = await Look(work, id, actor);
        if (parsed.GetValue(_dryRun) || !seen.TryGet(out var view) || view.Plan.Count(PlanKind.New) + view.Plan.Count(PlanKind.Changed) == 0) return seen;
        var taken = await work.Step<TakeDemands, Result<(int, int)>>((take, cancel) => take.Run(id, view.Edit, actor, cancel));
        // What it was read as is the answer: read again, all of it would be there already.
        return taken.TryGet(out var done) ? view with { Taken = true, Made = done.Item1, Changed = done.Item2, Edit = view.Edit + 1 } : taken.As<DemandImportView>();
    }

    private static Task<Result<DemandImportView>> Look(VerbWork work, long id, Actor actor) => work.Step<ShowImport, Result<DemandImportView>>((show, cancel) => show.Run(id, actor, cancel));

    private static Task<Result<Done>> Receipt(ShowImport show, long id, FileInfo target, Translator t, Actor actor, CancellationToken cancel) => VerbFile.Write(target, async stream =>
    {
        var found = await show.Receipt(id, t, actor, cancel);
        if (!found.TryGet(out var receipt)) return found.As<Done>();
        await SheetWriter.WriteWorkbook(stream, [receipt.Table], cancel);
        return new Done();
    });
}

/// <summary>What <c>demand import --json</c> prints.</summary>
/// <param name="Imports">One for each workbook that was taken in.</param>
/// <param name="Faults">Why the others were not; absent when there are none.</param>
internal sealed record DemandImportAnswers(IReadOnlyList<DemandImportAnswer> Imports, IReadOnlyList<DemandRefusal>? Faults);

/// <summary>Why a workbook was refused.</summary>
internal sealed record DemandRefusal(string File, string Code, string? Field, string Message);
