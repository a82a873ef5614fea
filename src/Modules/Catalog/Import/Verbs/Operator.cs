using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Views;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;
using Spectre.Console;

namespace Qingdan.Catalog.Import.Verbs;

/// <summary>Whoever sits at the machine: does the steps of an import and waits for their jobs.</summary>
internal sealed class Operator(IServiceProvider services, TextWriter error, CancellationToken cancel)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(300);
    private readonly JobRunner _runner = services.GetRequiredService<JobRunner>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    private readonly Translator _t = services.GetRequiredService<Translator>();

    /// <summary>Acts as the data centre.</summary>
    public static Actor Actor { get; } = Platform.Identity.Actor.System with { Roles = new HashSet<string> { Roles.DataCentre } };

    /// <summary>Each step is a unit of work of its own, as a request is.</summary>
    public async Task<T> Step<TService, T>(Func<TService, CancellationToken, Task<T>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>(), cancel);
    }

    /// <summary>The batch as it stands.</summary>
    public Task<ImportView> View(long id) => Step<ImportQueries, ImportView>(async (queries, token) => (await queries.One(id, Actor, token))!);

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

    private async Task<ImportView> Follow(long id, Action<ImportWork> show)
    {
        for (var run = _runner.RunDue(cancel); ;)
        {
            var tick = Task.Delay(Tick, _clock, cancel);
            await Task.WhenAny(run, tick);
            var ended = run.IsCompleted;
            var view = await View(id);
            show(view.Work);
            if (!ended) continue;
            var ran = await run;
            if (!view.Working) return view;
            // A server has taken the job: look again after a while, and take it up should that server have died.
            if (ran == 0) await tick;
            run = _runner.RunDue(cancel);
        }
    }
}
