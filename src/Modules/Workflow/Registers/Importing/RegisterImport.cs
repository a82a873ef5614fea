namespace Qingdan.Workflow.Registers.Importing;

/// <summary>A workbook of a register. What it would enter is read anew from the file each time, until it was taken.</summary>
internal sealed class RegisterImport
{
    public long Id { get; init; }
    public RegisterKind Kind { get; init; }
    public long FileId { get; init; }
    public required string FileName { get; init; }

    /// <summary>How it is read, as JSON.</summary>
    public required string Choice { get; init; }

    /// <summary>Column → field, as JSON.</summary>
    public required string Mapping { get; init; }

    /// <summary>已登记.</summary>
    public bool Taken { get; set; }

    public int Edit { get; set; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Rows that it entered.</summary>
    public int Entered { get; set; }

    /// <summary>Rows that it changed.</summary>
    public int Changed { get; set; }
}
