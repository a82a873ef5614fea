using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions.Archive;

namespace Qingdan.Records.Editions.Proofs;

/// <summary>
/// 条目证明: that one entry stands in an edition, without the others: its line, the digests beside its way to the root of its list (RFC 9162, 2.1.3), and the signed manifest with that root.
/// The form is in docs/EDITIONS.md and stays.
/// </summary>
/// <param name="List">As <c>IEditionList.Name</c>.</param>
/// <param name="Index">Place of the line, from 0.</param>
/// <param name="Line">The line, RFC 8785.</param>
/// <param name="Path">Digests from the leaf upwards.</param>
/// <param name="Manifest">The manifest as it was signed.</param>
/// <param name="Signature">Its signature, DER.</param>
internal sealed record EntryProof(string List, long Index, string Line, IReadOnlyList<byte[]> Path, byte[] Manifest, byte[] Signature)
{
    private const string Kind = "公共数据三清单条目证明";
    private const int Version = 1;

    private static readonly Fault Unreadable = new("edition.proof.unreadable", "这不是条目证明，或者不是本程序读得懂的格式。", "file", FaultKind.Conflict);
    private static readonly Fault Altered = new("edition.proof.altered", "校验不通过：条目被改过，或者它不在这一版里。", "file", FaultKind.Conflict);

    /// <summary>The file, RFC 8785.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(CanonicalJson.Of(new JsonObject
    {
        ["kind"] = Kind, ["version"] = Version, ["list"] = List, ["index"] = Index, ["line"] = Line, ["path"] = new JsonArray([.. Path.Select(p => (JsonNode)Convert.ToHexStringLower(p))]),
        ["manifest"] = Convert.ToBase64String(Manifest), ["signature"] = Convert.ToBase64String(Signature),
    }));

    /// <summary>What such a file proves, with a key that the asker trusts: the entry and the edition; or what is wrong with it.</summary>
    public static Result<(EditionManifest Edition, string Line)> Verify(string file, SigningSuite suite, string publicPem)
    {
        var key = suite.Read(publicPem);
        if (!key.TryGet(out var known)) return key.As<(EditionManifest, string)>();
        if (Read(file) is not { } proof) return Unreadable;
        if (!known.Verify(proof.Manifest, proof.Signature)) return ArchiveFaults.Signature;
        if (EditionManifest.Read(proof.Manifest) is not { } manifest || manifest.Suite != suite.Name) return ArchiveFaults.NoManifest;
        if (manifest.Lists.FirstOrDefault(l => l.Name == proof.List) is not { } list) return Altered;
        var root = MerkleTree.RootFrom(suite, MerkleTree.LeafOf(suite, Encoding.UTF8.GetBytes(proof.Line)), proof.Index, list.Count, proof.Path);
        return root is not null && Convert.ToHexStringLower(root) == list.Root ? (manifest, proof.Line) : Altered;
    }

    private static EntryProof? Read(string file)
    {
        try
        {
            var node = JsonNode.Parse(file);
            return (string?)node?["kind"] != Kind || (int?)node["version"] != Version ? null : new EntryProof(
                (string)node["list"]!, (long)node["index"]!, (string)node["line"]!, [.. node["path"]!.AsArray().Select(p => Convert.FromHexString((string)p!))],
                Convert.FromBase64String((string)node["manifest"]!), Convert.FromBase64String((string)node["signature"]!));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
