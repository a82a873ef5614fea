namespace Qingdan.Catalog.Import.Batches;

/// <summary>导入批次: one file on its way into the catalogue.</summary>
internal sealed class ImportBatch
{
    public long Id { get; init; }
    public long FileId { get; init; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string FileDigest { get; init; }

    /// <summary>Bytes.</summary>
    public long FileLength { get; init; }

    /// <summary>The unit of the person who sent it.</summary>
    public long UnitId { get; init; }

    public string UnitName { get; init; } = "";
    public long ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>True when only rows of <see cref="UnitId"/> may come in.</summary>
    public bool OwnUnitOnly { get; init; }

    public ImportState State { get; set; }
    public ImportTarget Target { get; set; }

    /// <summary>True when rows with a fault in a cell stay out.</summary>
    public bool OnlyGood { get; set; }

    /// <summary>How the file is read: a sheet choice as JSON.</summary>
    public required string Choice { get; set; }

    /// <summary>What was noticed about the file as a whole: faults as JSON.</summary>
    public string Notes { get; set; } = "[]";

    /// <summary>An <see cref="Fields.ImportMapping"/> as JSON.</summary>
    public required string Mapping { get; set; }

    /// <summary>The kept mapping it came from; empty for a proposal.</summary>
    public string MappingName { get; set; } = "";

    /// <summary>An <see cref="ImportSummary"/> as JSON.</summary>
    public string Summary { get; set; } = "{}";

    /// <summary>Why it stopped, or what was said at the end: a Chinese sentence.</summary>
    public string Note { get; set; } = "";

    /// <summary>The job at work on it, or the last one; 0 for none.</summary>
    public long JobId { get; set; }

    /// <summary>Guard against two people deciding at once.</summary>
    public int Edit { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
}
