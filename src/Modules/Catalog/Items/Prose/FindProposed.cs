using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>
/// Finds resources of a person's unit that have no 数据项 (owed by 政务数据共享条例 13) though their summary names some.
/// Only texts of such resources are read, page by page behind an id, and never more than a few slices at once.
/// </summary>
internal sealed class FindProposed(Store store, ResourceAccess access, IOrganizationDirectory organizations)
{
    /// <summary>Most resources on a page.</summary>
    public const int Size = 20;

    /// <summary>Most texts that are read to fill a page, and most that are read to count.</summary>
    public const int MostTexts = 1000, Counted = 200;

    private const int Slice = 200;

    // The plus keeps SQLite from going through the rows in the order of its index, which takes four times as long.
    private const string ByUnitSql = """
        SELECT unit, COUNT(*) FROM (
            SELECT +r.provider_id AS unit FROM catalog_resources r
            WHERE r.state IN ('Draft', 'Published', 'Changing') AND r.summary <> ''
            AND NOT EXISTS (SELECT 1 FROM catalog_items i WHERE i.resource_id = r.id) AND NOT EXISTS (SELECT 1 FROM catalog_prose_refusals f WHERE f.resource_id = r.id)) bare
        GROUP BY unit
        """;

    /// <summary>The page behind <paramref name="after"/>.</summary>
    public async Task<ProposedList> Page(long after, int size, Actor actor, CancellationToken cancel)
    {
        var (found, own, units) = (new List<ProposedResource>(), await access.Family(actor, cancel), await organizations.Tree(cancel));
        for (var read = 0; read < MostTexts; read += Slice)
        {
            var rows = await Rows(own, after, Slice, cancel);
            foreach (var row in rows)
            {
                if (found.Count == size) return new(found, after);
                after = row.Id;
                if (row.Content.Items.Count == 0 && ItemsInProse.Read(row.Content.Summary) is { Count: > 0 } items)
                    found.Add(new(row.Id, row.Code, row.Content.Name, units.ShortName(row.ProviderId), row.State, row.Edit, row.Content.Summary, items));
            }
            if (rows.Count < Slice) return new(found, null);
        }
        return new(found, after);
    }

    /// <summary>How many there are among the first resources without 数据项, since when the oldest has been so, and whether there may be more.</summary>
    public async Task<(int Count, DateTimeOffset Since, bool More)> Count(Actor actor, CancellationToken cancel)
    {
        var rows = await Rows(await access.Family(actor, cancel), 0, Counted, cancel);
        var named = rows.Where(r => r.Content.Items.Count == 0 && ItemsInProse.Read(r.Content.Summary).Count > 0).ToList();
        return (named.Count, named.Select(r => r.ChangedAt).DefaultIfEmpty().Min(), rows.Count == Counted);
    }

    /// <summary>Resources without 数据项 by unit, those with most first: counted by the store, no text is read.</summary>
    public async Task<IReadOnlyList<BareOfUnit>> ByUnit(CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var counts = await store.Query(ByUnitSql, r => (Unit: r.GetInt64(0), Count: (int)r.GetInt64(1)), cancel);
        return [.. counts.GroupBy(c => units.Living(c.Unit)).Select(g => new BareOfUnit(g.Key, units.ShortName(g.Key), g.Sum(c => c.Count)))
            .OrderByDescending(u => u.Count).ThenBy(u => u.Unit, StringComparer.Ordinal)];
    }

    /// <summary>What the summary of a resource names, for a person who may edit it; none when it has 数据项, or when somebody said that these are none.</summary>
    public async Task<IReadOnlyList<NamedItem>> Of(ResourceView view, CancellationToken cancel) =>
        view.May.Edit && (view.Next ?? view.Content) is { Items.Count: 0 } content && await MayPropose(view.Id, cancel) ? ItemsInProse.Read(content.Summary) : [];

    /// <summary>False when somebody said that the summary of this resource names none.</summary>
    public async Task<bool> MayPropose(long id, CancellationToken cancel) => !await store.Set<ProseRefusal>().AnyAsync(r => r.ResourceId == id, cancel);

    private IQueryable<Resource> Bare => store.Set<Resource>().AsNoTracking().Where(r =>
        (r.State == ResourceState.Draft || r.State == ResourceState.Published || r.State == ResourceState.Changing) && r.Summary != ""
        && !store.Set<Item>().Any(i => i.ResourceId == r.Id) && !store.Set<ProseRefusal>().Any(f => f.ResourceId == r.Id));

    // What a unit changes on a published resource stands beside it, and may have 数据项 by now.
    private async Task<List<BareRow>> Rows(long[] own, long after, int most, CancellationToken cancel)
    {
        if (own.Length == 0) return [];
        var rows = await Bare.Where(r => own.Contains(r.ProviderId) && r.Id > after).OrderBy(r => r.Id).Take(most)
            .Select(r => new { r.Id, r.Code, r.Name, r.Summary, r.ProviderId, r.State, r.Edit, r.ChangedAt }).ToListAsync(cancel);
        var changing = rows.Where(r => r.State == ResourceState.Changing).Select(r => r.Id).ToList();
        var drafts = changing.Count == 0 ? [] : await store.Set<ResourceDraft>().AsNoTracking().Where(d => changing.Contains(d.ResourceId)).ToDictionaryAsync(d => d.ResourceId, d => d.Content, cancel);
        return rows.ConvertAll(r => new BareRow(r.Id, r.Code, r.ProviderId, r.State, r.Edit, r.ChangedAt,
            drafts.TryGetValue(r.Id, out var draft) ? JsonSerializer.Deserialize<ResourceContent>(draft, JsonText.Readable)! : new ResourceContent { Name = r.Name, Summary = r.Summary }));
    }

    private sealed record BareRow(long Id, string? Code, long ProviderId, ResourceState State, int Edit, DateTimeOffset ChangedAt, ResourceContent Content);
}
