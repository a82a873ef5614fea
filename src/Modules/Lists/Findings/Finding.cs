namespace Qingdan.Lists.Findings;

/// <summary>How much a finding hinders a clean list.</summary>
internal enum Severity
{
    /// <summary>严重: the row cannot stand in a list in force like this.</summary>
    Severe,

    /// <summary>警告: owed, but the list can go on.</summary>
    Warning,

    /// <summary>提示.</summary>
    Hint,
}

/// <summary>A row of the 问题清单. Sentence, anchor and place to mend follow from its code, see the kinds of findings.</summary>
internal sealed class Finding
{
    public long Id { get; init; }
    public long ProviderId { get; init; }
    public required string Code { get; init; }
    public Severity Severity { get; init; }

    /// <summary>The catalogue resource; 0 without one.</summary>
    public long ResourceId { get; init; }

    /// <summary><c>responsibility</c>, <c>negative</c>, or empty.</summary>
    public string EntryKind { get; init; } = "";

    public long EntryId { get; init; }

    /// <summary>Name of the thing it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Values of the sentence's placeholders, a JSON array of texts.</summary>
    public string Args { get; init; } = "[]";

    public long GenerationId { get; init; }
}
