using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>Takes the proposed mapping as it is, or one that was kept under a name: for the command line.</summary>
internal sealed class UseMapping(Store store, ChooseMapping choose, ImportBatches batches)
{
    /// <summary>Chooses and starts the check. Kept mappings of any unit may be used.</summary>
    public async Task<Result<Done>> Run(long id, string? name, string provider, Actor actor, CancellationToken cancel)
    {
        if (await batches.Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        var mapping = batch.ReadMapping();
        if (name is not null)
        {
            var kept = await store.Set<KeptMapping>().AsNoTracking().Where(m => m.Name == name).OrderByDescending(m => m.ChangedAt).FirstOrDefaultAsync(cancel);
            if (kept is null) return new Fault("catalog.import.mapping.not-kept", "没有保存过名为“{0}”的列对应。", "mapping", FaultKind.NotFound, name);
            var known = BatchJson.Read<ImportMapping>(kept.Mapping);
            mapping = known with { Columns = known.Columns.ApplyTo(batch.ReadChoice().Columns, out _) };
        }
        var fields = mapping.Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Column, c => c.Key!);
        return await choose.Run(id, new MappingChoice(batch.Edit, fields, provider.Length > 0 ? provider : mapping.Provider, batch.Target), actor, cancel);
    }
}
