namespace Qingdan.Lists.Negatives;

/// <summary>
/// What a form or a program says about a negative entry: the reason and the provision are owed by law (政务数据共享条例 15).
/// Choices are names of enum members, days yyyy-MM-dd as they were typed.
/// </summary>
public sealed record NegativeInput
{
    /// <summary>The catalogue row; 0 for data outside the catalogue.</summary>
    public long ResourceId { get; init; }

    /// <summary>Name of data outside the catalogue; a catalogue row brings its own.</summary>
    public string Name { get; init; } = "";

    /// <summary>Items of the catalogue row that may not be shared; none means the whole row.</summary>
    public IReadOnlyList<long> ItemIds { get; init; } = [];

    /// <summary>Items of data outside the catalogue, one a line.</summary>
    public string ItemNames { get; init; } = "";

    /// <summary>不予共享理由.</summary>
    public string Reason { get; init; } = "";

    /// <summary>替代方式.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Whom it hinders.</summary>
    public string Impact { get; init; } = "";

    /// <summary>A clause of the register; it then brings level, document, number, clause and text. 0 when typed.</summary>
    public long ClauseId { get; init; }

    public string BasisLevel { get; init; } = "";
    public string BasisName { get; init; } = "";
    public string BasisNumber { get; init; } = "";
    public string BasisClause { get; init; } = "";

    /// <summary>条款原文.</summary>
    public string BasisText { get; init; } = "";

    public string BasisState { get; init; } = "";
    public string BasisEffectiveOn { get; init; } = "";

    /// <summary>Express ban, or duty of confidentiality.</summary>
    public string Ban { get; init; } = "";

    /// <summary>法制意见.</summary>
    public string LegalOpinion { get; init; } = "";

    /// <summary>What else is declared of a negative entry: key → text.</summary>
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>();
}
