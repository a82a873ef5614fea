using System.Buffers;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Qingdan.Exchange.Log.Spooling;

namespace Qingdan.Exchange.Log;

/// <summary>
/// The log of calls of this process. <see cref="Append"/> ends when the record is in the spool and outlives the process: nothing is answered before. A power cut may lose the last second.
/// Whoever finds nobody writing writes what waits, his own and others', in one write: a call that comes alone changes no thread. When that cannot keep up, callers wait; when the disk refuses, callers are told.
/// </summary>
internal sealed class CallLog(OpenSpool open, TimeProvider clock, ILogger<CallLog> log) : IAsyncDisposable
{
    private const int MostWaiting = 8_192, MostBatch = 1_024, MostBytes = 1024 * 1024;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting));
    private readonly List<Waiting> _batch = new(MostBatch);
    private readonly ArrayBufferWriter<byte> _frames = new(MostBytes), _line = new(CallLine.Most);
    private readonly byte[] _digest = new byte[LogChain.Size];
    // Who holds it writes.
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Spool? _spool;
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private long _setBack;

    /// <summary>The folder that this process writes; null before its first record.</summary>
    public NodeFolder? Folder => _spool?.Folder;

    /// <summary>By how many milliseconds the clock was set back, at most, since <see cref="Noted"/>.</summary>
    public long SetBack => Volatile.Read(ref _setBack);

    /// <summary>Appends a record; ends when it is in the spool, throws when it could not be brought there.</summary>
    public async ValueTask Append(CallRecord call, CancellationToken cancel)
    {
        var waiting = new Waiting(call, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancel);
        // Whoever writes is done in some microseconds: less than it costs to be woken.
        var spin = new SpinWait();
        do
        {
            if (!_turn.Wait(0, CancellationToken.None))
            {
                spin.SpinOnce();
                continue;
            }
            while (!waiting.Written.Task.IsCompleted) await WriteSome();
            PassOn();
        }
        while (!waiting.Written.Task.IsCompleted && !spin.NextSpinWillYield);
        await waiting.Written.Task;
    }

    /// <summary>Brings to the disk what is in the spool, and tells how far that is; null when this process has logged nothing.</summary>
    public SpoolMark? Sync() => _spool?.Sync();

    /// <summary>Says that a checkpoint tells of the clock.</summary>
    public void Noted(long setBack) => Interlocked.CompareExchange(ref _setBack, 0, setBack);

    /// <summary>Takes no more, and writes what waits.</summary>
    public async Task Stop()
    {
        _waiting.Writer.TryComplete();
        await _turn.WaitAsync();
        while (_waiting.Reader.TryPeek(out _)) await WriteSome();
        _turn.Release();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        _spool?.Sync();
        _spool?.Dispose();
        _turn.Dispose();
    }

    // A caller writes until his own is written; what came meanwhile is nobody's caller's to wait for.
    private void PassOn()
    {
        _turn.Release();
        // Who came before the release has gone to wait: it is seen here, or by whoever took the turn since.
        if (_waiting.Reader.TryPeek(out _) && _turn.Wait(0, CancellationToken.None)) _ = Task.Run(WriteRest, CancellationToken.None);
    }

    private async Task WriteRest()
    {
        while (_waiting.Reader.TryPeek(out _)) await WriteSome();
        PassOn();
    }

    private async ValueTask WriteSome()
    {
        try
        {
            if (_spool is null) await Open();
            WriteBatch(_spool!);
        }
        catch (Exception e)
        {
            log.LogError(e, "Calls could not be logged; they are not answered");
            Refuse(e);
        }
    }

    private async Task Open()
    {
        var opened = await open.Run(CancellationToken.None);
        (_spool, _last) = (opened.Spool, opened.LastAt);
    }

    private void WriteBatch(Spool spool)
    {
        _batch.Clear();
        _frames.ResetWrittenCount();
        spool.Digest.CopyTo(_digest);
        LookAtClock();
        for (var sequence = spool.Sequence; _batch.Count < MostBatch && _frames.WrittenCount < MostBytes && _waiting.Reader.TryRead(out var next);)
        {
            _batch.Add(next);
            if (Frame(next, spool.Folder.Node, sequence + 1)) sequence++;
            else _batch.RemoveAt(_batch.Count - 1);
        }
        if (_batch.Count == 0) return;
        spool.Append(_frames.WrittenSpan, _batch[^1].Call.Sequence, _digest);
        foreach (var written in _batch) written.Written.SetResult();
        _batch.Clear();
    }

    private bool Frame(Waiting next, long node, long sequence)
    {
        (next.Call.Node, next.Call.Sequence) = (node, sequence);
        _line.ResetWrittenCount();
        CallLine.Write(next.Call, _line);
        if (_line.WrittenCount <= CallLine.Most)
        {
            SpoolFrame.Write(_frames, sequence, _line.WrittenSpan, _digest);
            return true;
        }
        next.Written.SetException(new ArgumentException($"A record has at most {CallLine.Most} bytes."));
        return false;
    }

    // The times of calls may go back, for a long call is logged after a short one that began later; the writer's own must not.
    private void LookAtClock()
    {
        var now = clock.GetUtcNow();
        if (now < _last && (long)(_last - now).TotalMilliseconds is var back && back > SetBack)
        {
            Volatile.Write(ref _setBack, back);
            log.LogWarning("The clock was set back by {Milliseconds} ms", back);
        }
        _last = now;
    }

    private void Refuse(Exception e)
    {
        // Nothing could be opened: nobody who waits can be helped.
        if (_spool is null)
            while (_waiting.Reader.TryRead(out var next)) _batch.Add(next);
        foreach (var refused in _batch) refused.Written.TrySetException(new CallLogException(e));
        _batch.Clear();
    }

    private readonly record struct Waiting(CallRecord Call, TaskCompletionSource Written);
}

/// <summary>A call could not be logged: it must not be answered.</summary>
internal sealed class CallLogException(Exception cause) : IOException("The call could not be logged.", cause);
