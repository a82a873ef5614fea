namespace Qingdan.Workflow.Cases;

/// <summary>What the provider says of one item.</summary>
internal enum Verdict
{
    /// <summary>同意, on the catalogue's conditions.</summary>
    Agree,

    /// <summary>以核验方式满足: yes, no, no record.</summary>
    Verify,

    /// <summary>以脱敏方式满足.</summary>
    Mask,

    /// <summary>以汇总方式满足.</summary>
    Aggregate,

    /// <summary>不同意共享, with reason and basis (政务数据共享条例 21).</summary>
    Refuse,
}

/// <summary>答复 of one item.</summary>
internal sealed class CaseAnswer
{
    public long CaseId { get; init; }

    /// <summary>The item of the demand.</summary>
    public long ItemId { get; init; }

    public int Place { get; init; }
    public required string Name { get; init; }
    public Verdict Verdict { get; set; }

    /// <summary>A condition that the provider names. One that the catalogue does not state takes no effect (政务数据共享条例 15).</summary>
    public string Condition { get; set; } = "";

    public string Reason { get; set; } = "";
    public string BasisName { get; set; } = "";
    public string BasisClause { get; set; } = "";
}
