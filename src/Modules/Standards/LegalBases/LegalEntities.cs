using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases;

/// <summary>A law of the register, in one of its versions.</summary>
internal sealed class LegalBasis
{
    public long Id { get; init; }

    /// <summary>Stable name of the version, unique.</summary>
    public required string Code { get; init; }

    public LegalBasisLevel Level { get; set; }
    public required string Name { get; init; }

    /// <summary>发布机关; empty when not stated.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Document number, or how it was passed.</summary>
    public required string Number { get; set; }

    /// <summary>公布日期; null when not stated.</summary>
    public DateOnly? PromulgatedOn { get; set; }

    public DateOnly EffectiveOn { get; init; }

    /// <summary>失效日期: the first day on which this text holds no more; null when not stated.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>代替: the earlier version that it took the place of, as the file names it; empty when not stated.</summary>
    public string Replaces { get; set; } = "";

    /// <summary>As stated. What holds today also depends on later versions, see <see cref="Succession"/>.</summary>
    public LawState State { get; set; }

    public Certainty Certainty { get; set; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; set; }

    /// <summary>The import that brought or last changed it; 0 for what came with the program.</summary>
    public long ImportId { get; set; }

    /// <summary>Guard against two people saving one law.</summary>
    public int Edit { get; set; }

    /// <summary>As far as it matters for which version holds. What came with the program was read with the days of its own text: its words tell of no change that units have yet to follow.</summary>
    public LawVersion Version() => new(Id, Name, EffectiveOn, PromulgatedOn, State, EndedOn, Replaces.Length > 0 || (ImportId != 0 && Succession.SaysRevised(Name, Number, EffectiveOn)));
}

/// <summary>One article of it.</summary>
internal sealed class LegalBasisClause
{
    public long Id { get; init; }
    public long BasisId { get; init; }
    public int Article { get; init; }

    /// <summary>The whole article; paragraphs are lines.</summary>
    public required string Text { get; set; }

    /// <summary>Our reading.</summary>
    public ClauseBan Ban { get; set; }

    public string Note { get; set; } = "";
}

/// <summary>A file with laws that the authority sent, and whether it was taken over.</summary>
internal sealed class LawImport
{
    public long Id { get; init; }
    public long FileId { get; init; }
    public required string FileName { get; init; }
    public required string UploadedBy { get; init; }
    public DateTimeOffset UploadedAt { get; init; }
    public string TakenBy { get; set; } = "";
    public DateTimeOffset? TakenAt { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Edit { get; set; }
}
