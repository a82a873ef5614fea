using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Findings;

/// <summary>Which findings are meant.</summary>
/// <param name="Unit">The provider; 0 for all.</param>
/// <param name="Code">The kind; null for all.</param>
/// <param name="Severity">How bad; null for all.</param>
internal sealed record FindingFilter(long Unit, string? Code, Severity? Severity)
{
    /// <summary>The filter of an address; what cannot be read does not filter.</summary>
    public static FindingFilter From(QueryState query) => new(
        long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0, FindingKind.Find(query["code"])?.Code,
        Enum.TryParse<Severity>(query["severity"], out var severity) && Enum.IsDefined(severity) ? severity : null);

    /// <summary>The kinds that fit.</summary>
    public IReadOnlyList<FindingKind> Kinds => [.. FindingKind.All.Where(k => (Code is null || k.Code == Code) && (Severity is null || k.Severity == Severity))];
}

/// <summary>The 问题清单 as pages and exports see it. Figures come from the maintained counts: two statements a page, however many findings there are.</summary>
internal sealed class FindFindings(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int MostUnits = 150;

    private const string Columns = "id, code, provider_id, subject, args, resource_id, entry_kind, entry_id";

    /// <summary>One page with the figures of all choices. A unit's people see their own unit, the city's roles and the auditor all.</summary>
    public async Task<FindingListView> Page(FindingFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var counts = (await store.Query($"SELECT provider_id, code, total FROM lists_finding_counts WHERE {Scope(actor, units, 0)}",
            r => (Unit: units.Living(r.GetInt64(0)), Kind: FindingKind.Find(r.GetString(1)), Total: r.GetInt64(2)), cancel)).Where(c => c.Kind is not null).ToList();
        var chosen = filter.Unit == 0 ? 0 : units.Living(filter.Unit);
        var ofUnit = counts.Where(c => chosen == 0 || c.Unit == chosen).ToList();
        var kinds = filter.Kinds.Select(k => (Kind: k, Total: ofUnit.Where(c => c.Kind == k).Sum(c => c.Total))).ToList();
        return new FindingListView(
            [.. Enum.GetValues<Severity>().Select(s => new FindingTile(s.ToString(), s.Text(), s.Tone(), ofUnit.Where(c => c.Kind!.Severity == s).Sum(c => c.Total)))],
            [.. FindingKind.All.Select(k => new FindingKindView(k.Code, k.Title, k.Anchor, k.Severity.Tone(), ofUnit.Where(c => c.Kind == k).Sum(c => c.Total))).Where(k => k.Count > 0)],
            Units(counts.Where(c => kinds.Exists(k => k.Kind == c.Kind)).GroupBy(c => c.Unit).Select(g => (g.Key, g.Sum(c => c.Total))), units, chosen),
            await Rows(kinds, filter.Unit, (page - 1L) * Size, Size, actor, units, cancel), page, Size, kinds.Sum(k => k.Total), counts.Sum(c => c.Total));
    }

    /// <summary>All rows of a filter, a slice at a time.</summary>
    public async IAsyncEnumerable<FindingRow> All(FindingFilter filter, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (FindingKey? after = null; await After(filter, after, 2_000, actor, cancel) is { Count: > 0 } slice; after = FindingKey.Of(slice[^1]))
            foreach (var row in slice) yield return row;
    }

    /// <summary>The next rows of a filter, in the order of the page: kind by kind, then by id.</summary>
    public async Task<IReadOnlyList<FindingRow>> After(FindingFilter filter, FindingKey? after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = new List<FindingRow>();
        foreach (var kind in filter.Kinds.SkipWhile(k => after is not null && k.Code != after.Code))
        {
            if (rows.Count == most) break;
            rows.AddRange(await Slice(kind, filter.Unit, kind.Code == after?.Code ? after.Id : 0, most - rows.Count, actor, units, cancel));
        }
        return rows;
    }

    // Kind by kind in the order of their weight, each a walk along an index: those that the page needs, in one statement.
    private async Task<List<FindingRow>> Rows(IEnumerable<(FindingKind Kind, long Total)> kinds, long unit, long skip, long take, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var parts = new List<string>();
        foreach (var (kind, total) in kinds)
        {
            if (take == 0) break;
            var here = Math.Clamp(total - skip, 0, take);
            if (here > 0) parts.Add($"SELECT * FROM (SELECT {parts.Count} AS part, {Columns} FROM lists_findings WHERE code = '{kind.Code}' AND {Scope(actor, units, unit)} ORDER BY id LIMIT {here} OFFSET {skip}) AS part{parts.Count}");
            (skip, take) = (Math.Max(0, skip - total), take - here);
        }
        return parts.Count == 0 ? [] : await store.Query($"{string.Join(" UNION ALL ", parts)} ORDER BY part, id", r => Row(r, 1, units), cancel);
    }

    private Task<List<FindingRow>> Slice(FindingKind kind, long unit, long after, int take, Actor actor, UnitTree units, CancellationToken cancel) => store.Query(
        $"SELECT {Columns} FROM lists_findings WHERE code = @code AND id > @after AND {Scope(actor, units, unit)} ORDER BY id LIMIT @take", r => Row(r, 0, units), cancel,
        ("code", kind.Code), ("after", after), ("take", take));

    private static FindingRow Row(DbDataReader r, int at, UnitTree units)
    {
        var kind = FindingKind.Find(r.GetString(at + 1))!;
        return new FindingRow(
            r.GetInt64(at), kind.Code, kind.Title, kind.Severity.Text(), kind.Severity.Tone(), units.ShortName(r.GetInt64(at + 2)), r.GetString(at + 3), kind.Text, JsonSerializer.Deserialize<string[]>(r.GetString(at + 4))!,
            kind.Anchor, FindingPlace.Of(kind.Mend, r.GetInt64(at + 2), r.GetInt64(at + 5), r.GetString(at + 6), r.GetInt64(at + 7)));
    }

    private static string Scope(Actor actor, UnitTree units, long unit)
    {
        var mine = actor.Is(Roles.SeeAll) ? "provider_id > 0" : $"provider_id IN ({string.Join(',', units.Family(actor.UnitId))})";
        return unit == 0 ? mine : $"{mine} AND provider_id IN ({string.Join(',', units.Family(unit))})";
    }

    private static List<FindingUnit> Units(IEnumerable<(long Unit, long Count)> counts, UnitTree units, long chosen)
    {
        var all = counts.Select(c => new FindingUnit(c.Unit.ToString(CultureInfo.InvariantCulture), units.ShortName(c.Unit), c.Count)).OrderByDescending(u => u.Count).ThenBy(u => u.Name, StringComparer.Ordinal).ToList();
        var key = chosen.ToString(CultureInfo.InvariantCulture);
        return [.. all.Take(MostUnits), .. all.Skip(MostUnits).Where(u => u.Id == key)];
    }
}

/// <summary>Where a finding is mended.</summary>
internal static class FindingPlace
{
    /// <summary>The address of the place.</summary>
    public static string Of(Mend mend, long provider, long resource, string entryKind, long entry) => mend switch
    {
        Mend.Unit => $"/organizations/{provider}",
        Mend.Negative when entry != 0 => $"/lists/negatives/{entry}",
        Mend.Resource when resource != 0 => $"/catalog/{resource}",
        _ when entry != 0 => entryKind == "negative" ? $"/lists/negatives/{entry}" : $"/lists/responsibilities/{entry}",
        _ => $"/catalog/{resource}",
    };
}
