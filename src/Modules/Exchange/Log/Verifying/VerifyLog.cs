using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;

namespace Qingdan.Exchange.Log.Verifying;

/// <summary>What was looked at, and what is wrong with it.</summary>
/// <param name="Nodes">Chains.</param>
/// <param name="Records">Records in the store and, beyond them, in the spools of this data folder.</param>
/// <param name="Faults">What is wrong; empty when all is well.</param>
internal sealed record LogVerdict(int Nodes, long Records, IReadOnlyList<Fault> Faults);

/// <summary>
/// Recomputes every chain from the store and goes on in the spools of this data folder; checks each checkpoint's signature with the city's keys, and that nothing is missing at the end.
/// Any bit that was altered is found and its place named. May run beside the server.
/// </summary>
internal sealed class VerifyLog(Store store, StoreOptions options, SigningKeys keys)
{
    /// <summary>Verifies everything.</summary>
    public async Task<LogVerdict> Run(CancellationToken cancel)
    {
        // In this order: what is signed and copied meanwhile is then in the store that is read.
        var folders = NodeFolder.All(options.DataFolder).Where(f => f.Files.Count > 0).ToDictionary(f => f.Node, f => (Folder: f, f.Head));
        await using var moment = await store.BeginMoment(cancel);
        var known = (await keys.All(cancel)).ToDictionary(k => k.Fingerprint);
        var nodes = await store.Set<LogNode>().AsNoTracking().OrderBy(n => n.Node).ToListAsync(cancel);
        var faults = folders.Keys.Except(nodes.Select(n => n.Node)).Order().Select(LogFaults.Unknown).ToList();
        var records = 0L;
        foreach (var node in nodes)
        {
            var chain = new VerifyChain(store, known, node);
            await chain.Stored(folders.GetValueOrDefault(node.Node).Folder, folders.GetValueOrDefault(node.Node).Head, cancel);
            if (folders.TryGetValue(node.Node, out var here)) records += new VerifySpool(here.Folder, node).Run(chain.Faults);
            records += chain.Records;
            faults.AddRange(chain.Faults);
        }
        return new LogVerdict(nodes.Count, records, faults);
    }
}
