using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>The comparison for people and programs: both lists stream by, all is counted, and of what is asked for a bounded number is held.</summary>
internal sealed class ShowComparison(CompareEditions compare, IEnumerable<IEditionList> lists, FieldTitles titles, IOrganizationDirectory organizations)
{
    /// <summary>Changes on a page, and how many can be turned through; all of them are in the workbook.</summary>
    public const int Size = 50, Most = 1_000;

    /// <summary>A page, grouped by unit.</summary>
    public async Task<Result<ComparisonView>> Run(long before, long after, ComparisonFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var found = await compare.Find(before, after, actor, cancel);
        if (!found.TryGet(out var pair)) return found.As<ComparisonView>();
        var (tally, kept, fitting, order) = (new ComparisonTally(lists), new List<ListedChange>(), 0L, new UnitOrder(await organizations.Tree(cancel)));
        await foreach (var change in compare.Run(pair, cancel))
        {
            tally.Add(change);
            if (!filter.Takes(change)) continue;
            fitting++;
            if (kept.Count < Most) kept.Add(change);
        }
        // Within a unit list by list in the order of the keys, as they came.
        var shown = kept.OrderBy(c => c.Change.Unit, order).Skip((int)Math.Min((page - 1L) * Size, Most)).Take(Size);
        return new ComparisonView(Side(pair.Before), Side(pair.After), tally.Close(order), [.. shown.Select(View)], page, kept.Count, fitting);
    }

    /// <summary>
    /// The next changes for a program, list by list in the order of the keys, behind the change that <paramref name="last"/> names (<c>list:key</c>), with the counts of all.
    /// </summary>
    public async Task<Result<ComparisonAnswer>> After(long before, long after, ComparisonFilter filter, string last, int most, Actor actor, CancellationToken cancel)
    {
        var found = await compare.Find(before, after, actor, cancel);
        if (!found.TryGet(out var pair)) return found.As<ComparisonAnswer>();
        var (tally, taken, passed, more) = (new ComparisonTally(lists), new List<EntryChangeView>(), last.Length == 0, false);
        var (place, key) = Place(last);
        await foreach (var change in compare.Run(pair, cancel))
        {
            tally.Add(change);
            if (!passed) passed = change.List.Place > place || (change.List.Place == place && string.CompareOrdinal(change.Change.Key, key) > 0);
            if (!passed || !filter.Takes(change)) continue;
            if (taken.Count == most) more = true;
            else taken.Add(View(change));
        }
        return new ComparisonAnswer(Side(pair.Before), Side(pair.After), tally.Close(new UnitOrder(await organizations.Tree(cancel))), taken, more ? $"{taken[^1].List}:{taken[^1].Key}" : null);
    }

    /// <summary>A change in words.</summary>
    public EntryChangeView View(ListedChange listed)
    {
        var (list, change) = listed;
        return new EntryChangeView(
            list.Name, list.Title, $"{change.Kind}", change.Kind.Text(), change.Kind.Tone(), change.Key, change.Unit, change.Name,
            [.. change.Fields.Select(f => new FieldChangeView(f.Key, titles.Of(list, f.Key), f.Before, f.After, f.Partial))]);
    }

    /// <summary>An edition as one side; null is today.</summary>
    public static ComparedSide Side(Edition? e) => e is null ? new ComparedSide(0, 0, "", "", null) : new ComparedSide(e.Id, e.Number, e.Title, e.Document, e.IssuedOn);

    private (int Place, string Key) Place(string last) => last.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && lists.FirstOrDefault(l => l.Name == last[..end]) is { } list ? (list.Place, last[(end + 1)..]) : (0, "");
}

/// <summary>The comparison as the API gives it. <paramref name="Next"/>: give it as <c>from</c> for the next changes; null at the end.</summary>
internal sealed record ComparisonAnswer(ComparedSide Before, ComparedSide After, ComparisonCounts Counts, IReadOnlyList<EntryChangeView> Items, string? Next);
