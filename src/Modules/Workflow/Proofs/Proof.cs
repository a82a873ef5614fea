namespace Qingdan.Workflow.Proofs;

/// <summary>履职凭证: that a unit answered a case, when, by which law and whether in time, signed with the city's key. A 数字校验, never called a seal.</summary>
internal sealed class Proof
{
    public long Id { get; init; }
    public long CaseId { get; init; }

    /// <summary>The content in the form of RFC 8785: these bytes, in UTF-8, are what is signed.</summary>
    public required string Payload { get; init; }

    /// <summary>ECDSA over P-256 with SHA-256, DER, base64.</summary>
    public required string Signature { get; init; }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo).</summary>
    public required string Fingerprint { get; init; }

    public required string Person { get; init; }
    public long UnitId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>The city's key of proofs: there is one, with the id 1.</summary>
internal sealed class ProofKey
{
    public const long Only = 1;

    public long Id { get; init; }

    /// <summary>SubjectPublicKeyInfo, PEM.</summary>
    public required string PublicPem { get; init; }

    /// <summary>PKCS#8, encrypted by a secret that lies outside the store, PEM.</summary>
    public required string PrivatePem { get; init; }

    public DateTimeOffset At { get; init; }
}
