using System.Buffers;
using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;

namespace Qingdan.Exchange.Log.Verifying;

/// <summary>Verifies one chain as it is in the store: its beginning, its records, its checkpoints, what the spool files say of their beginnings, and its end.</summary>
internal sealed class VerifyChain(Store store, IReadOnlyDictionary<string, KnownKey> keys, LogNode node)
{
    // A checkpoint a minute: years of them are not held at once.
    private const int Slice = 1_000;

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly byte[] _digest = [.. node.BaseDigest];
    private readonly Dictionary<string, PublicKey?> _read = [];
    private long _sequence = node.BaseSequence;
    private bool _headSeen, _broken;

    /// <summary>What is wrong.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Records in the store.</summary>
    public long Records { get; private set; }

    /// <summary>Looks at everything; <paramref name="folder"/> and <paramref name="head"/> are null where the spool is not here.</summary>
    public async Task Stored(NodeFolder? folder, string? head, CancellationToken cancel)
    {
        if (node.BaseSequence == 0 && !node.BaseDigest.AsSpan().SequenceEqual(LogChain.Start(node.Node, node.CreatedAt))) Faults.Add(LogFaults.Start(node.Node));
        var files = Begins(folder);
        for (var from = node.BaseSequence - 1; ;)
        {
            var slice = await store.Set<Checkpoint>().AsNoTracking().Where(c => c.Node == node.Node && c.Sequence > from).OrderBy(c => c.Sequence).Take(Slice).ToListAsync(cancel);
            foreach (var checkpoint in slice) LookAt(checkpoint, head);
            await Read(slice.Count < Slice ? long.MaxValue : slice[^1].Sequence, slice.ToLookup(c => c.Sequence), files, cancel);
            if (slice.Count < Slice) break;
            from = slice[^1].Sequence;
        }
        // What was removed after its years leaves a signed place.
        if (node.BaseSequence > 0 && !await store.Set<Checkpoint>().AnyAsync(c => c.Node == node.Node && c.Sequence == node.BaseSequence, cancel)) Faults.Add(LogFaults.Start(node.Node));
        Conclude(head);
    }

    private void Conclude(string? head)
    {
        if (!_broken && (_sequence != node.Sequence || !_digest.AsSpan().SequenceEqual(node.Digest))) Faults.Add(_sequence < node.Sequence ? LogFaults.End(node.Node, _sequence) : LogFaults.Position(node.Node));
        // The spool knows a checkpoint that the store has not, or not so any more.
        if (head is not null && !_headSeen) Faults.Add(LogFaults.End(node.Node, _sequence));
    }

    private async Task Read(long until, ILookup<long, Checkpoint> checkpoints, ILookup<long, (string File, byte[] Digest)> files, CancellationToken cancel)
    {
        Compare(checkpoints, files);
        try
        {
            if (!_broken) await Read(until, call => LookAt(call, checkpoints, files), cancel);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or FormatException or ArgumentException)
        {
            // A value that cannot even be read.
            Break();
        }
        foreach (var beyond in checkpoints.Where(c => c.Key > _sequence && !_broken)) Faults.Add(LogFaults.End(node.Node, _sequence));
    }

    private async Task Read(long until, Func<CallRecord, bool> look, CancellationToken cancel)
    {
        var from = _sequence;
        await foreach (var call in store.Set<CallRecord>().AsNoTracking().Where(c => c.Node == node.Node && c.Sequence > from && c.Sequence <= until).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
            if (!look(call)) return;
    }

    private bool LookAt(CallRecord call, ILookup<long, Checkpoint> checkpoints, ILookup<long, (string File, byte[] Digest)> files)
    {
        _line.ResetWrittenCount();
        CallLine.Write(call, _line);
        LogChain.Next(_digest, _line.WrittenSpan, _digest);
        if (call.Sequence != _sequence + 1 || !_digest.AsSpan().SequenceEqual(call.Digest))
        {
            Break();
            return false;
        }
        (_sequence, Records) = (call.Sequence, Records + 1);
        Compare(checkpoints, files);
        return true;
    }

    private void Break()
    {
        _broken = true;
        Faults.Add(LogFaults.Record(node.Node, _sequence + 1));
    }

    // What others say of this place.
    private void Compare(ILookup<long, Checkpoint> checkpoints, ILookup<long, (string File, byte[] Digest)> files)
    {
        foreach (var checkpoint in checkpoints[_sequence])
            if (!checkpoint.Digest.AsSpan().SequenceEqual(_digest)) Faults.Add(LogFaults.Checkpoint(node.Node, _sequence));
        foreach (var (file, digest) in files[_sequence])
            if (!digest.AsSpan().SequenceEqual(_digest)) Faults.Add(LogFaults.Spool(file, _sequence + 1));
    }

    private void LookAt(Checkpoint checkpoint, string? head)
    {
        var line = checkpoint.Line(node.CreatedAt);
        _headSeen |= line == head;
        if (!Signed(checkpoint)) Faults.Add(LogFaults.Checkpoint(node.Node, checkpoint.Sequence));
    }

    private bool Signed(Checkpoint checkpoint)
    {
        if (!_read.TryGetValue(checkpoint.Fingerprint, out var key))
            _read[checkpoint.Fingerprint] = key = keys.TryGetValue(checkpoint.Fingerprint, out var known) && SigningSuite.Find(known.Suite)!.Read(known.Pem).TryGet(out var read) ? read : null;
        if (key is null || keys[checkpoint.Fingerprint].Suite != checkpoint.Suite) return false;
        var signature = new byte[checkpoint.Signature.Length];
        // One text for the bytes: else a changed letter might say the same.
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out var length) && Convert.ToBase64String(signature, 0, length) == checkpoint.Signature
            && key.Verify(checkpoint.Content(node.CreatedAt), signature[..length]);
    }

    private static ILookup<long, (string, byte[])> Begins(NodeFolder? folder) => (folder?.Files ?? []).Where(File.Exists).Select(file =>
    {
        using var reader = SpoolReader.Open(file);
        return (File: file, reader.Header);
    }).Where(f => f.Header is not null).ToLookup(f => f.Header!.First - 1, f => (f.File, Convert.FromHexString(f.Header!.Previous)));
}
