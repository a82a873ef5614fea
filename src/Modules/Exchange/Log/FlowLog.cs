using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Qingdan.Exchange.Log.Keeping;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Exchange.Usage;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Log;

/// <summary>
/// Copies what is in the spools into the store. Records and the position reached are saved in one transaction, and only on from the position that is there: nothing comes twice or is left out,
/// whatever is killed when. Only what would outlive a power cut is copied, so the store never has more than the spool.
/// </summary>
internal sealed class FlowLog(Store store, StoreOptions options, CallLog log, FlowPlaces places, CallMonths months, CountUse use, ILogger<FlowLog> logger)
{
    // SQLite has one writer: nobody else waits longer than some tens of milliseconds.
    private const int Batch = 2_000;

    /// <summary>Copies this process's own spool.</summary>
    public async Task Run(CancellationToken cancel)
    {
        if (log.Sync() is { File: > 0 } mark && log.Folder is { } folder) await Copy(folder, mark, cancel);
    }

    /// <summary>Copies what processes have left behind that run no more.</summary>
    public async Task RunLeft(CancellationToken cancel)
    {
        foreach (var folder in NodeFolder.All(options.DataFolder))
        {
            if (folder.Node == log.Folder?.Node) continue;
            await using var held = folder.TryLock();
            if (held is not null && folder.Files is [.., var last]) await Copy(folder, new SpoolMark(folder.Node, NodeFolder.Number(last), long.MaxValue, 0), cancel);
        }
    }

    private async Task Copy(NodeFolder folder, SpoolMark until, CancellationToken cancel)
    {
        var node = await store.Set<LogNode>().AsNoTracking().SingleOrDefaultAsync(n => n.Node == folder.Node, cancel);
        if (node is null || node.Sequence >= until.Sequence && until.Sequence > 0) return;
        var rows = new List<CallRecord>(Batch);
        foreach (var row in new SpoolRun(folder, until, places, logger).After(node.Sequence, node.Digest))
        {
            rows.Add(row);
            if (rows.Count < Batch) continue;
            if (!await Save(node, rows, cancel)) return;
            rows.Clear();
        }
        if (rows.Count > 0) await Save(node, rows, cancel);
    }

    private async Task<bool> Save(LogNode node, List<CallRecord> rows, CancellationToken cancel)
    {
        await months.Make(store, rows, cancel);
        var last = rows[^1];
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var from = node.Sequence;
        // Whoever copies the same finds another position here, and leaves it.
        var moved = await store.Set<LogNode>().Where(n => n.Node == node.Node && n.Sequence == from).ExecuteUpdateAsync(s => s.SetProperty(n => n.Sequence, last.Sequence).SetProperty(n => n.Digest, last.Digest), cancel);
        if (moved == 0) return false;
        await store.InsertMany(rows, cancel);
        await use.Add(rows, cancel);
        await transaction.CommitAsync(cancel);
        (node.Sequence, node.Digest) = (last.Sequence, last.Digest);
        return true;
    }
}
