using Qingdan.Platform.Database;

namespace Qingdan.Lists.Generation;

/// <summary>
/// One generation at a time, in whichever process: two at once would each write over what the other has just found. A run that died gives way
/// when its term is over.
/// </summary>
internal sealed class GenerationLease(Store store, TimeProvider clock)
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until it is this run's turn; <paramref name="waiting"/> is called at each look.</summary>
    public async Task Take(long run, Func<Task> waiting, CancellationToken cancel)
    {
        while (await Hold("run_id = 0 OR until < @now", run, cancel) == 0)
        {
            await waiting();
            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Prolongs the turn, inside the transaction of a slice. Whoever took so long that another run began must not write on.</summary>
    public async Task Keep(long run, CancellationToken cancel)
    {
        if (await Hold("run_id = @run", run, cancel) == 0) throw new InvalidOperationException($"Generation {run} lost its turn to another run.");
    }

    /// <summary>Gives the turn back.</summary>
    public Task Release(long run) => store.Execute("UPDATE lists_generation_lease SET run_id = 0 WHERE run_id = @run", CancellationToken.None, ("run", run));

    private Task<int> Hold(string guard, long run, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return store.Execute($"UPDATE lists_generation_lease SET run_id = @run, until = @until WHERE {guard}", cancel,
            ("run", run), ("until", (now + Term).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()));
    }
}
