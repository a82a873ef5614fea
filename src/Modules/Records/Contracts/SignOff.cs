namespace Qingdan.Records.Contracts;

/// <summary>签批: what one person said at one step about one thing. Rows are only added.</summary>
public sealed class SignOff
{
    public long Id { get; init; }

    /// <summary>The kind of thing, as in the audit log: <c>lists.negative</c>.</summary>
    public required string TargetKind { get; init; }

    public long TargetId { get; init; }

    /// <summary>The step of the route: <c>unit-head</c>, <c>legal</c>….</summary>
    public required string Step { get; init; }

    /// <summary>True for consent; false sends the thing back.</summary>
    public bool Agrees { get; init; }

    public string Opinion { get; init; } = "";

    /// <summary>Who signed, by name: on paper this need not be a person of the system.</summary>
    public required string Signer { get; init; }

    /// <summary>代理: for whom the signer stood in; empty when he signed for himself, and on paper.</summary>
    public string StandsFor { get; init; } = "";

    public DateOnly SignedOn { get; init; }

    /// <summary>True for 线下签批: shown as such for ever, with who recorded it (代录).</summary>
    public bool OnPaper { get; init; }

    public string DocumentNumber { get; init; } = "";

    /// <summary>The scan of the signed sheet; 0 when signed in the system.</summary>
    public long ScanFileId { get; init; }

    /// <summary>SHA-256 of the scan.</summary>
    public string ScanDigest { get; init; } = "";

    public long RecorderId { get; init; }
    public required string RecorderName { get; init; }

    /// <summary>The recorder's unit.</summary>
    public long UnitId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What of it belongs into the audit event of the step, where the chain guards it.</summary>
    public object Evidence() => new { Signer, StandsFor, SignedOn, OnPaper, DocumentNumber, ScanDigest };
}
