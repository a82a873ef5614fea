using Microsoft.Win32.SafeHandles;

namespace Qingdan.Exchange.Log.Spooling;

/// <summary>How far a spool is written, or how far it will outlive a power cut.</summary>
/// <param name="Node">The chain.</param>
/// <param name="File">Number of the file.</param>
/// <param name="Length">Bytes of it.</param>
/// <param name="Sequence">The last record.</param>
internal sealed record SpoolMark(long Node, int File, long Length, long Sequence);

/// <summary>The spool of one chain, open for appending by this process alone. Only <see cref="Sync"/> may be called beside the writer.</summary>
internal sealed class Spool : IDisposable
{
    private readonly Lock _files = new();
    private readonly NodeFolder _folder;
    private readonly FileStream _lock;
    private readonly DateTimeOffset _created;
    private readonly long _most;
    private readonly byte[] _digest;
    private SafeFileHandle? _handle;
    private SpoolMark _written, _synced;

    /// <summary>Opens it behind the last record; the number of its file is 0 when there is none yet.</summary>
    public Spool(NodeFolder folder, FileStream held, DateTimeOffset created, long most, SpoolMark at, ReadOnlySpan<byte> digest)
    {
        (_folder, _lock, _created, _most, _written) = (folder, held, created, most, at);
        // Nothing is known to be on the disk before it was brought there.
        _synced = at with { File = 0, Length = 0 };
        _digest = digest.ToArray();
        if (at.File > 0) _handle = File.OpenHandle(folder.SpoolFile(at.File), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>The chain.</summary>
    public NodeFolder Folder => _folder;

    /// <summary>The last record.</summary>
    public long Sequence => _written.Sequence;

    /// <summary>The chain's digest there.</summary>
    public ReadOnlySpan<byte> Digest => _digest;

    /// <summary>Appends frames by one write; when this returns they outlive the process. What could not be written is taken back.</summary>
    public void Append(ReadOnlySpan<byte> frames, long sequence, ReadOnlySpan<byte> digest)
    {
        if (_handle is null || _written.Length >= _most) Follow();
        var handle = _handle!;
        try
        {
            RandomAccess.Write(handle, frames, _written.Length);
        }
        catch
        {
            // The next write would cover it, but a process killed before would leave records that nobody was told of.
            RandomAccess.SetLength(handle, _written.Length);
            throw;
        }
        digest.CopyTo(_digest);
        Volatile.Write(ref _written, _written with { Length = _written.Length + frames.Length, Sequence = sequence });
    }

    /// <summary>Brings to the disk what is written by now, and tells how far that is.</summary>
    public SpoolMark Sync()
    {
        lock (_files)
        {
            var written = Volatile.Read(ref _written);
            if (written == _synced || _handle is null) return _synced;
            RandomAccess.FlushToDisk(_handle);
            return _synced = written;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _handle?.Dispose();
        _lock.Dispose();
    }

    // The next file appears with its header whole, and the one before is on the disk by then.
    private void Follow()
    {
        lock (_files)
        {
            if (_handle is not null) RandomAccess.FlushToDisk(_handle);
            var (number, header) = (_written.File + 1, new SpoolHeader(_folder.Node, _created.ToUnixTimeMilliseconds(), _written.Sequence + 1, Convert.ToHexStringLower(_digest)).Write());
            var handle = Begin(_folder.SpoolFile(number), header);
            _handle?.Dispose();
            (_handle, _written) = (handle, _written with { File = number, Length = header.Length });
        }
    }

    private static SafeFileHandle Begin(string path, byte[] header)
    {
        var handle = File.OpenHandle($"{path}.part", FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            RandomAccess.Write(handle, header, 0);
            RandomAccess.FlushToDisk(handle);
            File.Move($"{path}.part", path, overwrite: false);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }
}
