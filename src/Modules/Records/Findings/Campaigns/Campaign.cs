using Qingdan.Platform.Audit;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>整治: some kinds of findings are to be mended by a day. A matter of practice, no text of a law.</summary>
public sealed class Campaign
{
    /// <summary>The kind under which campaigns stand in the audit log.</summary>
    public const string AuditKind = "records.campaign";

    public long Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Codes of the kinds of findings, separated by commas.</summary>
    public required string Codes { get; init; }

    public string Note { get; init; } = "";
    public DateOnly StartsOn { get; init; }

    /// <summary>The day by which they are to be mended.</summary>
    public DateOnly DueOn { get; init; }

    public required string OpenedBy { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public string ClosedBy { get; set; } = "";
    public DateTimeOffset? ClosedAt { get; set; }
    public int Edit { get; set; }

    /// <summary>The codes one by one.</summary>
    public IReadOnlyList<string> CodeList => Codes.Split(',');

    /// <summary>The campaign as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, Name);
}

/// <summary>A unit's part in a campaign.</summary>
internal sealed class CampaignUnit
{
    public long CampaignId { get; init; }
    public long ProviderId { get; init; }

    /// <summary>Its findings when the campaign began.</summary>
    public long AtStart { get; init; }

    /// <summary>Its findings when it was closed; null while it goes on.</summary>
    public long? AtEnd { get; set; }
}
