using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>
/// Compares two lists line by line. Both stand in the order of their keys, so each is read once and nothing is held; a line that both have alike is not even parsed.
/// </summary>
internal static class CompareLines
{
    /// <summary>The entries that differ, in the order of their keys.</summary>
    public static async IAsyncEnumerable<EntryChange> Run(IAsyncEnumerable<byte[]> before, IAsyncEnumerable<byte[]> after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var old = before.GetAsyncEnumerator(cancel);
        await using var young = after.GetAsyncEnumerator(cancel);
        var (left, right) = (await Next(old), await Next(young));
        while (left is not null || right is not null)
        {
            if (left is not null && right is not null && left.Bytes.AsSpan().SequenceEqual(right.Bytes))
            {
                (left, right) = (await Next(old), await Next(young));
                continue;
            }
            var order = left is null ? 1 : right is null ? -1 : string.CompareOrdinal(left.Key, right.Key);
            yield return EntryChange.Of(order <= 0 ? left!.Content : null, order >= 0 ? right!.Content : null);
            if (order <= 0) left = await Next(old);
            if (order >= 0) right = await Next(young);
        }
    }

    private static async Task<Line?> Next(IAsyncEnumerator<byte[]> lines) => await lines.MoveNextAsync() ? new Line(lines.Current) : null;

    private sealed class Line(byte[] bytes)
    {
        private JsonObject? _content;

        public byte[] Bytes => bytes;

        public JsonObject Content => _content ??= JsonNode.Parse(bytes)!.AsObject();

        public string Key => $"{Content["key"]}";
    }
}
