using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Contracts;

/// <summary>Told of demands within the unit of work that changes them.</summary>
public interface IDemandListener
{
    /// <summary>列入需求清单: from now on it is to be answered.</summary>
    Task Listed(ListedDemand demand, Actor actor, CancellationToken cancel);

    /// <summary>Listed demands got another provider: it was named, or the duty went to it.</summary>
    Task ProviderChanged(IReadOnlyCollection<long> ids, long providerId, Actor actor, CancellationToken cancel);

    /// <summary>撤回, after the listing; answers with why it cannot be, or null.</summary>
    Task<Fault?> Withdrawn(long id, string why, Actor actor, CancellationToken cancel);
}

/// <summary>A demand at its listing.</summary>
public sealed record ListedDemand(long Id, string Name, long UnitId, long ProviderId);
