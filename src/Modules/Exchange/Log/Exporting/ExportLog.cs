using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Platform.Time;

namespace Qingdan.Exchange.Log.Exporting;

/// <summary>What an export holds.</summary>
internal sealed record ExportedLog(IReadOnlyList<ExportedNode> Nodes, long Records);

/// <summary>
/// Writes the calls of some days as one file that <c>openssl</c> alone can verify (docs/EXCHANGE-LOG.md). Each chain begins at its own beginning or at a checkpoint before the first of these calls, and ends
/// at the one after the last: so there are some calls from before and after. What no checkpoint covers yet is not in it.
/// </summary>
internal sealed class ExportLog(Store store, SigningKeys keys)
{
    private const int PieceBytes = 256 * 1024;

    /// <summary>Writes it into a seekable stream; days are Shanghai's, both included.</summary>
    public async Task<Result<ExportedLog>> Run(DateOnly from, DateOnly to, Stream target, CancellationToken cancel)
    {
        if (to < from) return new Fault("exchange.log.days", "结束日期不能早于开始日期。", "to");
        // Made now when there is none yet: inside the moment nothing is written.
        var current = await keys.Current(cancel);
        await using var moment = await store.BeginMoment(cancel);
        using var tar = new TarWriter(target, keys.Suite);
        var (nodes, records, used) = (new List<ExportedNode>(), 0L, new HashSet<string> { current.Fingerprint });
        foreach (var node in await Chains(LegalDay.Start(from), LegalDay.Start(to.AddDays(1)), cancel))
        {
            records += await Records(tar, node, cancel);
            used.UnionWith(await Checkpoints(tar, node, cancel));
            nodes.Add(node);
        }
        foreach (var key in (await keys.All(cancel)).Where(k => used.Contains(k.Fingerprint)).OrderBy(k => k.Fingerprint, StringComparer.Ordinal))
            await tar.Add($"keys/{key.Fingerprint}.pem", Encoding.ASCII.GetBytes(key.Pem), cancel);
        var manifest = new LogManifest(current.Suite, current.Fingerprint, Day(from), Day(to), nodes, tar.Files).Write();
        var signed = await keys.Sign(manifest, cancel);
        if (signed.Fingerprint != current.Fingerprint) throw new InvalidOperationException("The signing key was changed while the log was exported.");
        await tar.Add(LogManifest.Path, manifest, cancel);
        await tar.Add(LogManifest.SignaturePath, Convert.FromBase64String(signed.Signature), cancel);
        await tar.Close(cancel);
        return new ExportedLog(nodes, records);
    }

    private async Task<List<ExportedNode>> Chains(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var spans = await store.Set<CallRecord>().Where(c => c.At >= from && c.At < to).GroupBy(c => c.Node)
            .Select(g => new { Node = g.Key, First = g.Min(c => c.Sequence), Last = g.Max(c => c.Sequence) }).OrderBy(g => g.Node).ToListAsync(cancel);
        var chains = new List<ExportedNode>();
        foreach (var span in spans)
        {
            var checkpoints = store.Set<Checkpoint>().Where(c => c.Node == span.Node);
            var after = await checkpoints.Where(c => c.Sequence < span.First).MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;
            var last = await checkpoints.Where(c => c.Sequence >= span.Last).MinAsync(c => (long?)c.Sequence, cancel) ?? await checkpoints.MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;
            if (last >= span.First) chains.Add(new ExportedNode(span.Node, after, last));
        }
        return chains;
    }

    private async Task<long> Records(TarWriter tar, ExportedNode node, CancellationToken cancel)
    {
        var (records, piece) = (0L, new ArrayBufferWriter<byte>(PieceBytes));
        await tar.Add(LogManifest.Records(node.Node), async () =>
        {
            await foreach (var call in store.Set<CallRecord>().AsNoTracking().Where(c => c.Node == node.Node && c.Sequence > node.After && c.Sequence <= node.Last).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
            {
                CallLine.Write(call, piece);
                piece.Write("\n"u8);
                records++;
                if (piece.WrittenCount < PieceBytes) continue;
                await tar.Write(piece.WrittenMemory, cancel);
                piece.ResetWrittenCount();
            }
            await tar.Write(piece.WrittenMemory, cancel);
        }, cancel);
        return records;
    }

    private async Task<HashSet<string>> Checkpoints(TarWriter tar, ExportedNode node, CancellationToken cancel)
    {
        var created = await store.Set<LogNode>().Where(n => n.Node == node.Node).Select(n => n.CreatedAt).SingleAsync(cancel);
        var used = new HashSet<string>();
        await tar.Add(LogManifest.Checkpoints(node.Node), async () =>
        {
            await foreach (var checkpoint in store.Set<Checkpoint>().AsNoTracking().Where(c => c.Node == node.Node && c.Sequence >= node.After && c.Sequence <= node.Last).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
            {
                used.Add(checkpoint.Fingerprint);
                await tar.Write(Encoding.UTF8.GetBytes(checkpoint.Line(created) + "\n"), cancel);
            }
        }, cancel);
        return used;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
