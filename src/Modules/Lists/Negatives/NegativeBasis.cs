using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>Judges stored entries under the laws that apply to their units.</summary>
internal static class NegativeBasis
{
    /// <summary>The verdict on an entry as it stands.</summary>
    public static NegativeVerdict Verdict(this Negative row, RuleProfiles rules, UnitTree units) =>
        NegativeVerdict.Of(row.Facts(), units.Find(row.ProviderId) is { } unit ? rules.For(unit.Kind) : []);

    /// <summary>The level of the basis; null while none is stated.</summary>
    public static LegalBasisLevel? Level(this Negative row) => FormChoice.Of<LegalBasisLevel>(row.BasisLevel);

    /// <summary>What of the entry decides.</summary>
    public static BasisFacts Facts(this Negative row) => new(row.Level(), row.BasisState, row.Ban, row.LegalOpinion.Length > 0);
}
