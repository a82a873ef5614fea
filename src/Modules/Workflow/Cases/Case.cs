using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Cases;

/// <summary>How the wanted data stand in the catalogue: it decides which term of which law runs for the answer.</summary>
internal enum CaseKind
{
    /// <summary>All of it 无条件共享.</summary>
    Unconditional,

    /// <summary>有条件共享, or not determined.</summary>
    Conditional,

    /// <summary>目录外.</summary>
    Outside,
}

/// <summary>What the provider's answer came to as a whole.</summary>
internal enum Answered
{
    /// <summary>It has signed none: nothing yet, or granted without it.</summary>
    None,

    /// <summary>同意: every item on the catalogue's conditions.</summary>
    Granted,

    /// <summary>以替代方式满足: no item is refused, some in another way.</summary>
    Alternative,

    /// <summary>部分同意.</summary>
    Partial,

    /// <summary>不同意共享: every item.</summary>
    Refused,
}

/// <summary>How data that were granted reach the requester.</summary>
internal enum SupplyWay
{
    /// <summary>Not yet.</summary>
    None,

    /// <summary>已归集直授: the platform has the data.</summary>
    Collected,

    /// <summary>归集补数: the platform collects what is missing.</summary>
    Completed,

    /// <summary>部门接口: the provider's own service.</summary>
    Service,
}

/// <summary>需求办理: what becomes of a listed demand. Its number is the demand's.</summary>
internal sealed class Case : IClocked
{
    public long Id { get; init; }

    public required string Name { get; set; }

    /// <summary>需求单位.</summary>
    public long UnitId { get; set; }

    /// <summary>提供单位; 0 until it is named.</summary>
    public long ProviderId { get; set; }

    /// <summary>The district above a street or town that needs the data; 0 for others.</summary>
    public long DistrictId { get; set; }

    public CaseState State { get; set; }

    /// <summary>True once the provider has been told of it: from then on its people see it.</summary>
    public bool Handed { get; set; }

    public CaseKind Kind { get; set; }

    /// <summary>What its provider signed; a dispute that is settled later does not change it.</summary>
    public Answered Answered { get; set; }

    public SupplyWay Supply { get; set; }

    /// <summary>Where the data are: address of the service, name of the table.</summary>
    public string SupplyNote { get; set; } = "";

    /// <summary>How often the provider has named what is missing, and how often it may: once, by law (政务数据共享条例 21); again when the authority allows it.</summary>
    public int Supplements { get; set; }

    public int SupplementsAllowed { get; set; } = 1;

    /// <summary>Working days of the extension that the provider asks for, until it is decided; 0 for none.</summary>
    public int ExtensionDays { get; set; }

    /// <summary>特殊原因 (政务数据共享条例 21).</summary>
    public string ExtensionReason { get; set; } = "";

    /// <summary>使用时限: the last day of use; null where the demand names none.</summary>
    public DateOnly? UsableUntil { get; set; }

    /// <summary>The day that is asked for: 续期至, or 整改期限; null for none.</summary>
    public DateOnly? AskedOn { get; set; }

    /// <summary>True while the provider wants to stop its service, false where it wants to change it (政务数据共享条例 27 III).</summary>
    public bool Stops { get; set; }

    /// <summary>上级平台编号 of a case that was passed up; empty for none.</summary>
    public string OuterNumber { get; set; } = "";

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

/// <summary>One thing that happened to a case.</summary>
internal sealed class CaseStep
{
    public long Id { get; init; }
    public long CaseId { get; init; }
    public CaseAct Act { get; init; }

    /// <summary>The state afterwards.</summary>
    public CaseState State { get; init; }

    public required string Note { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }

    /// <summary>Who, by number; 0 where only the name is known.</summary>
    public long PersonId { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>使用记录: five parts, kept for three years at least (政务数据共享条例 29).</summary>
internal sealed class Disposal
{
    public long CaseId { get; init; }

    /// <summary>使用场景.</summary>
    public required string Scene { get; init; }

    /// <summary>使用过程.</summary>
    public required string Course { get; init; }

    /// <summary>应用成效.</summary>
    public required string Effect { get; init; }

    /// <summary>存储情况.</summary>
    public required string Storage { get; init; }

    /// <summary>销毁情况.</summary>
    public required string Destruction { get; init; }

    public DateOnly DestroyedOn { get; init; }
}
