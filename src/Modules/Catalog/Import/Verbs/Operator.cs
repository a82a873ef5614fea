using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Views;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;
using Spectre.Console;

namespace Qingdan.Catalog.Import.Verbs;

/// <summary>Whoever sits at the machine: does the steps of an import and waits for their jobs.</summary>
internal sealed class Operator(IServiceProvider services, TextWriter error, CancellationToken cancel)
{
    private readonly VerbWork _work = new(services, cancel);
    private readonly Translator _t = services.GetRequiredService<Translator>();

    /// <summary>Each step is a unit of work of its own, as a request is.</summary>
    public Task<T> Step<TService, T>(Func<TService, CancellationToken, Task<T>> use) where TService : notnull => _work.Step(use);

    /// <summary>The batch as it stands.</summary>
    public Task<ImportView> View(long id) => Step<ImportQueries, ImportView>(async (queries, token) => (await queries.One(id, AtTheMachine.Actor, token))!);

    /// <summary>Waits until no job works on the batch any more, with a bar where somebody looks on.</summary>
    public async Task<ImportView> Follow(long id)
    {
        if (Console.IsErrorRedirected) return await Follow(id, _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress().AutoClear(true).StartAsync(progress =>
        {
            var bar = progress.AddTask(_t["导入"]);
            return Follow(id, job =>
            {
                if (job.Note.Length > 0) bar.Description = _t[job.Note];
                (bar.MaxValue, bar.Value, bar.IsIndeterminate) = (Math.Max(1, job.Total), job.Done, job.Total == 0);
            });
        });
    }

    private Task<ImportView> Follow(long id, Action<ImportWork> show) => _work.Follow(() => View(id), view => view.Working, view => show(view.Work));
}
