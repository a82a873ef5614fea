using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingdan.Exchange.Projection;

namespace Qingdan.Tests.Unit.Exchange;

/// <summary>The same projection over a tree in memory, written for plainness: what the real one is tested against.</summary>
internal static class NaiveProjection
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A way that is still to be gone, to an item or (with none) to the rows.</summary>
    private sealed record Way(ImmutableArray<string?> Steps, bool IsItem);

    /// <summary>What leaves, and how many rows there are; null when there are none to be found.</summary>
    public static (string Text, long Rows)? Of(JsonNode? document, Selector selector, IEnumerable<long> granted)
    {
        if (!Found(document, selector.Rows.Steps)) return null;
        Way[] ways = [new(selector.Rows.Steps, false), .. granted.Select(g => new Way(selector.Items[g], true))];
        return (Keep(document, ways, out var kept) ? Text(kept) : "null", Count(document, selector.Rows.Steps, selector.Rows.Steps.Contains(null)));
    }

    public static string Text(JsonNode? node) => node?.ToJsonString(Relaxed) ?? "null";

    // Every plan has an item inside or beside the rows; what has none inside a single row is no row.
    private static bool Found(JsonNode? node, ImmutableArray<string?> rows)
    {
        foreach (var step in rows.TakeWhile(s => s is not null))
        {
            if (node is not JsonObject o || !o.TryGetPropertyValue(step!, out var next)) return false;
            node = next;
        }
        return node is null || (rows.Contains(null) ? node is JsonArray : node is JsonObject);
    }

    private static long Count(JsonNode? node, ImmutableArray<string?> steps, bool many) => (steps, node) switch
    {
        ({ Length: 0 }, null) => many ? 1 : 0,
        ({ Length: 0 }, _) => 1,
        ([null, ..], JsonArray array) => array.Sum(e => Count(e, steps[1..], true)),
        ([{ } name, ..], JsonObject o) => o.TryGetPropertyValue(name, out var next) ? Count(next, steps[1..], many) : 0,
        _ => 0,
    };

    private static bool Keep(JsonNode? node, Way[] ways, out JsonNode? kept)
    {
        kept = null;
        if (ways.Any(w => w.IsItem && w.Steps.IsEmpty))
        {
            kept = node?.DeepClone();
            return true;
        }
        Way[] open = [.. ways.Where(w => !w.Steps.IsEmpty)];
        if (node is JsonObject o && open.Any(w => w.Steps[0] is not null))
        {
            var objects = new JsonObject();
            foreach (var (name, value) in o)
                if (Next(open, name) is { Length: > 0 } next && Keep(value, next, out var inner)) objects[name] = inner;
            kept = objects;
            return true;
        }
        if (node is not JsonArray array || !open.Any(w => w.Steps[0] is null)) return false;
        var elements = new JsonArray();
        foreach (var element in array)
            if (Keep(element, Next(open, null), out var inner)) elements.Add(inner);
        kept = elements;
        return true;
    }

    private static Way[] Next(Way[] ways, string? step) => [.. ways.Where(w => w.Steps[0] == step).Select(w => w with { Steps = w.Steps[1..] })];
}
