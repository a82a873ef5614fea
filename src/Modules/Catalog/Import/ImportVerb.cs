using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Catalog.Import.Views;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Spectre.Console;

namespace Qingdan.Catalog.Import;

/// <summary><c>import FILE…</c>: what the pages do, from the command line. Exit code 1 when a file is refused or a row cannot be imported.</summary>
internal sealed class ImportVerb : IVerb
{
    // Who sits at the machine acts as the data centre.
    private static readonly Actor Operator = Actor.System with { Roles = new HashSet<string> { Roles.DataCentre } };

    private readonly Argument<FileInfo[]> _files = new("file") { Description = "要导入的文件 / files to import", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _mapping = new("--mapping") { Description = "用保存过的列对应 / use a kept mapping" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "只检查，不导入 / check only" };
    private readonly Option<bool> _onlyGood = new("--only-good") { Description = "只导入无问题的行 / leave out rows with a faulty cell" };
    private readonly Option<FileInfo?> _report = new("--report") { Description = "回执写到这个文件（xlsx、csv、json）/ write the report here" };
    private readonly Option<string> _as = new("--as") { Description = "published 或 draft / published or draft", DefaultValueFactory = _ => "published" };
    private readonly Option<string?> _provider = new("--provider") { Description = "没有写单位的行的提供单位 / provider of rows that name none" };

    public Command Build(VerbHost host)
    {
        _as.AcceptOnlyFromAmong("published", "draft");
        _files.AcceptExistingOnly();
        var command = new Command("import", "导入目录文件 / import catalogue files") { _files, _mapping, _dryRun, _onlyGood, _report, _as, _provider };
        command.SetAction((parsed, cancel) => Run(host, parsed, cancel));
        return command;
    }

    private async Task<int> Run(VerbHost host, ParseResult parsed, CancellationToken cancel)
    {
        await using var scope = await host.Open(parsed, cancel);
        var t = scope.ServiceProvider.GetRequiredService<Translator>();
        var answers = new List<ImportAnswer>();
        foreach (var file in parsed.GetValue(_files)!)
        {
            var result = await One(parsed, scope.ServiceProvider, file, cancel);
            if (!result.TryGet(out var answer)) return host.Refuse(parsed, result.Faults, t);
            answers.Add(answer);
        }
        host.Answer(parsed, new ImportAnswers(answers), (_, output) => { foreach (var answer in answers) Print(answer, output, t); });
        return answers.Exists(a => a.State == ImportState.Failed || a.Figures.Refused > 0) ? ExitCode.Refused : ExitCode.Done;
    }

    private async Task<Result<ImportAnswer>> One(ParseResult parsed, IServiceProvider services, FileInfo file, CancellationToken cancel)
    {
        var target = parsed.GetValue(_as) == "draft" ? ImportTarget.Draft : ImportTarget.Published;
        await using var content = file.OpenRead();
        var received = await Step<ReceiveFile, Result<long>>(services, receive => receive.Run(file.Name, content, target, Operator, cancel));
        if (!received.TryGet(out var id)) return received.As<ImportAnswer>();
        var mapped = await Step<UseMapping, Result<Done>>(services, use => use.Run(id, parsed.GetValue(_mapping), parsed.GetValue(_provider) ?? "", Operator, cancel));
        if (!mapped.Ok) return mapped.As<ImportAnswer>();
        await Work(services, id, parsed, cancel);
        var view = await View(services, id, cancel);
        var onlyGood = parsed.GetValue(_onlyGood);
        if (!parsed.GetValue(_dryRun) && view.State == ImportState.Checked && (onlyGood ? view.Summary.ImportableGood : view.Summary.Importable) > 0)
        {
            var started = await Step<StartImport, Result<Done>>(services, start => start.Run(id, view.Edit, onlyGood, Operator, cancel));
            if (!started.Ok) return started.As<ImportAnswer>();
            await Work(services, id, parsed, cancel);
            view = await View(services, id, cancel);
        }
        if (parsed.GetValue(_report) is { } report) await Step<WriteReport, bool>(services, write => Report(write, id, report, cancel));
        var columns = await Step<ImportQueries, MappingView>(services, queries => queries.Mapping(id, cancel));
        return ImportAnswer.Of(view, columns.Columns, services.GetRequiredService<Translator>());
    }

    /// <summary>Runs what was enqueued, here, and shows how far it is.</summary>
    private static async Task Work(IServiceProvider services, long id, ParseResult parsed, CancellationToken cancel)
    {
        if (Console.IsErrorRedirected)
        {
            await services.GetRequiredService<JobRunner>().RunDue(cancel);
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(parsed.InvocationConfiguration.Error) });
        await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask(services.GetRequiredService<Translator>()["导入"]);
            var work = services.GetRequiredService<JobRunner>().RunDue(cancel);
            while (!work.IsCompleted)
            {
                await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(300), cancel));
                await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<ImportQueries>().One(id, Operator, cancel) is not { } view) continue;
                (bar.Description, bar.MaxValue, bar.Value, bar.IsIndeterminate) = (view.Work.Note, Math.Max(1, view.Work.Total), view.Work.Done, view.Work.Total == 0);
            }
            await work;
        });
    }

    /// <summary>Each step is a unit of work of its own, as a request is.</summary>
    private static async Task<T> Step<TService, T>(IServiceProvider services, Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static Task<ImportView> View(IServiceProvider services, long id, CancellationToken cancel) =>
        Step<ImportQueries, ImportView>(services, async queries => (await queries.One(id, Operator, cancel))!);

    private static async Task<bool> Report(WriteReport write, long id, FileInfo path, CancellationToken cancel)
    {
        var report = await write.Prepare(id, path.Extension.TrimStart('.'), Operator, cancel);
        await using var target = path.Create();
        await report.Value.Write(target);
        return true;
    }

    private static void Print(ImportAnswer a, TextWriter output, Translator t)
    {
        var f = a.Figures;
        output.WriteLine($"{a.FileName}: {t[a.State.Text()]}");
        output.WriteLine(t["  读入 {0} 行：新增 {1}，变更 {2}，未变 {3}，并入 {4}，重复 {5}，不能导入 {6}，有格不能用 {7}", f.Rows, f.New, f.Changed, f.Same, f.Joined, f.Repeats, f.Refused, f.FaultyCells]);
        if (a.State == ImportState.Done) output.WriteLine(t["  写入：新增目录 {0} 个，变更目录 {1} 个", f.Created, f.Updated]);
        if (a.NewProviders.Count > 0) output.WriteLine(t["  待确认的新单位：{0}", string.Join('、', a.NewProviders.Take(10))]);
        foreach (var note in a.Notes.Take(10)) output.WriteLine($"  {note.Count,8:N0}  {note.Code}: {note.Message}");
        if (a.Note is not null) output.WriteLine($"  {a.Note}");
    }
}

/// <summary>What <c>import --json</c> prints.</summary>
internal sealed record ImportAnswers(IReadOnlyList<ImportAnswer> Imports);
