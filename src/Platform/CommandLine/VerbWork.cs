using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Jobs;

namespace Qingdan.Platform.CommandLine;

/// <summary>The steps of a verb, and waiting for the jobs that they leave.</summary>
public sealed class VerbWork(IServiceProvider services, CancellationToken cancel)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(300);
    private readonly JobRunner _runner = services.GetRequiredService<JobRunner>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    /// <summary>Each step is a unit of work of its own, as a request is.</summary>
    public async Task<T> Step<TService, T>(Func<TService, CancellationToken, Task<T>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>(), cancel);
    }

    /// <summary>Runs what waits, or waits for a server that does, until no job works on what is looked at any more; <paramref name="show"/> is told at each look.</summary>
    public async Task<T> Follow<T>(Func<Task<T>> look, Func<T, bool> working, Action<T> show)
    {
        for (var run = _runner.RunDue(cancel); ;)
        {
            var tick = Task.Delay(Tick, _clock, cancel);
            await Task.WhenAny(run, tick);
            var ended = run.IsCompleted;
            var seen = await look();
            show(seen);
            if (!ended) continue;
            var ran = await run;
            if (!working(seen)) return seen;
            // A server has taken the job: look again after a while, and take it up should that server have died.
            if (ran == 0) await tick;
            run = _runner.RunDue(cancel);
        }
    }
}
