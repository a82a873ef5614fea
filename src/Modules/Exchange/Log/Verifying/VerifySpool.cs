using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Log.Verifying;

/// <summary>Verifies the spool files of one chain: each by itself, that each follows the one before, and that they say the same as the store where both have a record.</summary>
internal sealed class VerifySpool(NodeFolder folder, LogNode node)
{
    private long? _sequence;
    private byte[] _digest = [];

    /// <summary>Adds what is wrong; answers how many records there are beyond those in the store.</summary>
    public long Run(List<Fault> faults)
    {
        var files = folder.Files;
        foreach (var file in files)
        {
            if (!File.Exists(file)) continue;
            if (!Read(file, file == files[^1], faults)) return 0;
        }
        // Only what was on the disk was copied.
        if (_sequence < node.Sequence) faults.Add(LogFaults.End(node.Node, _sequence.Value));
        return Math.Max(0, (_sequence ?? 0) - node.Sequence);
    }

    private bool Read(string file, bool last, List<Fault> faults)
    {
        using var reader = SpoolReader.Open(file);
        var follows = reader.Header is { } header && header.Node == node.Node && header.Created == node.CreatedAt.ToUnixTimeMilliseconds()
            && (_sequence is null || (_sequence == reader.Sequence && reader.Digest.SequenceEqual(_digest))) && Agrees(reader);
        while (follows && reader.Next()) follows = Agrees(reader);
        if (!follows || reader.End == SpoolEnd.Damaged || (reader.End == SpoolEnd.Torn && !last))
        {
            faults.Add(LogFaults.Spool(file, reader.Sequence + 1));
            return false;
        }
        (_sequence, _digest) = (reader.Sequence, reader.Digest.ToArray());
        return true;
    }

    private bool Agrees(SpoolReader reader) => reader.Sequence != node.Sequence || reader.Digest.SequenceEqual(node.Digest);
}
