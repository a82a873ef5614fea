namespace Qingdan.Workflow.Proofs;

/// <summary>履职凭证: that a unit answered a case, when, by which law and whether in time, signed with the city's key. A 数字校验, never called a seal.</summary>
internal sealed class Proof
{
    public long Id { get; init; }
    public long CaseId { get; init; }

    /// <summary>The content in the form of RFC 8785: these bytes, in UTF-8, are what is signed.</summary>
    public required string Payload { get; init; }

    /// <summary>DER, base64.</summary>
    public required string Signature { get; init; }

    /// <summary>Name of the suite it was signed by.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Of the public key.</summary>
    public required string Fingerprint { get; init; }

    public required string Person { get; init; }
    public long UnitId { get; init; }
    public DateTimeOffset At { get; init; }
}
