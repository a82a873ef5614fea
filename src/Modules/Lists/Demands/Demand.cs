using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands;

/// <summary>Where a demand stands on its way into the 需求清单.</summary>
internal enum DemandState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待本单位审签 (政务数据共享条例 20).</summary>
    AwaitingHead,

    /// <summary>待区级审核: that of a street or town goes to its district first.</summary>
    AtDistrict,

    /// <summary>待数据中心审核: formal check.</summary>
    InCheck,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已列入需求清单.</summary>
    Listed,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>是否含个人信息.</summary>
internal enum PersonalData
{
    /// <summary>无.</summary>
    None,

    /// <summary>个人信息.</summary>
    Personal,

    /// <summary>敏感个人信息.</summary>
    Sensitive,
}

/// <summary>需求紧急程度.</summary>
internal enum Urgency
{
    /// <summary>一般.</summary>
    Normal,

    /// <summary>紧急.</summary>
    Urgent,

    /// <summary>特急.</summary>
    VeryUrgent,
}

/// <summary>A row of the 需求清单: what one unit needs from others for its duties (上海市数据条例 38).</summary>
internal sealed class Demand : IEditedRow
{
    public long Id { get; init; }

    /// <summary>需求编号, <c>XQ-002438161-2026-000001</c>; null until handed in and as long as the unit has no organization code.</summary>
    public string? Number { get; set; }

    /// <summary>使用单位.</summary>
    public long UnitId { get; init; }

    /// <summary>The district above a street or town, from its handing in on; 0 for others.</summary>
    public long DistrictId { get; set; }

    /// <summary>目录内; false for data that stands in no catalogue.</summary>
    public bool InCatalog { get; set; }

    public required string Name { get; set; }

    /// <summary>拟提供单位; 0 for 不明确: the authority designates it (上海市数据条例 26).</summary>
    public long ProviderId { get; set; }

    /// <summary>应用场景.</summary>
    public string Scenario { get; set; } = "";

    /// <summary>Level of 使用依据, by the name Standards gives it.</summary>
    public string BasisLevel { get; set; } = "";

    public string BasisName { get; set; } = "";
    public string BasisNumber { get; set; } = "";
    public string BasisClause { get; set; } = "";

    /// <summary>Why a basis that is no longer the law is cited all the same; empty when it is the law.</summary>
    public string BasisReason { get; set; } = "";

    /// <summary>使用范围.</summary>
    public string Scope { get; set; } = "";

    /// <summary>区域授权: for the use of the whole district; only a unit of a district asks so (practice, no text of a law).</summary>
    public bool Regional { get; set; }

    /// <summary>用途.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>期望共享方式.</summary>
    public string Way { get; set; } = "";

    /// <summary>期望更新频率.</summary>
    public UpdateFrequency? Frequency { get; set; }

    /// <summary>使用时限, from.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>使用时限, to.</summary>
    public DateOnly? EndsOn { get; set; }

    public PersonalData Personal { get; set; }

    /// <summary>个人信息保护影响评估: where it is.</summary>
    public string Assessment { get; set; } = "";

    /// <summary>真实、合规、安全承诺 (上海市数据条例 39).</summary>
    public bool Committed { get; set; }

    public Urgency Urgency { get; set; }
    public string Note { get; set; } = "";

    /// <summary>坚持提交: why it asks for an item of the negative list all the same; empty when it does not.</summary>
    public string Insist { get; set; } = "";

    public DemandState State { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }

    /// <summary>Declared elements as a JSON object: key → text.</summary>
    public string Elements { get; set; } = "{}";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public DateTimeOffset? ListedAt { get; set; }
}

/// <summary>A wanted 数据项.</summary>
internal sealed class DemandItem
{
    public long Id { get; init; }
    public long DemandId { get; init; }

    /// <summary>The catalogue resource; 0 outside the catalogue.</summary>
    public long ResourceId { get; init; }

    /// <summary>The catalogue item; 0 for the whole resource or outside the catalogue.</summary>
    public long ItemId { get; init; }

    public int Place { get; init; }
    public required string Name { get; set; }
    public string Note { get; set; } = "";

    /// <summary>必需; false for 可选.</summary>
    public bool Required { get; set; }
}
