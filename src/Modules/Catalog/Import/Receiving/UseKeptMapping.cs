using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>用保存过的列对应: lays a kept mapping over the columns of a file and says which of its columns the file lacks; drops one that is no longer wanted.</summary>
internal sealed class UseKeptMapping(Store store, AuditLog audit, ImportBatches batches)
{
    private const string Missing = "保存的列对应“{0}”里有 {1} 列这个文件没有：{2}。";

    /// <summary>Makes it the proposal for a batch; the check is started by <see cref="ChooseMapping"/>.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string name, Actor actor, CancellationToken cancel)
    {
        var found = await batches.Open(id, edit, actor, cancel);
        if (!found.TryGet(out var batch)) return found.As<Done>();
        if (await Find(name, actor, cancel) is not { } kept) return NotKept(name);
        var known = BatchJson.Read<ImportMapping>(kept.Mapping);
        var columns = known.Columns.ApplyTo(batch.ReadChoice().Columns, out var missing);
        batch.Mapping = BatchJson.Write(new ImportMapping(columns, known.Provider.Length > 0 ? known.Provider : batch.ReadMapping().Provider));
        var notes = BatchJson.Read<List<BatchNote>>(batch.Notes).FindAll(n => n.Text != Missing);
        if (missing.Count > 0) notes.Add(new(Missing, [name, $"{missing.Count}", string.Join('、', missing)]));
        (batch.Notes, batch.MappingName, batch.State) = (BatchJson.Write(notes), name, ImportState.Uploaded);
        batch.Edit++;
        audit.Add(actor, CatalogAudit.ImportMapped, Running.SwitchOn.Subject(batch), after: new { batch.MappingName, missing });
        return await store.TrySave(cancel) ? new Done() : ImportFaults.ChangedMeanwhile;
    }

    /// <summary>Drops a kept mapping of the own unit. What was imported by it stays.</summary>
    public async Task<Result<Done>> Drop(string name, Actor actor, CancellationToken cancel)
    {
        if (await Find(name, actor, cancel) is not { } kept) return NotKept(name);
        store.Remove(kept);
        audit.Add(actor, CatalogAudit.MappingDropped, new Subject("catalog.import.mapping", kept.Id, kept.Name), before: new { kept.Name, BatchJson.Read<ImportMapping>(kept.Mapping).Columns });
        await store.SaveChangesAsync(cancel);
        return new Done();
    }

    private async Task<KeptMapping?> Find(string name, Actor actor, CancellationToken cancel) => await (await batches.KeptOf(actor, cancel)).FirstOrDefaultAsync(m => m.Name == name, cancel);

    private static Fault NotKept(string name) => new("catalog.import.mapping.not-kept", "没有保存过名为“{0}”的列对应。", "kept", FaultKind.NotFound, name);
}
