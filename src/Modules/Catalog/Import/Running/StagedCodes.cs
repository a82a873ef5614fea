using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Import.Running;

/// <summary>Gives staged rows that brought only Shanghai's code the national one of the same number. All rows are written by then: a file may give that code to another.</summary>
internal sealed class StagedCodes(Store store, CatalogCodes codes)
{
    private const int Slice = 500;

    /// <summary>Completes the codes of a batch; drafts get theirs when they are published.</summary>
    public async Task Complete(ImportBatch batch, CancellationToken cancel)
    {
        if (batch.Target == ImportTarget.Draft) return;
        var after = 0L;
        while (await store.Query(
            $"SELECT id FROM catalog_resources WHERE import_id = @import AND import_id <> 0 AND state = 'Staged' AND code IS NOT NULL AND national_code IS NULL AND id > @after ORDER BY id LIMIT {Slice}",
            r => r.GetInt64(0), cancel, ("import", batch.Id), ("after", after)) is { Count: > 0 } slice)
        {
            await store.Execute(
                $"""
                UPDATE catalog_resources SET national_code = @prefix || code WHERE id IN ({string.Join(',', slice)})
                AND NOT EXISTS (SELECT 1 FROM catalog_resources other WHERE other.national_code = @prefix || catalog_resources.code)
                """, cancel, ("prefix", codes.National("")));
            after = slice[^1];
        }
    }
}
