using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>What of a basis decides whether data may stand in the negative list.</summary>
internal sealed record BasisFacts(LegalBasisLevel? Level, BasisState State, BanKind Ban, bool HasOpinion);

/// <summary>
/// Whether a legal basis carries a negative entry, law by law. National: 法律、行政法规、国务院决定 (政务数据共享条例 14, 15);
/// Shanghai: 法律、法规 (上海市数据条例 38), which takes in 地方性法规 and not a 国务院决定 (the profile says that this is our reading). Pure.
/// </summary>
/// <param name="Laws">What each law that applies says of the level.</param>
/// <param name="Blocks">What must be mended before it can be listed.</param>
/// <param name="Warnings">What the people who decide should see.</param>
internal sealed record NegativeVerdict(IReadOnlyList<BasisVerdict> Laws, IReadOnlyList<Fault> Blocks, IReadOnlyList<Sentence> Warnings)
{
    /// <summary>True when nothing stands against listing it.</summary>
    public bool Passes => Blocks.Count == 0;

    /// <summary>Judges a basis under the laws that apply to its unit.</summary>
    public static NegativeVerdict Of(BasisFacts facts, IReadOnlyList<RuleProfile> profiles)
    {
        if (facts.Level is not { } level) return new NegativeVerdict([], [NoBasis, .. Further(facts)], [.. Doubts(facts)]);
        var (laws, carried) = LevelVerdict.Of(level, profiles);
        IEnumerable<Sentence> lacking = carried ? laws.Where(l => !l.Accepted).Select(l => l.Sentence) : [];
        return new NegativeVerdict(laws, [.. carried ? Array.Empty<Fault>() : [LevelTooLow], .. Further(facts)], [.. lacking, .. Doubts(facts)]);
    }

    /// <summary>What the authority must have settled before it lists an entry: that the basis is the law today, and how its clause reads.</summary>
    public static IEnumerable<Fault> BeforeListing(BasisFacts facts)
    {
        if (facts.State is BasisState.Unknown or BasisState.Amended)
            yield return new("lists.negative.basis.unverified", "依据还没有核实为现行有效。请核对公布的文本，勾选“已核对，依据现行有效”；已经失效的请退回。", "inEffect");
        if (facts.Ban == BanKind.Undecided) yield return new("lists.negative.ban.required", "请判断条款是明确禁止共享，还是只规定保密义务。", "ban");
    }

    private static IEnumerable<Fault> Further(BasisFacts facts)
    {
        if (facts.State == BasisState.Repealed)
            yield return new("lists.negative.basis.repealed", "依据已废止，不能据此不予共享。请改引现行有效的条款，或不再提出。", "basisState");
        if (facts is { Ban: BanKind.ConfidentialityDuty, HasOpinion: false }) yield return OpinionNeeded;
    }

    private static IEnumerable<Sentence> Doubts(BasisFacts facts)
    {
        if (facts.State == BasisState.Unknown) yield return new("依据是否现行有效尚未核实。");
        if (facts.State == BasisState.Amended) yield return new("依据已修订，请核对条款号和原文是否仍然一致。");
        if (facts.Ban == BanKind.Undecided) yield return new("条款是明确禁止共享，还是只规定保密义务，还没有判断。");
    }

    /// <summary>A duty of confidentiality is no express ban (practice; 政务数据共享条例 14 asks for 明确规定).</summary>
    public static readonly Fault OpinionNeeded = new("lists.negative.opinion.required", "条款只规定保密义务，不等于明确禁止共享，须附法制意见。", "legalOpinion");

    private static readonly Fault NoBasis = new("lists.negative.basis.required", "请写明法律依据：层级、名称、条款和原文（条例第十五条）。", "basisLevel");
    private static readonly Fault LevelTooLow = new(
        "lists.negative.basis.level", "依据的层级不够：须是适用的法律认可的层级，规章和文件都不行。请补上位法条款，或改为有条件共享。", "basisLevel");
}

/// <summary>What the laws that apply to a unit say of a level of legal basis.</summary>
/// <param name="Laws">Each of them.</param>
/// <param name="Carried">True when an entry can stand on it: one of the laws accepts it, the others are warnings.</param>
internal sealed record LevelVerdict(IReadOnlyList<BasisVerdict> Laws, bool Carried)
{
    /// <summary>Judges a level.</summary>
    public static LevelVerdict Of(LegalBasisLevel level, IReadOnlyList<RuleProfile> profiles)
    {
        var laws = profiles.Select(p => BasisVerdict.Of(p, level)).ToList();
        return new LevelVerdict(laws, laws.Exists(l => l.Accepted));
    }
}
