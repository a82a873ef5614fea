using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Files;

/// <summary>附件: what a demand is shown with, as long as its unit writes it, and what its provider asks for later. A file that is refused leaves nothing but the line that a mark was found.</summary>
internal sealed class AttachFiles(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations)
{
    /// <summary>What hinders taking these files for a demand, 0 for one not saved yet; nothing is kept.</summary>
    public async Task<List<Fault>> Check(long id, IReadOnlyList<SentFile> sent, Actor actor, CancellationToken cancel, bool supplement = false)
    {
        if (sent.Count == 0) return [];
        var there = await store.Set<DemandFile>().CountAsync(f => f.DemandId == id && f.State == DemandFileState.Attached && f.Kind == DemandFileKind.Supplement == supplement, cancel);
        List<Fault> faults = there + sent.Count > FileRules.Most ? [new("lists.demand.file.too-many", "一件需求最多 {0} 个附件，已有 {1} 个。", "files", FaultKind.Invalid, FileRules.Most, there)] : [];
        var looked = sent.Select(FileRules.Check).ToList();
        faults.AddRange(looked.Select(l => l.Fault).OfType<Fault>());
        if (looked.Count(l => l.Marked) is not (> 0 and var marks)) return faults;
        // Only that it happened and how often: neither content nor name.
        audit.Add(actor, ListsAudit.DemandFileRefused, new Subject(ListsAudit.DemandKind, id), after: new { marks });
        await store.SaveChangesAsync(cancel);
        return faults;
    }

    /// <summary>Attaches files to a draft of the own unit; the answer is the demand's edit number afterwards.</summary>
    public async Task<Result<int>> Run(long id, string kind, IReadOnlyList<SentFile> sent, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var row = await store.Set<Demand>().SingleOrDefaultAsync(d => d.Id == id && own.Contains(d.UnitId), cancel);
        if (row is null) return DemandFaults.NotFound;
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return DemandFaults.NotYours;
        if (row.State is not (DemandState.Draft or DemandState.Returned)) return DemandFaults.NotNow;
        var faults = await Check(id, sent, actor, cancel);
        if (sent.Count == 0) faults.Add(new("lists.demand.file.required", "请选择要上传的附件。", "files"));
        if (FormChoice.Of<DemandFileKind>(kind) is not { } shows || shows == DemandFileKind.Supplement) faults.Add(new("lists.demand.file.shows", "请选择附件是什么材料。", "fileKind"));
        else if (faults.Count == 0) return await Keep(row, shows, sent, actor, cancel);
        return faults;
    }

    private async Task<Result<int>> Keep(Demand row, DemandFileKind kind, IReadOnlyList<SentFile> sent, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var added = await Add(row, kind, sent, actor, cancel);
        if (!added.Ok) return added.As<int>();
        if (!await store.TrySave(cancel)) return DemandFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return row.Edit;
    }

    /// <summary>Adds files that were checked, within the transaction of the caller, who saves.</summary>
    public async Task<Result<Done>> Add(Demand row, DemandFileKind kind, IReadOnlyList<SentFile> sent, Actor actor, CancellationToken cancel)
    {
        foreach (var one in sent)
        {
            one.Content.Position = 0;
            var saved = await files.Save(actor, one.Name, one.Content, cancel);
            if (!saved.TryGet(out var file)) return saved.As<Done>();
            store.Add(new DemandFile { Id = ids.Next(), DemandId = row.Id, FileId = file.Id, Kind = kind, State = DemandFileState.Attached, Person = actor.Name, At = clock.GetUtcNow() });
            audit.Add(actor, ListsAudit.DemandFileAttached, ListsAudit.Of(row), after: new { FileName = file.Name, FileKind = kind, file.Length, file.Digest });
        }
        row.Touch(ids, clock);
        return new Done();
    }
}
