using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Contracts;

/// <summary>Told of demands within the unit of work that changes them.</summary>
public interface IDemandListener
{
    /// <summary>It was handed in, passed on by its district, returned, or listed; <paramref name="note"/> is what was said.</summary>
    Task Moved(MovedDemand demand, string note, Actor actor, CancellationToken cancel);

    /// <summary>Listed demands got another provider: it was named, or the duty went to it.</summary>
    Task ProviderChanged(IReadOnlyCollection<long> ids, long providerId, Actor actor, CancellationToken cancel);

    /// <summary>撤回; answers with why it cannot be, or null.</summary>
    Task<Fault?> Withdrawn(long id, string why, Actor actor, CancellationToken cancel);
}

/// <summary>Where a demand stands that has left its unit.</summary>
public enum DemandStand
{
    /// <summary>待区级审核.</summary>
    AtDistrict,

    /// <summary>待数据中心审核.</summary>
    InCheck,

    /// <summary>形式退回.</summary>
    Returned,

    /// <summary>已列入需求清单: it is to be answered.</summary>
    Listed,
}

/// <summary>A demand on its way. <paramref name="DistrictId"/> is the district above a street or town; 0 for others.</summary>
public sealed record MovedDemand(long Id, string Name, long UnitId, long ProviderId, long DistrictId, DemandStand Stand);
