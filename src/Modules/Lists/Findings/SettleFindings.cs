using Qingdan.Platform.Database;

namespace Qingdan.Lists.Findings;

/// <summary>Takes findings off the list as soon as a decision has mended them, without waiting for the next generation.</summary>
internal sealed class SettleFindings(Store store)
{
    /// <summary>Whoever confirmed the rows of a decision has stated their share property.</summary>
    public async Task Confirmed(long decisionId, CancellationToken cancel)
    {
        var code = FindingKind.ShareInferred.Code;
        var gone = await store.Execute(
            "DELETE FROM lists_findings WHERE code = @code AND resource_id IN (SELECT resource_id FROM lists_entries WHERE decision_id = @decision AND resource_id <> 0)", cancel,
            ("code", code), ("decision", decisionId));
        if (gone == 0) return;
        await store.Execute("DELETE FROM lists_finding_counts WHERE code = @code", cancel, ("code", code));
        await store.Execute(
            "INSERT INTO lists_finding_counts (provider_id, code, severity, total) SELECT provider_id, code, min(severity), count(*) FROM lists_findings WHERE code = @code GROUP BY provider_id, code", cancel,
            ("code", code));
    }
}
