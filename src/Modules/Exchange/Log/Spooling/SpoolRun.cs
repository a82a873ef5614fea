using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Qingdan.Exchange.Log.Spooling;

/// <summary>Where the last record copied from a spool ends, so that the next look begins there; known to this process only, and found anew when it is not.</summary>
internal sealed class FlowPlaces
{
    private readonly ConcurrentDictionary<long, Place> _places = new();
    private readonly ConcurrentDictionary<long, bool> _told = new();

    /// <summary>The place behind a record, when it is known.</summary>
    public Place? Behind(long node, long sequence) => _places.TryGetValue(node, out var place) && place.Sequence == sequence ? place : null;

    /// <summary>Keeps it.</summary>
    public void Keep(long node, Place place) => _places[node] = place;

    /// <summary>True the first time: what is damaged is told once and not every second.</summary>
    public bool Tell(long node) => _told.TryAdd(node, true);

    /// <summary>Behind which record, in which file, at which byte.</summary>
    internal sealed record Place(int File, long Offset, long Sequence);
}

/// <summary>Reads the records of one chain through its files, from a record on, up to a mark.</summary>
internal sealed class SpoolRun(NodeFolder folder, SpoolMark until, FlowPlaces places, ILogger log)
{
    /// <summary>The records after one whose digest is known. Ends at what is damaged.</summary>
    public IEnumerable<CallRecord> After(long sequence, byte[] digest)
    {
        var (at, known) = (sequence, digest);
        foreach (var file in Files(sequence))
        {
            using var reader = SpoolReader.Open(file, NodeFolder.Number(file) == until.File && until.Length < long.MaxValue ? until.Length : null);
            if (places.Behind(folder.Node, at) is { } place && place.File == NodeFolder.Number(file)) reader.GoOn(place.Offset, at, known);
            while (reader.Sequence < at && reader.Next())
            {
            }
            if (reader.Sequence != at || !reader.Digest.SequenceEqual(known))
            {
                Tell(file, at);
                yield break;
            }
            try
            {
                while (reader.Next())
                {
                    var call = CallLine.Read(reader.Line.Span);
                    (call.Node, call.Digest) = (folder.Node, reader.Digest.ToArray());
                    (at, known) = (reader.Sequence, call.Digest);
                    yield return call;
                }
            }
            finally
            {
                // Also when whoever reads has enough.
                places.Keep(folder.Node, new FlowPlaces.Place(NodeFolder.Number(file), reader.Offset, at));
            }
            if (reader.End == SpoolEnd.Whole) continue;
            if (reader.End == SpoolEnd.Damaged) Tell(file, at);
            yield break;
        }
    }

    // From the one that has the next record on.
    private List<string> Files(long sequence)
    {
        var files = folder.Files.Where(f => NodeFolder.Number(f) <= until.File).ToList();
        if (places.Behind(folder.Node, sequence) is { } place) return [.. files.Where(f => NodeFolder.Number(f) >= place.File)];
        while (files.Count > 1 && First(files[1]) <= sequence + 1) files.RemoveAt(0);
        return files;
    }

    private static long First(string file)
    {
        using var reader = SpoolReader.Open(file);
        return reader.Header?.First ?? long.MaxValue;
    }

    private void Tell(string file, long sequence)
    {
        if (places.Tell(folder.Node)) log.LogCritical("The spool {File} is damaged behind record {Sequence}; what follows is not copied into the store", file, sequence);
    }
}
