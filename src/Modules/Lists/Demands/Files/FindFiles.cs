using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Files;

/// <summary>Attachments as they are shown and fetched.</summary>
internal sealed class FindFiles(Store store, IOrganizationDirectory organizations)
{
    public static readonly Fault NotFound = new("lists.demand.file.not-found", "没有这个附件，或它已经移除。", null, FaultKind.NotFound);

    /// <summary>Those of a demand, first attached first; who may see them, the caller has asked. One statement.</summary>
    public Task<IReadOnlyList<DemandAttachment>> Of(long id, CancellationToken cancel) => Read(Attached(id), cancel);

    /// <summary>
    /// Those of a demand that this person may fetch: the demand list is open to all units, its 影响评估 and 补正材料 are for the unit that asks, its provider once it was listed
    /// (whatever became of it since), its district, and the city's people. One statement.
    /// </summary>
    public async Task<IReadOnlyList<DemandAttachment>> For(long id, Actor actor, CancellationToken cancel)
    {
        var open = await Open(actor, cancel);
        return await Read(Attached(id).Where(_ => open.Any(d => d.Id == id)), cancel);
    }

    /// <summary>One to be fetched; null for those to whom it is not open.</summary>
    public async Task<StoredFile?> One(long id, long fileId, Actor actor, CancellationToken cancel)
    {
        var open = await Open(actor, cancel);
        return await Attached(id).Where(f => f.Id == fileId && open.Any(d => d.Id == id))
            .Join(store.Set<StoredFile>(), f => f.FileId, s => s.Id, (_, s) => s).SingleOrDefaultAsync(cancel);
    }

    private IQueryable<DemandFile> Attached(long id) => store.Set<DemandFile>().AsNoTracking().Where(f => f.DemandId == id && f.State == DemandFileState.Attached);

    // The demands whose files are open to this person.
    private async Task<IQueryable<Demand>> Open(Actor actor, CancellationToken cancel)
    {
        var (own, all) = ((await organizations.Tree(cancel)).Family(actor.UnitId), actor.Is(Roles.SeeAll));
        return store.Set<Demand>().Where(d =>
            own.Contains(d.UnitId) || (d.ListedAt != null && own.Contains(d.ProviderId)) || (d.State != DemandState.Draft && (all || (d.DistrictId != 0 && own.Contains(d.DistrictId)))));
    }

    private async Task<IReadOnlyList<DemandAttachment>> Read(IQueryable<DemandFile> files, CancellationToken cancel) =>
        (await files.OrderBy(f => f.Id)
            .Join(store.Set<StoredFile>(), f => f.FileId, s => s.Id, (f, s) => new { File = f, s.Name, s.Length, s.Digest }).ToListAsync(cancel))
        .ConvertAll(f => new DemandAttachment(f.File.Id, f.File.DemandId, f.Name, f.File.Kind.Text(), f.Length, f.Digest, f.File.Person, f.File.At));
}
