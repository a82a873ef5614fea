using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace Qingdan.Exchange.Projection;

/// <summary>
/// Writes of one answer at a time what a plan lets through, and nothing else. Taken from a pool, begun with <see cref="Begin"/>, then <see cref="TakeWhole"/> and, when that says the answer is longer, <see cref="Stream"/>.
/// Bad data end with <see cref="Refusal"/>; an exception comes only from the pipes themselves, and the counts stay readable.
/// </summary>
internal sealed partial class Projector : IResettable, IDisposable
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = Escaping, SkipValidation = true };
    private static readonly ArrayBufferWriter<byte> Nowhere = new(1);
    private readonly Utf8JsonWriter _writer = new(Nowhere, Writing);
    private readonly ArrayBufferWriter<byte> _whole = new(4096);
    private ProjectionLimits _limits = ProjectionLimits.Usual;
    private byte[] _joined = [];

    /// <summary>How texts are written: as JSON asks, no more; the answer is no page.</summary>
    public static JavaScriptEncoder Escaping => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Why the answer is not passed on, or not to its end.</summary>
    public Refusal Refusal { get; private set; }

    /// <summary>Rows seen.</summary>
    public long Rows { get; private set; }

    /// <summary>Bytes of the provider's answer that were read.</summary>
    public long BytesIn { get; private set; }

    /// <summary>Bytes handed on.</summary>
    public long BytesOut => _writer.BytesCommitted;

    /// <summary>What <see cref="TakeWhole"/> has written, until the projector begins anew or goes back to its pool.</summary>
    public ReadOnlyMemory<byte> Whole => _whole.WrittenMemory;

    /// <summary>Begins an answer. <paramref name="expected"/> are the caller's values, one for each of <see cref="ProjectionPlan.Verified"/>, in that order.</summary>
    public void Begin(ProjectionPlan plan, IReadOnlyList<string>? expected = null, ProjectionLimits? limits = null)
    {
        if ((expected?.Count ?? 0) != plan.Verified.Length) throw new ArgumentException("A verification needs a value for each item, and nothing else needs one.", nameof(expected));
        (_plan, _limits, Refusal, Rows, BytesIn) = (plan, limits ?? ProjectionLimits.Usual, Refusal.None, 0, 0);
        _whole.ResetWrittenCount();
        BeginTokens(expected ?? []);
    }

    /// <summary>
    /// Waits for an answer of at most <see cref="ProjectionLimits.Whole"/> bytes and writes it to <see cref="Whole"/>: true when that is done or the answer refused, and then what is in <see cref="Whole"/> after a refusal must not be used.
    /// False when the answer is longer: nothing was written, and <see cref="Stream"/> goes on.
    /// </summary>
    public async ValueTask<bool> TakeWhole(PipeReader from, CancellationToken cancel)
    {
        // Not ReadAtLeast, which would take room for the longest at once.
        var read = await from.ReadAsync(cancel);
        for (; !read.IsCompleted && read.Buffer.Length <= _limits.Whole; read = await from.ReadAsync(cancel)) from.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        if (read.Buffer.Length > _limits.Whole)
        {
            from.AdvanceTo(read.Buffer.Start);
            return false;
        }
        _writer.Reset(_whole);
        Project(read.Buffer, final: true);
        from.AdvanceTo(read.Buffer.End);
        if (Refusal == Refusal.None) _writer.Flush();
        return true;
    }

    /// <summary>Writes an answer piece by piece. After a refusal the answer is cut where it was; the caller must not end it as if it were whole.</summary>
    public async Task Stream(PipeReader from, PipeWriter to, CancellationToken cancel)
    {
        _writer.Reset(to);
        // So that a byte-order mark is seen whole.
        var wanted = Bom.Length;
        while (Refusal == Refusal.None)
        {
            var read = await from.ReadAtLeastAsync(wanted, cancel);
            var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, Math.Max(_limits.Whole, wanted)));
            var final = read.IsCompleted && part.Length == read.Buffer.Length;
            var rest = part.Length - Project(part, final);
            from.AdvanceTo(read.Buffer.GetPosition(part.Length - rest), part.End);
            if (Refusal != Refusal.None) return;
            _writer.Flush();
            if ((await to.FlushAsync(cancel)).IsCompleted) Refusal = Refusal.CallerGone;
            if (final) return;
            if (rest > _limits.Token) Refusal = Refusal.TokenTooLong;
            // A token that did not fit is looked at again when there is twice as much of it, so that a long one costs no more than its length.
            wanted = (int)Math.Max(1, rest * 2);
        }
    }

    /// <inheritdoc/>
    public bool TryReset()
    {
        _writer.Reset(Nowhere);
        // One that has grown for a rare answer is not kept.
        return _whole.Capacity <= Kept && _joined.Length <= Kept && _text.Length <= Kept && _chars.Length <= Kept;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    // How many bytes were used up.
    private int Project(ReadOnlySequence<byte> part, bool final)
    {
        var bytes = part.IsSingleSegment ? part.FirstSpan : Join(part);
        var used = Take(bytes, final);
        BytesIn += used;
        if (BytesIn > _limits.Bytes && Refusal == Refusal.None) Refusal = Refusal.TooLong;
        return used;
    }

    private ReadOnlySpan<byte> Join(ReadOnlySequence<byte> part)
    {
        var length = (int)part.Length;
        if (_joined.Length < length) _joined = new byte[Math.Max(length, _joined.Length * 2)];
        part.CopyTo(_joined);
        return _joined.AsSpan(0, length);
    }
}
