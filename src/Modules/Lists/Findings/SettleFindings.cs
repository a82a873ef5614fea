using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Findings;

/// <summary>Takes findings off the list as soon as a decision has mended them, without waiting for the next generation.</summary>
internal sealed class SettleFindings(Store store, FindingBook findings)
{
    /// <summary>Whoever confirmed the rows of a decision has stated their share property.</summary>
    public async Task Confirmed(long decisionId, CancellationToken cancel)
    {
        var resources = await store.Query("SELECT resource_id FROM lists_entries WHERE decision_id = @decision AND resource_id <> 0", r => r.GetInt64(0), cancel, ("decision", decisionId));
        foreach (var some in resources.Chunk(2_000)) await findings.Settle(ListFindings.ShareInferred, some, cancel);
    }
}
