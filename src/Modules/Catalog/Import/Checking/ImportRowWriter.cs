using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Import.Checking;

/// <summary>Stores what a check says about each row, in slices that do not keep other writers waiting.</summary>
internal sealed class ImportRowWriter(Store store)
{
    private const int Slice = 2000;

    /// <summary>Takes out what an earlier check said.</summary>
    public async Task Clear(long importId, CancellationToken cancel)
    {
        const string Sql = "DELETE FROM catalog_import_rows WHERE id IN (SELECT id FROM catalog_import_rows WHERE import_id = @import LIMIT 5000)";
        while (await store.Execute(Sql, cancel, ("import", importId)) > 0) { }
    }

    /// <summary>Writes all rows of an outcome.</summary>
    public async Task Write(long importId, CheckOutcome outcome, Func<long, long, Task> report, CancellationToken cancel)
    {
        var done = 0;
        foreach (var slice in outcome.Rows.Chunk(Slice))
        {
            await report(done, outcome.Rows.Count);
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            await using (var writer = await Open(cancel))
            {
                foreach (var row in slice) await writer.Write(Values(importId, row, outcome));
                await writer.Complete(cancel);
            }
            await transaction.CommitAsync(cancel);
            done += slice.Length;
        }
    }

    private Task<BulkWriter> Open(CancellationToken cancel) => BulkWriter.Open(
        store, "catalog_import_rows", cancel, ("id", BulkType.Number), ("import_id", BulkType.Number), ("number", BulkType.Small), ("verdict", BulkType.Text), ("weight", BulkType.Text),
        ("name", BulkType.Text), ("provider", BulkType.Text), ("codes", BulkType.Text), ("notes", BulkType.Text), ("cells", BulkType.Text), ("changes", BulkType.Text));

    private static object?[] Values(long importId, CheckedRow row, CheckOutcome outcome)
    {
        var notes = outcome.Notes(row);
        var changes = outcome.Changes(row);
        NoteWeight? weight = notes.Count == 0 ? null : notes.Max(n => n.Weight);
        return
        [
            row.Id, importId, row.Number, outcome.Verdict(row).ToString(), weight?.ToString(), Short(row.Name), Short(row.Provider),
            notes.Count == 0 ? "" : $" {string.Join(' ', notes.Select(n => n.Code))} ",
            notes.Count == 0 ? "" : BatchJson.Write(notes), row.Cells is null ? "" : BatchJson.Write(row.Cells), changes.Count == 0 ? "" : BatchJson.Write(changes),
        ];
    }

    private static string Short(string text) => text.Length <= 200 ? text : text[..200];
}
