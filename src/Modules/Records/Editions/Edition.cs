using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Records.Editions;

/// <summary>版次: the three lists of a day, drawn up, consulted on, deliberated and issued; then frozen and signed (seed standard, publication).</summary>
internal sealed class Edition : IEditedRow
{
    /// <summary>The kind under which editions stand in the audit log.</summary>
    public const string AuditKind = "records.edition";

    public long Id { get; init; }
    public EditionState State { get; set; }

    /// <summary>版次, from 1, in the order of issue; 0 before it is issued.</summary>
    public int Number { get; set; }

    public required string Title { get; set; }

    /// <summary>印发单位.</summary>
    public required string Issuer { get; set; }

    /// <summary>The one unit whose lists it has; 0 for all.</summary>
    public long UnitId { get; init; }

    public EditionScope Scope { get; set; }

    /// <summary>Day from which it holds; null until it is known.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>变更说明.</summary>
    public string Summary { get; set; } = "";

    /// <summary>会议纪要编号 of the 审议.</summary>
    public string Minutes { get; set; } = "";

    public DateOnly? DeliberatedOn { get; set; }

    /// <summary>文号.</summary>
    public string Document { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    /// <summary>Round of opinions that runs or ran last; 0 before the first.</summary>
    public int Round { get; set; }

    /// <summary>The day by which opinions of the round are asked for.</summary>
    public DateOnly? OpinionsDueOn { get; set; }

    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The edition as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, Title);
}

/// <summary>The archive of an edition, or of the draft of a round of opinions.</summary>
internal sealed class EditionFile
{
    public long Id { get; init; }
    public long EditionId { get; init; }

    /// <summary>The round of opinions whose draft it is; 0 for the edition as issued.</summary>
    public int Round { get; init; }

    /// <summary>The archive in the file store.</summary>
    public long FileId { get; init; }

    public long Bytes { get; init; }

    /// <summary>Digest of the manifest, by the suite's digest.</summary>
    public required string ManifestDigest { get; init; }

    /// <summary>Name of the signing suite.</summary>
    public required string Suite { get; init; }

    /// <summary>Of the key that signed it.</summary>
    public required string Fingerprint { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A list in an archive.</summary>
internal sealed class EditionListRow
{
    public long EditionFileId { get; init; }

    /// <summary>As <c>IEditionList.Name</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }
    public int Place { get; init; }
    public long Count { get; init; }

    /// <summary>Root of its Merkle tree.</summary>
    public required string Root { get; init; }

    /// <summary>First byte after its lines.</summary>
    public long EndByte { get; init; }
}

/// <summary>Where a stretch of a list begins: at every unit's first entry and every few hundred.</summary>
internal sealed class EditionMark
{
    public long EditionFileId { get; init; }
    public required string List { get; init; }

    /// <summary>Number of the line, from 0.</summary>
    public long Place { get; init; }

    /// <summary>Its first byte in the archive.</summary>
    public long FirstByte { get; init; }

    public long UnitId { get; init; }
}

/// <summary>What happened to an edition.</summary>
internal sealed class EditionStep
{
    public long Id { get; init; }
    public long EditionId { get; init; }
    public EditionAct Act { get; init; }

    /// <summary>The state afterwards.</summary>
    public EditionState State { get; init; }

    public required string Note { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}
