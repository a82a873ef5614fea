using System.IO.Pipelines;
using System.Security.Cryptography;

namespace Qingdan.Exchange.Gateway;

/// <summary>Hands on what is written, and digests it on the way.</summary>
internal sealed class DigestingWriter(PipeWriter inner, IncrementalHash digest) : PipeWriter
{
    private Memory<byte> _last;

    /// <summary>Bytes handed on.</summary>
    public long Bytes { get; private set; }

    /// <summary>True while whoever reads has not taken what was handed on.</summary>
    public bool Waits { get; private set; }

    public override void Advance(int bytes)
    {
        digest.AppendData(_last.Span[..bytes]);
        Bytes += bytes;
        _last = _last[bytes..];
        inner.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _last = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Waits = true;
        var flushed = await inner.FlushAsync(cancellationToken);
        Waits = false;
        return flushed;
    }
}
