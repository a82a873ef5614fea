using System.IO.Pipelines;
using System.Text;
using Qingdan.Exchange.Projection;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

/// <summary>What came of an answer.</summary>
internal sealed record Outcome(Refusal Refusal, string Text, long Rows, bool Whole);

/// <summary>Projects answers as the gateway does.</summary>
internal static class Answers
{
    public static Selector Selector(string rows, params string[] paths) => Qingdan.Exchange.Projection.Selector.Parse(rows, [.. paths.Select((p, i) => new ItemPath(i, p))]).Value;

    /// <summary>The items of these places in the selector, as they are.</summary>
    public static ProjectionPlan Plain(Selector selector, params int[] items) => ProjectionPlan.Compile(selector, [.. items.Select(i => new GrantedItem(i, Treatment.Plain))]).Value;

    /// <summary>Everything the paths lead to, as it is.</summary>
    public static ProjectionPlan All(string rows, params string[] paths) => Plain(Selector(rows, paths), [.. Enumerable.Range(0, paths.Length)]);

    public static Task<Outcome> Take(ProjectionPlan plan, string json, ProjectionLimits? limits = null, string[]? expected = null) => Take(plan, Encoding.UTF8.GetBytes(json), limits, expected);

    public static async Task<Outcome> Take(ProjectionPlan plan, byte[] json, ProjectionLimits? limits = null, string[]? expected = null)
    {
        var (projector, from) = (new Projector(), PipeReader.Create(new MemoryStream(json)));
        projector.Begin(plan, expected, limits);
        if (await projector.TakeWhole(from, CancellationToken.None)) return Of(projector, projector.Whole.Span, true);
        return await Stream(projector, from);
    }

    /// <summary>Piece by piece, cut behind every <paramref name="size"/> bytes.</summary>
    public static Task<Outcome> InPieces(ProjectionPlan plan, byte[] json, int size, ProjectionLimits? limits = null) => Stream(plan, new MemoryStream(json), (limits ?? ProjectionLimits.Usual) with { Whole = size });

    /// <summary>In two pieces, cut at one place.</summary>
    public static Task<Outcome> CutAt(ProjectionPlan plan, byte[] json, int place) => Stream(plan, new TwoPieces(json, place), ProjectionLimits.Usual);

    private static Task<Outcome> Stream(ProjectionPlan plan, Stream json, ProjectionLimits limits)
    {
        var projector = new Projector();
        projector.Begin(plan, null, limits);
        return Stream(projector, PipeReader.Create(json));
    }

    private static async Task<Outcome> Stream(Projector projector, PipeReader from)
    {
        var (sent, to) = (new MemoryStream(), default(PipeWriter)!);
        to = PipeWriter.Create(sent, new StreamPipeWriterOptions(leaveOpen: true));
        await projector.Stream(from, to, CancellationToken.None);
        await to.CompleteAsync();
        Assert.Equal(sent.Length, projector.BytesOut);
        return Of(projector, sent.ToArray(), false);
    }

    private static Outcome Of(Projector projector, ReadOnlySpan<byte> bytes, bool whole) => new(projector.Refusal, Encoding.UTF8.GetString(bytes), projector.Rows, whole);

    private sealed class TwoPieces(byte[] bytes, int first) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Position < first ? buffer[..(int)Math.Min(buffer.Length, first - Position)] : buffer, cancellationToken);
    }
}
