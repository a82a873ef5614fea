namespace Qingdan.Exchange.Log.Spooling;

/// <summary>How reading a spool file ended.</summary>
internal enum SpoolEnd
{
    /// <summary>Behind a whole record.</summary>
    Whole,

    /// <summary>In a record that was being written when the process died or the power went: it begins rightly and is cut off. Nobody was told that it was logged.</summary>
    Torn,

    /// <summary>At bytes that this program did not write so.</summary>
    Damaged,
}

/// <summary>Reads a spool file record by record and recomputes its chain. What does not fit ends the reading, at the place where it was found.</summary>
internal sealed class SpoolReader : IDisposable
{
    private readonly FileStream _file;
    private readonly long _limit;
    private readonly byte[] _digest = new byte[LogChain.Size];
    private byte[] _buffer = new byte[64 * 1024];
    private int _from, _to;

    private SpoolReader(FileStream file, long limit) => (_file, _limit) = (file, limit);

    /// <summary>Opens a file, whoever is writing it; reads up to <paramref name="limit"/>, a file's length unless given.</summary>
    public static SpoolReader Open(string path, long? limit = null)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var reader = new SpoolReader(file, limit ?? file.Length);
        reader.ReadHeader();
        return reader;
    }

    /// <summary>The file's header; null when it is damaged, and then there is no record.</summary>
    public SpoolHeader? Header { get; private set; }

    /// <summary>The last record read; that before the first at the beginning.</summary>
    public long Sequence { get; private set; }

    /// <summary>The chain's digest there.</summary>
    public ReadOnlySpan<byte> Digest => _digest;

    /// <summary>Its line.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Where it ends in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>Why there was no further record.</summary>
    public SpoolEnd End { get; private set; }

    /// <summary>Goes on from a place that was reached before.</summary>
    public void GoOn(long offset, long sequence, ReadOnlySpan<byte> digest)
    {
        _file.Position = Offset = offset;
        (_from, _to, Sequence) = (0, 0, sequence);
        digest.CopyTo(_digest);
    }

    /// <summary>Reads the next record; false at the end.</summary>
    public bool Next()
    {
        if (Header is null) return Stop(SpoolEnd.Damaged);
        var there = Fill(SpoolFrame.Head);
        if (there == 0) return Stop(SpoolEnd.Whole);
        if (there < SpoolFrame.Head) return Stop(Rest());
        var head = _buffer.AsSpan(_from, SpoolFrame.Head);
        var (length, size) = (SpoolFrame.Length(head), SpoolFrame.Head + SpoolFrame.Length(head) + 1);
        if (length is <= 0 or > CallLine.Most || SpoolFrame.Sequence(head) != Sequence + 1 || Fill(size) < size) return Stop(Rest());
        return Take(length) || Stop(Rest());
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private bool Take(int length)
    {
        var frame = _buffer.AsSpan(_from, SpoolFrame.Head + length + 1);
        Span<byte> digest = stackalloc byte[LogChain.Size];
        LogChain.Next(_digest, frame.Slice(SpoolFrame.Head, length), digest);
        if (frame[^1] != SpoolFrame.End || !digest.SequenceEqual(SpoolFrame.Digest(frame))) return false;
        digest.CopyTo(_digest);
        Line = _buffer.AsMemory(_from + SpoolFrame.Head, length);
        Sequence++;
        Offset += frame.Length;
        _from += frame.Length;
        return true;
    }

    private bool Stop(SpoolEnd end)
    {
        End = end;
        return false;
    }

    // A record cut off is a beginning of what would have been written; a power cut may leave zeros behind it. Lines have no byte below a space, heads have: so another record is never taken for its rest.
    private SpoolEnd Rest()
    {
        // First: it moves what is at hand.
        var there = Fill(SpoolFrame.Head + CallLine.Most + 1);
        var rest = _buffer.AsSpan(_from, there).TrimEnd((byte)0);
        if (_limit - Offset > rest.Length && !OnlyZeros(rest.Length)) return SpoolEnd.Damaged;
        if (rest.Length <= SpoolFrame.Head) return SpoolEnd.Torn;
        var begun = SpoolFrame.Length(rest) is > 0 and <= CallLine.Most && SpoolFrame.Sequence(rest) == Sequence + 1 && rest.Length <= SpoolFrame.Head + SpoolFrame.Length(rest);
        return begun && !rest[SpoolFrame.Head..].ContainsAnyInRange((byte)0, (byte)(' ' - 1)) ? SpoolEnd.Torn : SpoolEnd.Damaged;
    }

    private bool OnlyZeros(int from)
    {
        _file.Position = Offset + from;
        var piece = new byte[64 * 1024];
        for (var left = _limit - Offset - from; left > 0;)
        {
            var read = _file.Read(piece, 0, (int)Math.Min(piece.Length, left));
            if (read == 0) return true;
            if (piece.AsSpan(0, read).ContainsAnyExcept((byte)0)) return false;
            left -= read;
        }
        return true;
    }

    private void ReadHeader()
    {
        var there = Fill(SpoolHeader.MostBytes);
        var line = _buffer.AsSpan(_from, there);
        var end = line.IndexOf((byte)'\n');
        Header = end < 0 ? null : SpoolHeader.Read(line[..(end + 1)]);
        if (Header is not { } header) return;
        (_from, Offset, Sequence) = (end + 1, end + 1, header.First - 1);
        Convert.FromHexString(header.Previous).CopyTo(_digest, 0);
    }

    // How many bytes are at hand, of as many as are wanted.
    private int Fill(int wanted)
    {
        if (_to - _from >= wanted) return wanted;
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        if (_buffer.Length < wanted) Array.Resize(ref _buffer, wanted);
        while (_to < wanted)
        {
            var read = _file.Read(_buffer, _to, (int)Math.Min(_buffer.Length - _to, _limit - _file.Position));
            if (read == 0) break;
            _to += read;
        }
        return Math.Min(wanted, _to);
    }
}
