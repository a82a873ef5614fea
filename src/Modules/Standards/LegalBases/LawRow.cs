using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases;

/// <summary>One law of the register, for a list.</summary>
public sealed record LawRow(long Id, string Name, string Number, LegalBasisLevel Level, LawState State, DateOnly EffectiveOn, Certainty Certainty, string Source, int Clauses)
{
    /// <summary>发布机关; empty when not stated.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>公布日期.</summary>
    public DateOnly? PromulgatedOn { get; init; }

    /// <summary>失效日期; null when not stated.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>代替: the earlier version, as stated; empty when not.</summary>
    public string Replaces { get; init; } = "";

    /// <summary>Its number when it was read: what a form of it is saved against.</summary>
    public int Edit { get; init; }

    /// <summary>True when it is the law today.</summary>
    public bool Holds { get; init; }

    /// <summary>The version in force that took its place; 0 for none.</summary>
    public long SuccessorId { get; init; }

    /// <summary>Who imported it and when; null for what came with the program.</summary>
    public LawOrigin? Imported { get; init; }
}

/// <summary>Who imported a law, when, and with which file.</summary>
public sealed record LawOrigin(string By, DateTimeOffset At, string File);
