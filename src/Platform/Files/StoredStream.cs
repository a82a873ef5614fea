namespace Qingdan.Platform.Files;

/// <summary>A stored file, read from any place; only the stretch around it is held.</summary>
internal sealed class StoredStream(FileStore files, long id, long length) : Stream
{
    private const int Stretch = 4 * 1024 * 1024;

    private byte[] _held = [];
    private long _from;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length) return 0;
        if (Position < _from || Position >= _from + _held.Length) (_from, _held) = (Position, await files.Read(id, Position, Math.Min(Stretch, length - Position), cancellationToken));
        var there = _held.AsMemory((int)(Position - _from));
        var read = Math.Min(there.Length, buffer.Length);
        there[..read].CopyTo(buffer);
        Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => length };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The store is asked without waiting: use ReadAsync.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
