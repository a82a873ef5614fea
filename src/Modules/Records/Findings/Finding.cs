namespace Qingdan.Records.Findings;

/// <summary>A row of the 问题清单, see <see cref="Contracts.Findings.NewFinding"/>.</summary>
internal sealed class Finding
{
    public long Id { get; init; }

    /// <summary>The module that found it and will replace it.</summary>
    public required string Source { get; init; }

    public long ProviderId { get; init; }
    public required string Code { get; init; }
    public long ResourceId { get; init; }
    public string EntryKind { get; init; } = "";
    public long EntryId { get; init; }
    public required string Subject { get; init; }

    /// <summary>A JSON array of texts.</summary>
    public string Args { get; init; } = "[]";

    /// <summary>A JSON array of <see cref="Contracts.Findings.FindingCell"/>.</summary>
    public string Cells { get; init; } = "[]";

    public required string Place { get; init; }
    public string Form { get; init; } = "";

    /// <summary>True while a waiver holds.</summary>
    public bool Waived { get; init; }

    /// <summary>The run that found it; 0 where runs do not count.</summary>
    public long RunId { get; init; }
}
