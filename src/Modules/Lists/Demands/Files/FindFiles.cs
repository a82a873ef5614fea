using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Demands.Files;

/// <summary>Attachments as they are shown and fetched.</summary>
internal sealed class FindFiles(Store store, IOrganizationDirectory organizations)
{
    public static readonly Fault NotFound = new("lists.demand.file.not-found", "没有这个附件，或它已经移除。", null, FaultKind.NotFound);

    /// <summary>Those of a demand, first attached first; who may see the demand, the caller has asked. One statement.</summary>
    public async Task<IReadOnlyList<DemandAttachment>> Of(long id, CancellationToken cancel) =>
        (await store.Set<DemandFile>().AsNoTracking().Where(f => f.DemandId == id && f.State == DemandFileState.Attached).OrderBy(f => f.Id)
            .Join(store.Set<StoredFile>(), f => f.FileId, s => s.Id, (f, s) => new { File = f, s.Name, s.Length, s.Digest }).ToListAsync(cancel))
        .ConvertAll(f => new DemandAttachment(f.File.Id, id, f.Name, f.File.Kind.Text(), f.Length, f.Digest, f.File.Person, f.File.At));

    /// <summary>One to be fetched, for those who may see the demand, and for its provider, who sees its case whatever became of the demand.</summary>
    public async Task<StoredFile?> One(long id, long fileId, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var provided = store.Set<Demand>().Where(d => d.ListedAt != null && own.Contains(d.ProviderId));
        var seen = FindDemands.Visible(store.Set<Demand>(), actor, own);
        return await store.Set<DemandFile>().AsNoTracking()
            .Where(f => f.Id == fileId && f.DemandId == id && f.State == DemandFileState.Attached && (seen.Any(d => d.Id == id) || provided.Any(d => d.Id == id)))
            .Join(store.Set<StoredFile>(), f => f.FileId, s => s.Id, (_, s) => s).SingleOrDefaultAsync(cancel);
    }
}
