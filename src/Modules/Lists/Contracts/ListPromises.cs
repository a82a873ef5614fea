using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Contracts;

/// <summary>The responsibility list follows what was granted: other modules say what and by when.</summary>
public sealed class ListPromises
{
    private readonly KeepPromise _keep;

    internal ListPromises(KeepPromise keep) => _keep = keep;

    /// <summary>需求转化 for the granted items of a demand, promised for a day; done again it changes nothing.</summary>
    public Task Keep(long demandId, IReadOnlyCollection<long> items, DateOnly on, Actor actor, Func<long, Task> progress, CancellationToken cancel) => _keep.Run(demandId, items, on, actor, progress, cancel);
}
