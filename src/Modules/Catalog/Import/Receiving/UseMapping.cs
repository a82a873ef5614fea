using Qingdan.Catalog.Import.Batches;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>Takes the proposed mapping as it is and starts the check: for the command line.</summary>
internal sealed class UseMapping(ChooseMapping choose, ImportBatches batches)
{
    public async Task<Result<Done>> Run(long id, string provider, Actor actor, CancellationToken cancel)
    {
        if (await batches.Find(id, actor, cancel) is not { } batch) return ImportFaults.NotFound;
        var mapping = batch.ReadMapping();
        var fields = mapping.Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Column, c => c.Key!);
        return await choose.Run(id, new MappingChoice(batch.Edit, fields, provider.Length > 0 ? provider : mapping.Provider, batch.Target), actor, cancel);
    }
}
