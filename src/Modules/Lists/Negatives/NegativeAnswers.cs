using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Negatives;

/// <summary>Some rows of the 负面清单. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record NegativesAnswer(IReadOnlyList<NegativeAnswer> Items, long? Next);

/// <summary>One row with its items; without items it is about the whole resource.</summary>
internal sealed record OneNegativeAnswer(NegativeAnswer Entry, IReadOnlyList<NegativeItemAnswer> Items);

/// <summary>An item that may not be shared.</summary>
internal sealed record NegativeItemAnswer(int Place, long ItemId, string Name);

/// <summary>The provision a row rests on.</summary>
internal sealed record NegativeBasisAnswer(string Level, string Name, string Number, string Clause, string Text, BasisState State, DateOnly? EffectiveOn);

/// <summary>A row. <paramref name="ResourceId"/> is 0 for data outside the catalogue.</summary>
internal sealed record NegativeAnswer(
    long Id, string? Number, UnitAnswer Provider, long ResourceId, int ResourceVersion, string Name, string Code, string Reason, string Alternatives, string Impact, NegativeBasisAnswer Basis, BanKind Ban,
    string LegalOpinion, NegativeState State, string Step, DateOnly? ReviewOn, ReviewCause ReviewCause, string ReviewLaw, DateOnly? ReviewChangedOn, string DecidedBy, DateTimeOffset? DecidedAt, int Edit, DateTimeOffset ChangedAt, IReadOnlyDictionary<string, string> Elements)
{
    public static NegativeAnswer Of(Negative n, UnitTree units) => new(
        n.Id, n.Number, UnitAnswer.Of(n.ProviderId, units), n.ResourceId, n.ResourceVersion, n.Name, n.Code, n.Reason, n.Alternatives, n.Impact,
        new(n.BasisLevel, n.BasisName, n.BasisNumber, n.BasisClause, n.BasisText, n.BasisState, n.BasisEffectiveOn), n.Ban, n.LegalOpinion, n.State, n.Step, n.ReviewOn, n.ReviewCause, n.ReviewLaw, n.ReviewChangedOn, n.DecidedBy, n.DecidedAt,
        n.Edit, n.ChangedAt, DeclaredPart.Texts(n.Elements));
}
