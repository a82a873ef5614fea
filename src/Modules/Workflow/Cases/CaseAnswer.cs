using Qingdan.Lists.Contracts;

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

/// <summary>答复 of one item. What was signed stays as it was signed; what a dispute granted after all stands beside it.</summary>
internal sealed class CaseAnswer
{
    public long CaseId { get; init; }

    /// <summary>The item of the demand.</summary>
    public long ItemId { get; init; }

    public int Place { get; init; }

    /// <summary>The resource as the demand names it; empty where it names none.</summary>
    public required string Resource { get; init; }

    public required string Name { get; init; }

    /// <summary>What was answered.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What the settlement of a dispute made of a refusal; null where none did.</summary>
    public Verdict? Settled { get; set; }

    /// <summary>The dispute that did; 0 for none.</summary>
    public long SettledBy { get; set; }

    /// <summary>已停止获取: it goes beyond what is necessary (上海市数据条例 39 II).</summary>
    public bool Stopped { get; set; }

    /// <summary>What holds now.</summary>
    public Verdict Standing => Settled ?? Verdict;

    /// <summary>A condition that the provider names. One that the catalogue does not state takes no effect (政务数据共享条例 15).</summary>
    public string Condition { get; init; } = "";

    public string Reason { get; init; } = "";
    public string BasisName { get; init; } = "";
    public string BasisClause { get; init; } = "";

    /// <summary>The item with its resource, as letters write it: two resources can have items of one name.</summary>
    public string FullName => Resource.Length == 0 ? Name : $"{Resource}（{Name}）";

    /// <summary>The basis as it is cited; empty for none.</summary>
    public string Basis => BasisName.Length == 0 ? "" : $"《{BasisName.Trim('《', '》')}》{BasisClause}";

    /// <summary>The answer to one item of a demand.</summary>
    public static CaseAnswer To(long caseId, DemandedItem item, int place, Verdict verdict) => new() { CaseId = caseId, ItemId = item.Id, Place = place, Resource = item.Resource, Name = item.Name, Verdict = verdict };
}

/// <summary>Answers by what holds now.</summary>
internal static class StandingAnswers
{
    /// <summary>Those that grant, as answered or as settled, and were not stopped.</summary>
    public static IQueryable<CaseAnswer> Granted(this IQueryable<CaseAnswer> answers) => answers.Where(a => (a.Verdict != Verdict.Refuse || a.Settled != null) && !a.Stopped);

    /// <summary>Those that refuse still.</summary>
    public static IQueryable<CaseAnswer> Refused(this IQueryable<CaseAnswer> answers) => answers.Where(a => a.Verdict == Verdict.Refuse && a.Settled == null);
}
