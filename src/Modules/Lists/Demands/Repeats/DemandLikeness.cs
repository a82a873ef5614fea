using Qingdan.Catalog.Contracts;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>How alike two demands are.</summary>
/// <param name="Common">Items that both want.</param>
/// <param name="Of">Items of the one that wants fewer.</param>
/// <param name="SameScenario">For one purpose, as far as is said.</param>
internal sealed record LikeDemands(int Common, int Of, bool SameScenario);

/// <summary>需求查重 (R19): when two demands want the same. Which units they come from is no part of it; that says what the likeness means.</summary>
internal static class DemandLikeness
{
    // Two of three: half would be the 姓名 and 证件号码 that all demands about people have.
    private const int Parts = 3, CommonParts = 2;

    // Outside the catalogue a single name says too little, unless neither wants more than that.
    private const int LeastNames = 2;

    // Scenarios are sentences: of one told twice most pairs of signs return, of two that merely speak of the same matter about a third.
    private const double SameSentence = 0.6;

    /// <summary>Null when they are not alike; the order does not matter.</summary>
    public static LikeDemands? Of(WantedThings one, WantedThings other)
    {
        if (one.Things.Count == 0 || other.Things.Count == 0 || one.Outside != other.Outside) return null;
        // Of what stands in no catalogue, two providers each have their own.
        if (one.Outside && one.ProviderId != 0 && other.ProviderId != 0 && one.ProviderId != other.ProviderId) return null;
        var of = Math.Min(one.Things.Count, other.Things.Count);
        var common = Math.Max(one.Things.Count == of ? one.CommonWith(other) : 0, other.Things.Count == of ? other.CommonWith(one) : 0);
        if (common * Parts < of * CommonParts) return null;
        if (one.Outside && common < LeastNames && Math.Max(one.Things.Count, other.Things.Count) > 1) return null;
        return new LikeDemands(common, of, SameScenario(one.Scenario, other.Scenario));
    }

    /// <summary>What is not said yet is no other scenario.</summary>
    private static bool SameScenario(string one, string other)
    {
        var (a, b) = (Pairs(NameKey.Of(one)), Pairs(NameKey.Of(other)));
        return a.Count == 0 || b.Count == 0 || 2.0 * a.Count(b.Contains) / (a.Count + b.Count) >= SameSentence;
    }

    private static HashSet<string> Pairs(string text) => text.Length < 2 ? [.. text.Select(c => $"{c}")] : [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];
}
