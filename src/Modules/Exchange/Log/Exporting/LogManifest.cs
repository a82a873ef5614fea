using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;

namespace Qingdan.Exchange.Log.Exporting;

/// <summary>A chain in an export.</summary>
/// <param name="Node">The chain.</param>
/// <param name="After">The record before the first one exported; 0 for the beginning.</param>
/// <param name="Last">The last one exported: a checkpoint stands there.</param>
internal sealed record ExportedNode(long Node, long After, long Last);

/// <summary>What an export says of itself: what is signed. Its form is in docs/EXCHANGE-LOG.md and stays.</summary>
/// <param name="Suite">Name of the signing suite, whose digest the digests of files are.</param>
/// <param name="Fingerprint">Of the key that signs the export.</param>
/// <param name="From">The first day asked for, yyyy-MM-dd.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Nodes">The chains.</param>
/// <param name="Files">The files before it, in their order.</param>
internal sealed record LogManifest(string Suite, string Fingerprint, string From, string To, IReadOnlyList<ExportedNode> Nodes, IReadOnlyList<TarFile> Files)
{
    public const string Path = "manifest.json", SignaturePath = "manifest.sig";

    private const string Kind = "公共数据交换日志导出";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>The bytes that are signed, RFC 8785.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(CanonicalJson.Of(new JsonObject
    {
        ["kind"] = Kind, ["version"] = Version, ["suite"] = Suite, ["fingerprint"] = Fingerprint, ["from"] = From, ["to"] = To,
        ["nodes"] = JsonSerializer.SerializeToNode(Nodes, Names), ["files"] = JsonSerializer.SerializeToNode(Files, Names),
    }));

    /// <summary>The records of a chain, a line each.</summary>
    public static string Records(long node) => $"nodes/{node}/records.jsonl";

    /// <summary>Its checkpoints, a line each (<see cref="Checkpoint.Line"/>).</summary>
    public static string Checkpoints(long node) => $"nodes/{node}/checkpoints";
}
