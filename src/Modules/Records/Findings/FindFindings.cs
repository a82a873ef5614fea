using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings;

/// <summary>The 问题清单 as pages and exports see it. Figures come from the maintained counts: two statements a page, however many findings there are.</summary>
internal sealed class FindFindings(Store store, FindingKinds kinds, FindingCounts counts, IOrganizationDirectory organizations)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int MostUnits = 150;

    private const string Columns = "id, code, provider_id, subject, args, cells, place, form, waived, resource_id";

    /// <summary>One page with the figures of all choices. A unit's people see their own unit, the city's roles and the auditor all.</summary>
    public async Task<FindingListView> Page(FindingFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var all = (await counts.Read(Scope(actor, units, 0), cancel)).ConvertAll(c => c with { ProviderId = units.Living(c.ProviderId) });
        var chosen = filter.Unit == 0 ? 0 : units.Living(filter.Unit);
        var ofUnit = all.Where(c => chosen == 0 || c.ProviderId == chosen).ToLookup(c => c.Kind);
        long Of(FindingCount count) => filter.Waived ? count.Waived : count.Total;
        var shown = filter.Kinds.Select(k => (Kind: k, Total: ofUnit[k].Sum(Of))).ToList();
        return new FindingListView(
            [.. Enum.GetValues<Severity>().Select(s => new FindingTile(s.ToString(), s.Text(), s.Tone(), kinds.All.Where(k => k.Severity == s).Sum(k => ofUnit[k].Sum(Of))))],
            [.. kinds.All.Select(k => new FindingKindView(k, ofUnit[k].Sum(Of))).Where(k => k.Count > 0)],
            Units(all.Where(c => filter.Kinds.Contains(c.Kind)).GroupBy(c => c.ProviderId).Select(g => (g.Key, g.Sum(Of))).Where(u => u.Item2 > 0), units, chosen),
            await Rows(shown, filter, (page - 1L) * Size, Size, actor, units, cancel), page, Size, shown.Sum(k => k.Total), all.Sum(c => c.Total + c.Waived), all.Sum(c => c.Waived),
            filter.Kinds is [var only] ? only : null);
    }

    /// <summary>All rows of a filter, a slice at a time.</summary>
    public async IAsyncEnumerable<FindingRow> All(FindingFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
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
            rows.AddRange(await Slice(kind, filter, kind.Code == after?.Code ? after.Id : 0, most - rows.Count, actor, units, cancel));
        }
        return rows;
    }

    // Kind by kind in the order of their weight, each a walk along an index: those that the page needs, in one statement.
    private async Task<List<FindingRow>> Rows(IEnumerable<(FindingKind Kind, long Total)> totals, FindingFilter filter, long skip, long take, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var parts = new List<string>();
        foreach (var (kind, total) in totals)
        {
            if (take == 0) break;
            var here = Math.Clamp(total - skip, 0, take);
            if (here > 0) parts.Add($"SELECT * FROM (SELECT {parts.Count} AS part, {Columns} FROM records_findings WHERE code = '{kind.Code}' AND {Scope(actor, units, filter.Unit)}{Waived(filter)} ORDER BY id LIMIT {here} OFFSET {skip}) AS part{parts.Count}");
            (skip, take) = (Math.Max(0, skip - total), take - here);
        }
        return parts.Count == 0 ? [] : await store.Query($"{string.Join(" UNION ALL ", parts)} ORDER BY part, id", r => Row(r, 1, actor, units), cancel);
    }

    private Task<List<FindingRow>> Slice(FindingKind kind, FindingFilter filter, long after, int take, Actor actor, UnitTree units, CancellationToken cancel) => store.Query(
        $"SELECT {Columns} FROM records_findings WHERE code = @code AND id > @after AND {Scope(actor, units, filter.Unit)}{Waived(filter)} ORDER BY id LIMIT @take", r => Row(r, 0, actor, units), cancel,
        ("code", kind.Code), ("after", after), ("take", take));

    private FindingRow Row(DbDataReader r, int at, Actor actor, UnitTree units)
    {
        var (provider, form) = (r.GetInt64(at + 2), r.GetString(at + 7));
        var own = units.Family(actor.UnitId).Contains(provider);
        return new FindingRow(
            r.GetInt64(at), kinds.Find(r.GetString(at + 1))!, units.ShortName(provider), r.GetString(at + 3), Read<string>(r.GetString(at + 4)), Read<FindingCell>(r.GetString(at + 5)),
            own && form.Length > 0 && actor.Is(Roles.Liaison, Roles.UnitHead) ? form : r.GetString(at + 6), own, r.GetBoolean(at + 8), r.GetInt64(at + 9));
    }

    private static T[] Read<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<T[]>(json, JsonText.Readable)!;

    private static string Waived(FindingFilter filter) => filter.Waived ? " AND waived" : " AND NOT waived";

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
