using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.Contracts.Rules;

/// <summary>规则口径: one law as a program needs it. Data, from <c>Data/profiles.json</c>.</summary>
/// <param name="Id">Stable: <c>national-2025</c>, <c>shanghai-2021</c>.</param>
/// <param name="Name">Chinese name for the screen.</param>
/// <param name="Law">Name of the law.</param>
/// <param name="Rank">1 is the higher law; on substance the higher goes first.</param>
/// <param name="EffectiveFrom">In force from this day.</param>
/// <param name="Authority">Who plays 主管部门 by the text.</param>
/// <param name="AppliesTo">To which kinds of organization.</param>
/// <param name="Bases">Which levels of legal basis it accepts for not sharing.</param>
/// <param name="Timers">Its terms.</param>
public sealed record RuleProfile(
    string Id, string Name, string Law, int Rank, DateOnly EffectiveFrom, AuthorityRule Authority,
    IReadOnlyList<Applicability> AppliesTo, BasisRule Bases, IReadOnlyList<RuleTimer> Timers)
{
    /// <summary>How it applies to a kind; every profile speaks of every kind.</summary>
    public Applicability For(OrganizationKind kind) => AppliesTo.Single(a => a.Kind == kind);

    /// <summary>True when a body of this kind is under it without further ado.</summary>
    public bool Counts(OrganizationKind kind) => For(kind).How != Applying.IfAuthorized;
}

/// <summary>主管部门 by the text of the law, with our note on who plays it now.</summary>
public sealed record AuthorityRule(string Text, Anchor Anchor, string Note, Certainty Certainty);

/// <summary>How a profile applies to a kind of organization.</summary>
public enum Applying
{
    /// <summary>适用.</summary>
    Directly,

    /// <summary>参照适用.</summary>
    ByReference,

    /// <summary>经授权的适用: only bodies that a law or regulation authorizes; not counted by default.</summary>
    IfAuthorized,
}

/// <summary>One kind of organization under a profile.</summary>
public sealed record Applicability(OrganizationKind Kind, Applying How, Anchor Anchor, string Note, Certainty Certainty);

/// <summary>Levels accepted as basis for not sharing.</summary>
/// <param name="Levels">The accepted levels.</param>
/// <param name="Text">The accepted levels as the law words them.</param>
/// <param name="Anchor">Where.</param>
/// <param name="Note">What must be known besides.</param>
/// <param name="Certainty">Of the note.</param>
public sealed record BasisRule(IReadOnlyList<LegalBasisLevel> Levels, string Text, Anchor Anchor, string Note, Certainty Certainty);
