using System.Text.Json;
using Qingdan.Lists.Findings;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Generation;

/// <summary>Replaces the findings of what a generation looks at.</summary>
internal sealed class FindingWriter(Store store, IdSource ids)
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("id", BulkType.Number), ("provider_id", BulkType.Number), ("code", BulkType.Text), ("severity", BulkType.Text), ("resource_id", BulkType.Number),
        ("entry_kind", BulkType.Text), ("entry_id", BulkType.Number), ("subject", BulkType.Text), ("args", BulkType.Text), ("generation_id", BulkType.Number),
    ];

    /// <summary>Writes the findings of some resources in place of their former ones.</summary>
    public async Task Replace(string resourceIds, IEnumerable<NewFinding> rows, long generation, CancellationToken cancel)
    {
        await store.Execute($"DELETE FROM lists_findings WHERE resource_id <> 0 AND resource_id IN ({resourceIds})", cancel);
        await Add(rows, generation, cancel);
    }

    /// <summary>Adds findings.</summary>
    public async Task Add(IEnumerable<NewFinding> rows, long generation, CancellationToken cancel)
    {
        await using var writer = await BulkWriter.Open(store, "lists_findings", cancel, Columns);
        var values = new object?[Columns.Length];
        foreach (var (provider, resource, entry, negative, notice) in rows)
        {
            var ofNegative = notice.Kind.Mend == Mend.Negative;
            (values[0], values[1], values[2], values[3]) = (ids.Next(), provider, notice.Kind.Code, notice.Kind.Severity.ToString());
            (values[4], values[5], values[6]) = (resource, ofNegative ? "negative" : entry == 0 ? "" : "responsibility", ofNegative ? negative : entry);
            (values[7], values[8], values[9]) = (notice.Subject, notice.Args.Length == 0 ? "[]" : JsonSerializer.Serialize(notice.Args, JsonText.Readable), generation);
            await writer.Write(values);
        }
        await writer.Complete(cancel);
    }

    /// <summary>Removes what earlier runs found and this one did not meet again, and counts anew.</summary>
    public async Task Finish(string scope, long generation, CancellationToken cancel)
    {
        await store.Execute($"DELETE FROM lists_findings WHERE generation_id <> @generation{scope}", cancel, ("generation", generation));
        await store.Execute($"DELETE FROM lists_finding_counts WHERE provider_id > 0{scope}", cancel);
        await store.Execute(
            $"INSERT INTO lists_finding_counts (provider_id, code, severity, total) SELECT provider_id, code, min(severity), count(*) FROM lists_findings WHERE provider_id > 0{scope} GROUP BY provider_id, code", cancel);
    }
}

/// <summary>A finding to be written, with the rows it is about.</summary>
internal sealed record NewFinding(long ProviderId, long ResourceId, long EntryId, long NegativeId, Notice Notice);
