using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Proofs;

/// <summary>The file of a proof: the signed text as it was signed, and its signature. Verified without the system and without a network.</summary>
/// <param name="Payload">The content, RFC 8785.</param>
/// <param name="Signature">DER, base64.</param>
/// <param name="Algorithm">Name of a <see cref="SigningSuite"/>.</param>
/// <param name="Key">Fingerprint of the public key, to find the right one; it is not trusted.</param>
internal sealed record ProofEnvelope(string Payload, string Signature, string Algorithm, string Key)
{
    private static readonly Fault Unreadable = new("workflow.proof.unreadable", "这不是履职凭证文件，或者文件损坏。", "file");
    private static readonly Fault False = new("workflow.proof.false", "校验不通过：内容被改过，或者不是用这把钥匙签的。", "file", FaultKind.Conflict);

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Proof proof) => JsonSerializer.SerializeToUtf8Bytes(new ProofEnvelope(proof.Payload, proof.Signature, proof.Algorithm, proof.Fingerprint), JsonText.Readable);

    /// <summary>The signed content of a file, verified with the key that the asker trusts.</summary>
    public static Result<string> Verify(byte[] file, string publicPem)
    {
        try
        {
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            var proof = JsonSerializer.Deserialize<ProofEnvelope>(strict.GetString(file), Strict);
            if (proof is not { Payload: { } payload, Signature: { } signature, Algorithm: { } algorithm } || SigningSuite.Find(algorithm) is not { } suite) return Unreadable;
            var key = suite.Read(publicPem);
            return key.Ok ? key.Value.Verify(strict.GetBytes(payload), Convert.FromBase64String(signature)) ? payload : False : key.As<string>();
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return Unreadable;
        }
    }

    private static readonly JsonSerializerOptions Strict = new(JsonText.Readable) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
}
