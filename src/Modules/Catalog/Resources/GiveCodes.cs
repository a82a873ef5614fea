using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;

namespace Qingdan.Catalog.Resources;

/// <summary>The units whose resources in force may lack codes.</summary>
internal sealed record CodesOrder(IReadOnlyCollection<long> UnitIds);

/// <summary>Orders codes when a unit's record changed: it may have got its organization code. After the commit, since the units are held in memory.</summary>
internal sealed class CodesOrders(JobQueue jobs) : IUnitListener
{
    public Task Changed(IReadOnlyCollection<long> unitIds, Actor actor, CancellationToken cancel)
    {
        jobs.Add(actor, GiveCodes.JobKind, new CodesOrder(unitIds));
        return Task.CompletedTask;
    }
}

/// <summary>Gives resources in force the codes that had to wait for the organization code of their provider; the lists follow.</summary>
internal sealed class GiveCodes(
    Store store, IOrganizationDirectory organizations, CatalogCodes codes, SearchBulk search, AuditLog audit, IdSource ids, IEnumerable<ICatalogListener> listeners) : IJobHandler
{
    public const string JobKind = "catalog.codes";
    private const int Slice = 200;

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var tree = await organizations.Now(cancel);
        foreach (var unit in job.Payload<CodesOrder>().UnitIds.Select(tree.Find).OfType<Unit>().Where(u => u.Code is not null).DistinctBy(u => u.Id)) await Of(unit, tree.Family(unit.Id), job, cancel);
    }

    private async Task Of(Unit unit, long[] family, JobContext job, CancellationToken cancel)
    {
        for (var given = 0; ;)
        {
            store.ChangeTracker.Clear();
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            await job.Hold(store, cancel);
            var rows = await store.Set<Resource>()
                .Where(r => r.Code == null && family.Contains(r.ProviderId) && (r.State == ResourceState.Published || r.State == ResourceState.Changing || r.State == ResourceState.ChangeInReview))
                .OrderBy(r => r.Id).Take(Slice).ToListAsync(cancel);
            await codes.Give(rows, cancel);
            await Index(rows, cancel);
            if (rows.Exists(r => r.Code is null)) return;
            rows.Stamp(ids);
            given += rows.Count;
            if (rows.Count < Slice && given > 0)
            {
                audit.Add(job.Actor, CatalogAudit.CodesGiven, new Subject("organizations.unit", unit.Id, unit.Name), after: new { RowCount = given });
                foreach (var listener in listeners) await listener.Published(PublishedChange.Any([unit.Id]), job.Actor, cancel);
            }
            // Somebody saved one of them in this moment: the slice is read again.
            if (!await store.TrySave(cancel))
            {
                given -= rows.Count;
                continue;
            }
            await transaction.CommitAsync(cancel);
            await job.Report(given, 0, "补给目录代码");
            if (rows.Count < Slice) return;
        }
    }

    private async Task Index(List<Resource> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var given = rows.ConvertAll(r => r.Id);
        var items = (await store.Set<Item>().AsNoTracking().Where(i => given.Contains(i.ResourceId)).ToListAsync(cancel)).ToLookup(i => i.ResourceId);
        await search.Remove(given, cancel);
        await search.Add(search.Words(rows.Select(r => (r.Id, r.Code, r.Content(items[r.Id])))), cancel);
    }
}
