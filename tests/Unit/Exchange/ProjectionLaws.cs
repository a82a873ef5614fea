using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Qingdan.Exchange.Projection;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

/// <summary>What holds for every answer, whatever its bytes.</summary>
public sealed class ProjectionLaws
{
    private const string Secret = "绝密XYZZY";

    // Few names, so that plans meet documents; some that only a trick tells apart.
    private static readonly Gen<string> Name = Pick("a", "b", "A", "ａ", "名", "a b", "a'b", "\\", "𠮷");
    private static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Pick("", "x", "张三", "\"\\\n", "𠮷野", "a\u0000b").Select(t => (JsonNode?)JsonValue.Create(t)),
        Gen.Int[-1000, 1000].Select(i => (JsonNode?)JsonValue.Create(i)), Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)), Gen.Const((JsonNode?)null));

    private static readonly Gen<string> RowsPath = Pick("$", "$[*]", "$.a", "$.a[*]", "$.a.b[*]", "$.a[*].b[*]", "$['a b'][*]", "$[*][*]");

    private static Gen<JsonNode?> Node(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (2, Scalar),
        (4, Gen.Select(Name, Node(depth - 1)).List[0, 5].Select(l => (JsonNode?)new JsonObject(l.DistinctBy(p => p.Item1).Select(p => KeyValuePair.Create(p.Item1, p.Item2?.DeepClone()))))),
        (3, Node(depth - 1).List[0, 4].Select(l => (JsonNode?)new JsonArray([.. l.Select(n => n?.DeepClone())]))));

    private static readonly Gen<string> Step = Gen.OneOf(Name.Select(n => $"['{n.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']"), Gen.Const("[*]"));

    private static readonly Gen<string> Path = Gen.Select(Pick("@", "@", "@", "$"), Step.Array[1, 3]).Select((start, steps) => start + string.Concat(steps));

    private static readonly Gen<(Selector Selector, int Granted)> Chosen =
        Gen.Select(RowsPath, Path.Array[1, 6], Gen.Int[0, 6]).Select((rows, paths, granted) => (Selector.Parse(rows, [.. paths.Select((p, i) => new ItemPath(i, p))]), Granted: Math.Min(granted, paths.Length)))
            .Where(c => c.Item1.Ok && c.Granted > 0).Select(c => (c.Item1.Value, c.Granted));

    private static readonly Gen<byte[]> Document = Gen.Select(Node(4), Gen.Bool).Select((node, escaped) => Encoding.UTF8.GetBytes(escaped ? node?.ToJsonString() ?? "null" : NaiveProjection.Text(node)));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public Task What_leaves_is_what_a_plain_projection_over_a_tree_keeps() =>
        Gen.Select(Chosen, Document).SampleAsync(async (chosen, json) => await Agrees(chosen.Selector, chosen.Granted, json, await Answers.Take(PlanOf(chosen), json)), iter: 3000);

    [Fact]
    public Task Wherever_the_bytes_are_cut_the_outcome_is_the_same() => Gen.Select(Chosen, Document).SampleAsync(async (chosen, json) =>
    {
        var (plan, whole) = (PlanOf(chosen), default(Outcome)!);
        whole = await Answers.Take(plan, json);
        for (var size = 1; size <= 4; size++) Same(whole, await Answers.InPieces(plan, json, size));
        for (var place = 1; place < json.Length; place++) Same(whole, await Answers.CutAt(plan, json, place));
    }, iter: 60);

    [Fact]
    public Task Damaged_bytes_are_refused_or_projected_as_what_they_now_say() => Gen.Select(Chosen, Document, Gen.Select(Gen.Int, Gen.Byte, Gen.Int[0, 3]).Array[1, 4]).SampleAsync(async (chosen, json, harms) =>
    {
        var harmed = harms.Aggregate(json, Harm);
        var whole = await Answers.Take(PlanOf(chosen), harmed);
        await Agrees(chosen.Selector, chosen.Granted, harmed, whole);
        Same(whole, await Answers.InPieces(PlanOf(chosen), harmed, 3));
    }, iter: 5000);

    [Fact]
    public Task Any_bytes_at_all_end_with_a_value() => Gen.Select(Chosen, Gen.OneOf(Gen.Byte, Pick("{}[]\",:\\u0a1e.-+ntfl "u8.ToArray())).Array[0, 60]).SampleAsync(
        async (chosen, bytes) => await Agrees(chosen.Selector, chosen.Granted, bytes, await Answers.Take(PlanOf(chosen), bytes)), iter: 5000);

    [Fact]
    public Task What_is_not_granted_never_leaves_as_a_name_or_as_a_value() => Gen.Select(Chosen, Node(4)).SampleAsync(async (chosen, node) =>
    {
        var granted = Enumerable.Range(0, chosen.Granted).Select(i => chosen.Selector.Items[i]).ToArray();
        var json = NaiveProjection.Text(Marked(node, [], granted));
        var outcome = await Answers.Take(PlanOf(chosen), json);
        Assert.DoesNotContain(Secret, outcome.Text, StringComparison.Ordinal);
    }, iter: 3000);

    // Everything that is not inside a granted item is marked: each value there, and a name beside each of its names.
    private static JsonNode? Marked(JsonNode? node, string?[] at, System.Collections.Immutable.ImmutableArray<string?>[] granted)
    {
        if (Array.Exists(granted, g => g.AsSpan().SequenceEqual(at))) return node?.DeepClone();
        return node switch
        {
            JsonObject o => new JsonObject([.. o.Select(p => KeyValuePair.Create(p.Key, Marked(p.Value, [.. at, p.Key], granted))), KeyValuePair.Create(Secret, (JsonNode?)Secret)]),
            JsonArray a => new JsonArray([.. a.Select(e => Marked(e, [.. at, null], granted)), Array.Exists(granted, g => g.AsSpan().SequenceEqual([.. at, null])) ? null : (JsonNode?)Secret]),
            _ => Secret,
        };
    }

    private static ProjectionPlan PlanOf((Selector Selector, int Granted) chosen) => Answers.Plain(chosen.Selector, [.. Enumerable.Range(0, chosen.Granted)]);

    private static byte[] Harm(byte[] json, (int Place, byte Value, int Kind) harm)
    {
        if (json.Length == 0) return [harm.Value];
        var place = (int)((uint)harm.Place % json.Length);
        return harm.Kind switch
        {
            0 => [.. json[..place], harm.Value, .. json[(place + 1)..]],
            1 => [.. json[..place], .. json[(place + 1)..]],
            2 => json[..place],
            _ => [.. json, .. json[place..]],
        };
    }

    private static Task Agrees(Selector selector, int granted, byte[] json, Outcome outcome)
    {
        JsonNode? document;
        try
        {
            var bytes = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsSpan(3) : json;
            document = JsonNode.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = true });
            // Reads all of it: a name that comes twice, or half a surrogate pair.
            NaiveProjection.Text(document?.DeepClone());
            _ = JsonNode.Parse(json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsSpan(3) : json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e) when (!e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            Assert.NotEqual(Refusal.None, outcome.Refusal);
            return Task.CompletedTask;
        }
        catch (DecoderFallbackException)
        {
            Assert.NotEqual(Refusal.None, outcome.Refusal);
            return Task.CompletedTask;
        }
        // Twice a name, or no text, in what does not leave: either is well.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return Task.CompletedTask;
        }
        if (NaiveProjection.Of(document, selector, Enumerable.Range(0, granted).Select(i => (long)i)) is not { } naive)
        {
            Assert.Equal(Refusal.RowsMissing, outcome.Refusal);
            return Task.CompletedTask;
        }
        Assert.Equal(Refusal.None, outcome.Refusal);
        Assert.Equal(naive.Rows, outcome.Rows);
        Assert.Equal(naive.Text, NaiveProjection.Text(JsonNode.Parse(outcome.Text)));
        return Task.CompletedTask;
    }

    private static void Same(Outcome a, Outcome b)
    {
        Assert.Equal(a.Refusal, b.Refusal);
        if (a.Refusal == Refusal.None) Assert.Equal((a.Text, a.Rows), (b.Text, b.Rows));
    }
}
