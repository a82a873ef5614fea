using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>The comparison for people and programs.</summary>
internal sealed class ShowComparison(CompareEditions compare, IEnumerable<IEditionList> lists)
{
    /// <summary>Changes on the page; all of them are in the workbook.</summary>
    public const int Most = 500;

    /// <summary>Compares; of one unit only when <paramref name="unit"/> names it.</summary>
    public async Task<Result<ComparisonView>> Run(long before, long after, string unit, Actor actor, CancellationToken cancel)
    {
        var found = await compare.Find(before, after, actor, cancel);
        if (!found.TryGet(out var pair)) return found.As<ComparisonView>();
        var (counts, shown) = (lists.ToDictionary(l => l.Name, _ => new int[3]), new List<EntryChangeView>());
        await foreach (var (list, change) in compare.Run(pair, cancel))
        {
            if (unit.Length > 0 && change.Unit != unit) continue;
            counts[list.Name][(int)change.Kind]++;
            if (shown.Count < Most) shown.Add(View(list, change));
        }
        var differences = lists.OrderBy(l => l.Place).Select(l => new ListDifference(l.Name, l.Title, counts[l.Name][0], counts[l.Name][1], counts[l.Name][2])).ToList();
        return new ComparisonView(
            pair.Before.Id, pair.Before.Title, pair.After?.Id ?? 0, pair.After?.Title ?? "", differences, [.. shown.OrderBy(c => c.Unit, StringComparer.Ordinal)], differences.Sum(d => d.Added + d.Removed + d.Altered));
    }

    /// <summary>A change in words.</summary>
    public static EntryChangeView View(IEditionList list, EntryChange change)
    {
        var titles = list.Columns.ToDictionary(c => c.Key, c => c.Title);
        return new EntryChangeView(list.Title, change.Kind.Text(), change.Key, change.Unit, change.Name, [.. change.Fields.Select(f => new FieldChangeView(titles.GetValueOrDefault(f.Key, f.Key), f.Before, f.After))]);
    }
}
