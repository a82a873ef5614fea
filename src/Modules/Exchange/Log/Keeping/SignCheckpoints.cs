using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Signing;

namespace Qingdan.Exchange.Log.Keeping;

/// <summary>Signs how far the chains of this data folder have flowed into the store; keeps the last checkpoint beside the spool too, so that who can write the store alone cannot take away the end.</summary>
internal sealed class SignCheckpoints(Store store, StoreOptions options, SigningKeys keys, CallLog log, AuditLog audit, TimeProvider clock)
{
    /// <summary>Signs each chain that has grown since its last checkpoint.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var folders = NodeFolder.All(options.DataFolder).ToDictionary(f => f.Node);
        if (folders.Count == 0) return;
        long[] mine = [.. folders.Keys];
        var grown = await (
            from n in store.Set<LogNode>().AsNoTracking()
            where mine.Contains(n.Node) && !store.Set<Checkpoint>().Any(c => c.Node == n.Node && c.Sequence >= n.Sequence) && n.Sequence > 0
            select n).ToListAsync(cancel);
        foreach (var node in grown)
        {
            var own = node.Node == log.Folder?.Node;
            var setBack = own ? log.SetBack : 0;
            var checkpoint = await Sign(node, node.Sequence, node.Digest, setBack, cancel);
            if (setBack > 0) audit.Add(Actor.System, LogAudit.SetBack, LogAudit.Subject(node.Node), after: new { setBack, node.Sequence });
            // Another process may have signed the same place.
            if (!await store.TrySave(cancel)) continue;
            if (own) log.Noted(setBack);
            folders[node.Node].KeepHead(checkpoint.Line(node.CreatedAt));
        }
    }

    /// <summary>Adds a checkpoint to the unit of work.</summary>
    public async Task<Checkpoint> Sign(LogNode node, long sequence, byte[] digest, long setBack, CancellationToken cancel)
    {
        // As it will be read back: to the millisecond.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var checkpoint = new Checkpoint { Node = node.Node, Sequence = sequence, Digest = digest, At = at, SetBack = setBack };
        var signed = await keys.Sign(checkpoint.Content(node.CreatedAt), cancel);
        (checkpoint.Suite, checkpoint.Fingerprint, checkpoint.Signature) = (signed.Algorithm, signed.Fingerprint, signed.Signature);
        store.Add(checkpoint);
        return checkpoint;
    }
}
