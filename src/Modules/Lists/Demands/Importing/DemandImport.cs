namespace Qingdan.Lists.Demands.Importing;

/// <summary>Where a workbook of demands stands.</summary>
internal enum DemandImportState
{
    /// <summary>待确认: read and shown, nothing was made of it.</summary>
    Ready,

    /// <summary>已生成草稿.</summary>
    Taken,
}

/// <summary>批量提需求: a workbook of many demands of one unit. What it would make is read anew from the file each time.</summary>
internal sealed class DemandImport
{
    public long Id { get; init; }
    public long UnitId { get; init; }
    public long FileId { get; init; }
    public required string FileName { get; init; }

    /// <summary>Its column headers, a line each: a later file with the same ones gets the same mapping.</summary>
    public required string Headers { get; init; }

    /// <summary>How it is read, as JSON.</summary>
    public required string Choice { get; init; }

    /// <summary>Column → field, as JSON.</summary>
    public required string Mapping { get; set; }

    public DemandImportState State { get; set; }
    public int Edit { get; set; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Drafts that were made of it.</summary>
    public int Made { get; set; }

    /// <summary>Drafts that it changed.</summary>
    public int Changed { get; set; }
}
