using System.Globalization;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Resources;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Import.Running;

/// <summary>Gives codes to staged rows that have none, where the provider has an organization code. Codes that the file gave are kept out of the count.</summary>
internal sealed class StagedCodes(Store store, CatalogCodes codes, IOrganizationDirectory organizations)
{
    private const int Slice = 500;

    /// <summary>Gives the codes of a batch; drafts get theirs when they are published.</summary>
    public async Task Give(ImportBatch batch, CancellationToken cancel)
    {
        await Reserve(batch.Id, cancel);
        if (batch.Target == ImportTarget.Draft) return;
        var tree = await organizations.Tree(cancel);
        var providers = await store.Query("SELECT DISTINCT provider_id FROM catalog_resources WHERE import_id = @import AND state = 'Staged'", r => r.GetInt64(0), cancel, ("import", batch.Id));
        foreach (var provider in providers.Where(p => tree.Find(p)?.Code is not null))
            while (await GiveSlice(batch.Id, provider, cancel)) { }
    }

    private async Task<bool> GiveSlice(long importId, long provider, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var rows = await store.Query(
            $"SELECT id, national_code FROM catalog_resources WHERE import_id = @import AND state = 'Staged' AND code IS NULL AND provider_id = @provider ORDER BY id LIMIT {Slice}",
            r => (Id: r.GetInt64(0), HasNational: !r.IsDBNull(1)), cancel, ("import", importId), ("provider", provider));
        var given = rows.Count == 0 ? [] : await codes.Next(provider, rows.Count, cancel);
        for (var i = 0; i < given.Count; i++)
            await store.Execute("UPDATE catalog_resources SET code = @code, national_code = COALESCE(national_code, @national) WHERE id = @id", cancel, ("code", given[i].Shanghai), ("national", given[i].National), ("id", rows[i].Id));
        await transaction.CommitAsync(cancel);
        return given.Count == Slice;
    }

    // The file's own codes count as given: the next number is beyond them.
    private async Task Reserve(long importId, CancellationToken cancel)
    {
        var given = await store.Query("SELECT code FROM catalog_resources WHERE import_id = @import AND state = 'Staged' AND code IS NOT NULL", r => r.GetString(0), cancel, ("import", importId));
        foreach (var group in given.Select(c => c.Split('/')).GroupBy(c => c[0]))
            await codes.Reserve(group.Key, group.Max(c => long.Parse(c[1], CultureInfo.InvariantCulture)), cancel);
    }
}
