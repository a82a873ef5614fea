using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Disputes;

/// <summary>Where a dispute stands (政务数据共享条例 28).</summary>
internal enum DisputeState
{
    /// <summary>协商中: the two units talk.</summary>
    Talking,

    /// <summary>协调处理中 by the authority.</summary>
    Coordinating,

    /// <summary>待本级人民政府决定.</summary>
    Deciding,

    /// <summary>已解决.</summary>
    Settled,

    /// <summary>已撤回.</summary>
    Dropped,
}

/// <summary>争议: the requester does not accept what was answered. It runs beside its case, and what settles it moves the case on.</summary>
internal sealed class Dispute : IClocked
{
    public long Id { get; init; }
    public long CaseId { get; init; }

    /// <summary>Name of the case.</summary>
    public required string Name { get; init; }

    /// <summary>需求单位, who raises it.</summary>
    public long UnitId { get; init; }

    /// <summary>提供单位.</summary>
    public long ProviderId { get; set; }

    public DisputeState State { get; set; }

    /// <summary>Why the answer is not accepted.</summary>
    public required string Claim { get; init; }

    /// <summary>How it was settled.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Number of the minutes or of the government's decision; empty for none.</summary>
    public string DocumentNumber { get; set; } = "";

    public DateOnly? DueOn { get; set; }
    public bool Provisional { get; set; }

    /// <summary>Nothing of it is extended.</summary>
    public int ExtensionDays => 0;

    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>One thing that happened to a dispute.</summary>
internal sealed class DisputeStep
{
    public long Id { get; init; }
    public long DisputeId { get; init; }
    public DisputeAct Act { get; init; }

    /// <summary>The state afterwards.</summary>
    public DisputeState State { get; init; }

    public required string Note { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}
