using Qingdan.Platform.Database;

namespace Qingdan.Lists.Negatives;

/// <summary>Where a row of the 负面清单 stands.</summary>
internal enum NegativeState
{
    /// <summary>拟列入: the catalogue says 不予共享; a basis is still owed.</summary>
    Candidate,

    /// <summary>审核中: on its way 处室 → 法制 → 保密审查 → 单位负责人 → 主管部门.</summary>
    InRoute,

    /// <summary>已退回: a step sent it back to its unit.</summary>
    Returned,

    /// <summary>生效中: reviewed by the authority (上海市数据条例 38).</summary>
    InForce,

    /// <summary>不列入: refused by the authority or given up by the unit.</summary>
    Rejected,

    /// <summary>已移出.</summary>
    Removed,
}

/// <summary>What the clause says about sharing.</summary>
internal enum BanKind
{
    /// <summary>未判断.</summary>
    Undecided,

    /// <summary>明确禁止 (政务数据共享条例 14; 上海市数据条例 38).</summary>
    Express,

    /// <summary>保密义务: no express ban; a legal opinion is asked for.</summary>
    ConfidentialityDuty,
}

/// <summary>Whether the basis is the law today.</summary>
internal enum BasisState
{
    /// <summary>未核实.</summary>
    Unknown,

    /// <summary>现行.</summary>
    InEffect,

    /// <summary>已修订.</summary>
    Amended,

    /// <summary>已废止.</summary>
    Repealed,
}

/// <summary>A row of the 负面清单: data that may not be shared, why, and by which clause.</summary>
internal sealed class Negative : IEditedRow
{
    public long Id { get; init; }

    /// <summary><c>FM-002438161-000001</c>; null until in force and as long as the unit has no organization code.</summary>
    public string? Number { get; set; }

    public long ProviderId { get; set; }

    /// <summary>The catalogue resource; 0 for data outside the catalogue.</summary>
    public long ResourceId { get; init; }

    public int ResourceVersion { get; set; }
    public required string Name { get; set; }
    public string Code { get; set; } = "";

    /// <summary>不予共享理由 (政务数据共享条例 15).</summary>
    public string Reason { get; set; } = "";

    /// <summary>替代方式, several separated by ；: 核验；脱敏；汇总；沙箱；一事一议.</summary>
    public string Alternatives { get; set; } = "";

    /// <summary>Whom it hinders, as the unit sees it.</summary>
    public string Impact { get; set; } = "";

    /// <summary>Level of the legal basis, by the name Standards gives it; empty while none is stated.</summary>
    public string BasisLevel { get; set; } = "";

    public string BasisName { get; set; } = "";
    public string BasisNumber { get; set; } = "";
    public string BasisClause { get; set; } = "";
    public string BasisText { get; set; } = "";
    public BasisState BasisState { get; set; }
    public DateOnly? BasisEffectiveOn { get; set; }

    /// <summary>The clause in the register of Standards; 0 when typed by hand.</summary>
    public long BasisClauseId { get; set; }

    public BanKind Ban { get; set; }
    public string LegalOpinion { get; set; } = "";
    public NegativeState State { get; set; }

    /// <summary>Whose turn while in route: office, legal, secrecy, unit-head, authority; empty otherwise.</summary>
    public string Step { get; set; } = "";

    /// <summary>定期复核.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Why it waits for it before its day.</summary>
    public ReviewCause ReviewCause { get; set; }

    /// <summary>The law that changed, in the version that took effect or that ended; empty without a cause.</summary>
    public string ReviewLaw { get; set; } = "";

    /// <summary>From which day on.</summary>
    public DateOnly? ReviewChangedOn { get; set; }

    /// <summary>重新审核: the entry in force that this one replaces when it is listed; 0 for none.</summary>
    public long ReplacesId { get; init; }

    /// <summary>Items that the authority took out when it narrowed the entry: ids separated by commas.</summary>
    public string Narrowed { get; set; } = "";

    /// <summary>The ruling of the authority that brought it into its state; 0 when it was its unit.</summary>
    public long DecisionId { get; set; }

    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }

    /// <summary>Declared elements as a JSON object: key → text.</summary>
    public string Elements { get; set; } = "{}";

    /// <summary>Covers what the catalogue says about the row (name, code, reason, items); as generation, or whoever wrote the row, found it.</summary>
    public string Digest { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A 数据项 that may not be shared; a row without items means the whole resource.</summary>
internal sealed class NegativeItem
{
    public long Id { get; init; }
    public long NegativeId { get; init; }

    /// <summary>The catalogue item; 0 for data outside the catalogue.</summary>
    public long ItemId { get; init; }

    public int Place { get; init; }
    public required string Name { get; init; }
}
