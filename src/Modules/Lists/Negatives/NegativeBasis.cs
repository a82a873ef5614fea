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

    /// <summary>Whether the basis is the law today: as the unit stated it, or as a later change of the law has it.</summary>
    public static BasisState StateToday(this Negative row) => row.ReviewCause switch
    {
        ReviewCause.Repealed => BasisState.Repealed,
        ReviewCause.Amended => BasisState.Amended,
        _ => row.BasisState,
    };

    /// <summary>What of the entry decides.</summary>
    public static BasisFacts Facts(this Negative row) => new(row.Level(), row.StateToday(), row.Ban, row.LegalOpinion.Length > 0);
}
