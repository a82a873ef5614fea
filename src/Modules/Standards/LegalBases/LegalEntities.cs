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

    public LegalBasisLevel Level { get; init; }
    public required string Name { get; init; }

    /// <summary>Document number, or how it was passed.</summary>
    public required string Number { get; init; }

    public DateOnly EffectiveOn { get; init; }
    public LawState State { get; set; }
    public Certainty Certainty { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }
}

/// <summary>One article of it.</summary>
internal sealed class LegalBasisClause
{
    public long Id { get; init; }
    public long BasisId { get; init; }
    public int Article { get; init; }

    /// <summary>The whole article; paragraphs are lines.</summary>
    public required string Text { get; init; }

    /// <summary>Our reading.</summary>
    public ClauseBan Ban { get; init; }

    public string Note { get; init; } = "";
}
