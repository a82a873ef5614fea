using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;

namespace Qingdan.Records.Editions.Archive;

/// <summary>What an edition says of itself.</summary>
/// <param name="Number">版次, from 1.</param>
/// <param name="Title">Title.</param>
/// <param name="Issuer">印发单位.</param>
/// <param name="Units">Name of the one unit whose lists it has; empty for all.</param>
/// <param name="Document">文号.</param>
/// <param name="Minutes">会议纪要编号 of its 审议.</param>
/// <param name="IssuedOn">Day of issue, yyyy-MM-dd.</param>
/// <param name="EffectiveOn">Day from which it holds.</param>
/// <param name="Scope">公布范围.</param>
/// <param name="Summary">变更说明.</param>
/// <param name="Former">Digest of the manifest of the edition before; empty for the first.</param>
internal sealed record EditionFacts(
    int Number, string Title, string Issuer, string Units, string Document, string Minutes, string IssuedOn, string EffectiveOn, string Scope, string Summary, string Former);

/// <summary>A list of the edition.</summary>
/// <param name="Name">As <c>IEditionList.Name</c>; its lines are in lists/NAME.jsonl.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Count">Entries.</param>
/// <param name="Root">Root of the Merkle tree over the lines (RFC 9162), hexadecimal.</param>
internal sealed record ManifestList(string Name, string Title, long Count, string Root);

/// <summary>The manifest: what is signed. Its form is in docs/EDITIONS.md and stays.</summary>
/// <param name="Suite">Name of the signing suite, whose digest all digests here are.</param>
/// <param name="Facts">What the edition says of itself.</param>
/// <param name="Files">The files before it, in their order.</param>
/// <param name="Lists">The lists.</param>
internal sealed record EditionManifest(string Suite, EditionFacts Facts, IReadOnlyList<TarFile> Files, IReadOnlyList<ManifestList> Lists)
{
    public const string Path = "manifest.json", SignaturePath = "manifest.sig";

    private const string Kind = "公共数据三清单版次";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>The bytes that are signed, RFC 8785.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(CanonicalJson.Of(new JsonObject
    {
        ["kind"] = Kind, ["version"] = Version, ["suite"] = Suite, ["facts"] = JsonSerializer.SerializeToNode(Facts, Names),
        ["files"] = JsonSerializer.SerializeToNode(Files, Names), ["lists"] = JsonSerializer.SerializeToNode(Lists, Names),
    }));

    /// <summary>What such bytes say; null when they are no manifest.</summary>
    public static EditionManifest? Read(byte[] bytes)
    {
        try
        {
            var node = JsonNode.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
            if ((string?)node?["kind"] != Kind || (int?)node["version"] != Version) return null;
            var manifest = new EditionManifest(
                (string)node["suite"]!, node["facts"].Deserialize<EditionFacts>(Names)!, node["files"].Deserialize<List<TarFile>>(Names)!, node["lists"].Deserialize<List<ManifestList>>(Names)!);
            return manifest.Write().AsSpan().SequenceEqual(bytes) ? manifest : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>The file of a list's lines.</summary>
    public static string Lines(string list) => $"lists/{list}.jsonl";

    /// <summary>The file of the digests of a list's lines, 32 bytes each: they tell which line was altered, and prove one without showing the others.</summary>
    public static string Leaves(string list) => $"lists/{list}.leaves";
}
