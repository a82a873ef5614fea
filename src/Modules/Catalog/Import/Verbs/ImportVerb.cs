using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Catalog.Import.Views;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Verbs;

/// <summary>
/// <c>import FILE…</c>: what the pages do, from the command line. Exit code 1 when a file is refused, a row cannot be imported, or a batch did not come to its end.
/// </summary>
internal sealed class ImportVerb : IVerb
{
    private readonly Argument<FileInfo[]> _files = new("file") { Description = "要导入的文件 / files to import", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _mapping = new("--mapping") { Description = "用保存过的列对应 / use a kept mapping" };
    private readonly Option<string[]> _map = new("--map") { Description = "改正一列的对应：列名=字段，字段留空则不导入这一列 / correct a column: HEADER=FIELD, empty to leave it out", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _keepAs = new("--keep-as") { Description = "把列对应保存为这个名称 / keep the mapping under this name" };
    private readonly Option<string?> _sheet = new("--sheet") { Description = "工作表，或 JSON 里的数组 / sheet, or array of a JSON" };
    private readonly Option<int?> _headerRow = new("--header-row") { Description = "表头的第一行 / first row of the header" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "只检查，不导入 / check only" };
    private readonly Option<bool> _onlyGood = new("--only-good") { Description = "只导入无问题的行 / leave out rows with a faulty cell" };
    private readonly Option<FileInfo?> _report = new("--report") { Description = "回执写到这个文件（xlsx、csv、json），一次一个文件 / write the report here; one file at a time" };
    private readonly Option<string> _as = new("--as") { Description = "published 或 draft / published or draft", DefaultValueFactory = _ => "published" };
    private readonly Option<string?> _provider = new("--provider") { Description = "没有写单位的行的提供单位 / provider of rows that name none" };
    private readonly Option<long?> _undo = new("--undo") { Description = "撤销这个批次 / undo this batch" };

    public Command Build(VerbHost host)
    {
        _as.AcceptOnlyFromAmong("published", "draft");
        _files.AcceptExistingOnly();
        var command = new Command("import", "导入目录文件，或撤销一个批次 / import catalogue files, or undo a batch") { _files, _mapping, _map, _keepAs, _sheet, _headerRow, _dryRun, _onlyGood, _report, _as, _provider, _undo };
        command.Validators.Add(parsed =>
        {
            var files = parsed.GetResult(_files)?.Tokens.Count ?? 0;
            if ((files > 0) == (parsed.GetResult(_undo) is not null)) parsed.AddError("要么给出文件，要么给出 --undo / either files or --undo");
            if (parsed.GetValue(_map)?.Any(m => m.IndexOf('=', StringComparison.Ordinal) < 1) == true) parsed.AddError("--map 写成 列名=字段 / --map takes HEADER=FIELD");
            if (parsed.GetResult(_report) is not { Tokens: [var path] }) return;
            if (files > 1) parsed.AddError("--report 一次只用于一个文件 / --report takes one file at a time");
            if (!Enum.TryParse<TableFormat>(Path.GetExtension(path.Value).TrimStart('.'), ignoreCase: true, out _)) parsed.AddError("回执是 .xlsx、.csv 或 .json / the report is .xlsx, .csv or .json");
        });
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var seat = new Operator(scope.ServiceProvider, parsed.InvocationConfiguration.Error, cancel);
        var (imports, faults) = (new List<ImportAnswer>(), new List<ImportRefusal>());
        void Take(string name, Result<ImportView> result)
        {
            if (result.TryGet(out var view)) imports.Add(ImportAnswer.Of(view, t));
            else faults.AddRange(result.Faults.Select(f => new ImportRefusal(name, f.Code, f.Field, t[f])));
        }
        // One file after the other: what is wrong with one says nothing about the others.
        foreach (var file in parsed.GetValue(_files)!) Take(file.Name, await One(parsed, seat, file));
        if (parsed.GetValue(_undo) is { } id) Take($"{id}", await Undo(seat, id));
        host.Answer(parsed, new ImportAnswers(imports, faults.Count > 0 ? faults : null), (answers, output) => answers.Print(output, t));
        foreach (var fault in faults) await parsed.InvocationConfiguration.Error.WriteLineAsync($"{fault.File}: {fault.Code}: {fault.Message}");
        return faults.Count == 0 && imports.TrueForAll(i => Well(i, parsed)) ? ExitCode.Done : ExitCode.Refused;
    }

    private bool Well(ImportAnswer answer, ParseResult parsed) => answer.State switch
    {
        ImportState.Done => answer.Figures.Refused == 0,
        ImportState.Undone => true,
        // Checked and no more: as asked, or because there is nothing to write.
        ImportState.Checked => answer.Figures.Refused == 0 && (parsed.GetValue(_dryRun) || Writes(answer.Figures.Importable, answer.Figures.ImportableGood, parsed) == 0),
        _ => false,
    };

    private int Writes(int all, int good, ParseResult parsed) => parsed.GetValue(_onlyGood) ? good : all;

    private async Task<Result<ImportView>> One(ParseResult parsed, Operator seat, FileInfo file)
    {
        var received = await Receive(parsed, seat, file);
        if (!received.TryGet(out var id)) return received.As<ImportView>();
        var mapped = await Map(parsed, seat, id);
        if (!mapped.Ok) return mapped.As<ImportView>();
        var view = await seat.Follow(id);
        if (!parsed.GetValue(_dryRun) && view.State == ImportState.Checked && Writes(view.Summary.Importable, view.Summary.ImportableGood, parsed) > 0)
        {
            var started = await seat.Step<StartImport, Result<Done>>((start, cancel) => start.Run(id, view.Edit, parsed.GetValue(_onlyGood), AtTheMachine.Actor, cancel));
            if (!started.Ok) return started.As<ImportView>();
            await seat.Follow(id);
        }
        if (parsed.GetValue(_report) is { } path) await seat.Step<WriteReport, bool>((write, cancel) => Report(write, id, path, cancel));
        return await seat.View(id);
    }

    private async Task<Result<long>> Receive(ParseResult parsed, Operator seat, FileInfo file)
    {
        var target = parsed.GetValue(_as) == "draft" ? ImportTarget.Draft : ImportTarget.Published;
        await using var content = file.OpenRead();
        return await seat.Step<ReceiveFile, Result<long>>((receive, cancel) => receive.Run(file.Name, content, target, AtTheMachine.Actor, cancel));
    }

    private async Task<Result<Done>> Map(ParseResult parsed, Operator seat, long id)
    {
        var (sheet, headerRow, kept) = (parsed.GetValue(_sheet), parsed.GetValue(_headerRow), parsed.GetValue(_mapping));
        var edit = (await seat.View(id)).Edit;
        if (sheet is not null || headerRow is not null)
        {
            var read = await seat.Step<ChooseMapping, Result<Done>>((choose, cancel) => choose.Reread(id, edit, sheet, headerRow, AtTheMachine.Actor, cancel));
            if (!read.Ok) return read;
            edit++;
        }
        if (kept is not null)
        {
            var used = await seat.Step<UseKeptMapping, Result<Done>>((use, cancel) => use.Run(id, edit, kept, AtTheMachine.Actor, cancel));
            if (!used.Ok) return used;
        }
        return await seat.Step<UseMapping, Result<Done>>((use, cancel) => use.Run(id, parsed.GetValue(_provider) ?? "", Corrections(parsed), parsed.GetValue(_keepAs) ?? "", AtTheMachine.Actor, cancel));
    }

    private List<(string, string)> Corrections(ParseResult parsed) =>
        [.. (parsed.GetValue(_map) ?? []).Select(m => m.Split('=', 2, StringSplitOptions.TrimEntries)).Select(p => (p[0], p[1]))];

    private static async Task<Result<ImportView>> Undo(Operator seat, long id)
    {
        var started = await seat.Step<StartImport, Result<Done>>((start, cancel) => start.Undo(id, AtTheMachine.Actor, cancel));
        return started.Ok ? await seat.Follow(id) : started.As<ImportView>();
    }

    // A batch that could not be checked has no report; its note says why.
    private static async Task<bool> Report(WriteReport write, long id, FileInfo path, CancellationToken cancel)
    {
        if (!(await write.Prepare(id, path.Extension.TrimStart('.'), AtTheMachine.Actor, cancel)).TryGet(out var report)) return false;
        await using var target = path.Create();
        await report.Write(target);
        return true;
    }
}
