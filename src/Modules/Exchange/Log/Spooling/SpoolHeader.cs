using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;

namespace Qingdan.Exchange.Log.Spooling;

/// <summary>The first line of a spool file: whose it is, and what its first record follows. RFC 8785.</summary>
/// <param name="Node">The chain.</param>
/// <param name="Created">When the chain began, in milliseconds since 1970.</param>
/// <param name="First">Sequence of the first record.</param>
/// <param name="Previous">The chain's digest before it, hexadecimal.</param>
internal sealed record SpoolHeader(long Node, long Created, long First, string Previous)
{
    /// <summary>More than a header ever has.</summary>
    public const int MostBytes = 256;

    /// <summary>The line with its end.</summary>
    public byte[] Write() => Encoding.ASCII.GetBytes(CanonicalJson.Of(new JsonObject { ["created"] = Created, ["first"] = First, ["node"] = Node, ["previous"] = Previous }) + "\n");

    /// <summary>What such a line says; null when it is none, or not in its one form.</summary>
    public static SpoolHeader? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject said) return null;
            var header = new SpoolHeader((long)said["node"]!, (long)said["created"]!, (long)said["first"]!, (string)said["previous"]!);
            return header.Previous.Length == 2 * LogChain.Size && Convert.ToHexStringLower(Convert.FromHexString(header.Previous)) == header.Previous && header.Write().AsSpan().SequenceEqual(line) ? header : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return null;
        }
    }
}
