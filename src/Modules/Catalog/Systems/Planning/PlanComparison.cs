using Qingdan.Catalog.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Systems.Planning;

/// <summary>What became of a planned resource.</summary>
public enum PlanOutcome
{
    /// <summary>已编目: in the catalogue and in force.</summary>
    Catalogued,

    /// <summary>编制中: a draft, or in review for the first time.</summary>
    InMaking,

    /// <summary>名称不同: made from this row, or much like it, under another name.</summary>
    Renamed,

    /// <summary>未编目.</summary>
    Missing,

    /// <summary>多出: of this system and not planned.</summary>
    Extra,
}

/// <summary>A difference between plan and catalogue: a Chinese sentence and what fills it.</summary>
public sealed record PlanDifference(string Text, IReadOnlyList<string> Args);

/// <summary>A line of the comparison.</summary>
/// <param name="Planned">Name in the plan; empty for what is extra.</param>
/// <param name="ResourceId">The resource found; 0 for none.</param>
/// <param name="Found">Its name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Differences">What of items, share property and frequency is otherwise than planned.</param>
public sealed record PlanLine(string Planned, long ResourceId, string Found, PlanOutcome Outcome, IReadOnlyList<PlanDifference> Differences);

/// <summary>A resource of the system as it stands in the catalogue.</summary>
internal sealed record FoundResource(long Id, string Name, bool InForce, ShareProperty? Share, UpdateFrequency? Frequency, IReadOnlyList<string> Items);

/// <summary>验收核对: the plan against the catalogue as it is now. Pure; a proposal for the person who decides.</summary>
internal static class PlanComparison
{
    // Half of the pairs of characters or of the items alike: shown as the same under another name, for a person to look at.
    private const double Alike = 0.5;

    /// <summary>A line for each planned resource, then what is extra.</summary>
    public static IReadOnlyList<PlanLine> Of(IReadOnlyList<PlannedResource> plan, IReadOnlyList<FoundResource> found)
    {
        var left = found.OrderByDescending(f => f.InForce).ThenBy(f => f.Id).ToList();
        var same = new Dictionary<long, FoundResource>();
        foreach (var row in plan) Take(row, left.Find(f => NameKey.Of(f.Name) == NameKey.Of(row.Name)));
        foreach (var row in plan.Where(p => !same.ContainsKey(p.Id))) Take(row, left.Find(f => f.Id == row.DraftId));
        foreach (var (row, resource, _) in plan.Where(p => !same.ContainsKey(p.Id)).SelectMany(p => left, (p, f) => (Row: p, Resource: f, Score: Likeness(p, f))).Where(p => p.Score >= Alike).OrderByDescending(p => p.Score).ToList())
            if (!same.ContainsKey(row.Id) && left.Contains(resource)) Take(row, resource);
        return [.. plan.Select(p => same.TryGetValue(p.Id, out var f) ? Line(p, f) : new PlanLine(p.Name, 0, "", PlanOutcome.Missing, [])), .. left.OrderBy(f => f.Id).Select(f => new PlanLine("", f.Id, f.Name, PlanOutcome.Extra, []))];

        void Take(PlannedResource row, FoundResource? resource)
        {
            if (resource is null) return;
            same[row.Id] = resource;
            left.Remove(resource);
        }
    }

    private static PlanLine Line(PlannedResource p, FoundResource f)
    {
        var outcome = NameKey.Of(p.Name) != NameKey.Of(f.Name) ? PlanOutcome.Renamed : f.InForce ? PlanOutcome.Catalogued : PlanOutcome.InMaking;
        var differences = new List<PlanDifference>();
        var missing = RegisterText.Lines(p.Items).ExceptBy(f.Items.Select(NameKey.Of), NameKey.Of).ToList();
        if (missing.Count > 0) differences.Add(new("缺数据项：{0}", [string.Join('、', missing)]));
        if (p.Share is { } share && f.Share != share) differences.Add(new("共享属性：计划{0}，目录{1}", [share.Name(), f.Share?.Name() ?? "未填写"]));
        if (p.Frequency is { } frequency && f.Frequency != frequency) differences.Add(new("更新频率：计划{0}，目录{1}", [frequency.Name(), f.Frequency?.Name() ?? "未填写"]));
        return new(p.Name, f.Id, f.Name, outcome, differences);
    }

    private static double Likeness(PlannedResource p, FoundResource f)
    {
        var items = RegisterText.Lines(p.Items).Select(NameKey.Of).ToHashSet();
        var shared = items.Count < 2 ? 0 : (double)items.Intersect(f.Items.Select(NameKey.Of)).Count() / items.Count;
        return Math.Max(shared, Dice(Pairs(NameKey.Of(p.Name)), Pairs(NameKey.Of(f.Name))));
    }

    private static double Dice(HashSet<string> a, HashSet<string> b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Intersect(b).Count() / (a.Count + b.Count);

    private static HashSet<string> Pairs(string key) => [.. Enumerable.Range(0, Math.Max(0, key.Length - 1)).Select(i => key.Substring(i, 2))];
}

/// <summary>Chinese names of the outcomes.</summary>
internal static class PlanWords
{
    /// <summary>The outcome as shown.</summary>
    public static string Name(this PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Catalogued => "已编目",
        PlanOutcome.InMaking => "编制中",
        PlanOutcome.Renamed => "名称不同",
        PlanOutcome.Missing => "未编目",
        _ => "多出",
    };
}
