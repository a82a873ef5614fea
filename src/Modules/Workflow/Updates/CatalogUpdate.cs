using Qingdan.Catalog.Contracts;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Updates;

/// <summary>目录更新: the law or a unit's duties changed, its catalogue has to follow within a term (政务数据共享条例 17).</summary>
internal sealed class CatalogUpdate : IClocked
{
    public long Id { get; init; }

    /// <summary>更新单位.</summary>
    public long UnitId { get; init; }

    public ChangeCause Cause { get; init; }

    /// <summary>The law that changed, or the document by which the duties did.</summary>
    public required string Basis { get; init; }

    /// <summary>What has to be updated, as a person wrote; empty for what came about by itself.</summary>
    public required string What { get; init; }

    /// <summary>调整、变化发生之日: the term counts from the next day, whenever the matter is written down.</summary>
    public DateOnly ChangedOn { get; init; }

    public UpdateOrigin Origin { get; init; }

    /// <summary>The transfer, or the version of the law; 0 for by hand.</summary>
    public long OriginId { get; init; }

    public UpdateState State { get; set; }

    /// <summary>Why nothing has to be updated, as the unit last said.</summary>
    public string NoNeed { get; set; } = "";

    /// <summary>Working days of the extension that the unit asks for, until it is decided; 0 for none.</summary>
    public int ExtensionDays { get; set; }

    /// <summary>特殊原因 (政务数据共享条例 17 II).</summary>
    public string ExtensionReason { get; set; } = "";

    /// <summary>Working days that were granted.</summary>
    public int Extended { get; set; }

    /// <summary>The last day of the running clock; null when none runs.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>暂计.</summary>
    public bool Provisional { get; set; }

    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A resource that the change concerns.</summary>
internal sealed class ConcernedResource
{
    public long UpdateId { get; init; }
    public long ResourceId { get; init; }

    /// <summary>Its name when it was named here.</summary>
    public required string Name { get; init; }

    /// <summary>The version in force on the day of the change; 0 for none.</summary>
    public int VersionBefore { get; init; }

    /// <summary>不需修改, and why; empty when it is to be changed.</summary>
    public string Unaffected { get; set; } = "";

    /// <summary>What became of it, by where it stands in the catalogue; null for what is no longer there.</summary>
    public Progress Progress(ResourceStand? stand) => stand switch
    {
        null or { State: ResourceState.Withdrawn } => Updates.Progress.Gone,
        _ when stand.Version > VersionBefore => Updates.Progress.Published,
        { State: ResourceState.InReview or ResourceState.ChangeInReview } => Updates.Progress.Submitted,
        { State: ResourceState.Draft or ResourceState.Changing } => Updates.Progress.Drafting,
        _ => Updates.Progress.Unchanged,
    };
}

/// <summary>One thing that happened to an update.</summary>
internal sealed class UpdateStep
{
    public long Id { get; init; }
    public long UpdateId { get; init; }
    public UpdateAct Act { get; init; }

    /// <summary>The state afterwards.</summary>
    public UpdateState State { get; init; }

    public required string Note { get; init; }

    /// <summary>Whose person; 0 for the system.</summary>
    public long UnitId { get; init; }

    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What a change of law was followed for.</summary>
internal enum FollowPurpose
{
    /// <summary>目录更新.</summary>
    Updates,

    /// <summary>What stands on it: 负面清单, 不同意共享.</summary>
    Bases,
}

/// <summary>A change of a law for which the units that cite it were asked.</summary>
internal sealed class FollowedLaw
{
    /// <summary>The version that took effect, or that ended.</summary>
    public long LawId { get; init; }

    /// <summary>The day of the change; the first of all days where it was not kept.</summary>
    public DateOnly ChangedOn { get; init; }

    public FollowPurpose Purpose { get; init; }
    public DateTimeOffset At { get; init; }
}
