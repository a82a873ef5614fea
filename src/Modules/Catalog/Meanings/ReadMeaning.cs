using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>One meaning, the units side by side: of each unit some resources, however many have it.</summary>
internal sealed class ReadMeaning(Store store, MeaningAccess access, FindMeanings find, IOrganizationDirectory organizations)
{
    // Of few units several resources each; of many one, so that they can be compared at all.
    private const int FewUnits = 8, MostResources = 60;

    public async Task<Result<MeaningView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await (await access.Seen(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } meaning) return MeaningAccess.NotFound;
        var units = await organizations.Tree(cancel);
        var holders = await store.Set<MeaningCount>().AsNoTracking().Where(c => c.MeaningId == id).GroupBy(c => c.UnitId).Select(c => new { Unit = c.Key, Resources = c.Sum(r => r.Resources) }).ToListAsync(cancel);
        var row = await find.Row(meaning, cancel);
        return new MeaningView
        {
            Row = row, Document = meaning.Document, Why = meaning.Why, DecidedBy = meaning.DecidedBy, DecidedAt = meaning.DecidedAt, Edit = meaning.Edit, MayDecide = actor.Is(Roles.City),
            Holders = [.. holders.OrderBy(h => h.Unit != row.SourceId).ThenByDescending(h => h.Resources).ThenBy(h => h.Unit).Select(h => new MeaningHolder(h.Unit, units.ShortName(h.Unit), h.Resources))],
            Items = await Items(meaning, row.SourceId, units, cancel),
        };
    }

    private async Task<IReadOnlyList<MeaningItem>> Items(Meaning meaning, long source, UnitTree units, CancellationToken cancel)
    {
        var each = meaning.Units > FewUnits ? 1 : 3;
        var some = await store.Query(
            $"""
            SELECT resource_id FROM (SELECT resource_id, unit_id, row_number() OVER (PARTITION BY unit_id ORDER BY resource_id) AS place FROM catalog_meaning_members WHERE meaning_id = @id) AS own
            WHERE place <= {each} ORDER BY CASE unit_id WHEN @source THEN 0 ELSE 1 END, unit_id, resource_id LIMIT {MostResources}
            """, r => r.GetInt64(0), cancel, ("id", meaning.Id), ("source", source));
        var found = await store.Set<Item>().AsNoTracking().Where(i => some.Contains(i.ResourceId)).Join(store.Set<Resource>(), i => i.ResourceId, r => r.Id, (i, r) => new
        {
            r.Id, r.Name, r.ProviderId, r.Share, r.ShareStated, r.Frequency, i.Place, Item = i.Name, i.DataType, i.Length, i.Note, Own = i.Share,
        }).ToListAsync(cancel);
        var order = some.Index().ToDictionary(s => s.Item, s => s.Index);
        return [.. found.Where(i => MeaningKey.Of(i.Item) == meaning.NameKey).OrderBy(i => order[i.Id]).ThenBy(i => i.Place).Select(i => new MeaningItem(
            i.Id, i.Name, units.Living(i.ProviderId), units.ShortName(i.ProviderId), i.Item, i.DataType, i.Length, i.Note, i.Own ?? i.Share, i.Own is not null || i.ShareStated, i.Frequency))];
    }
}
