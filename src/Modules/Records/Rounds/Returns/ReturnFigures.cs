namespace Qingdan.Records.Rounds.Returns;

/// <summary>What a comparison found. Each row counts once: faulty, else removed, added, renamed, changed or unchanged.</summary>
public sealed record ReturnFigures
{
    public int Rows { get; set; }
    public int Same { get; set; }
    public int Changed { get; set; }
    public int Renamed { get; set; }
    public int Added { get; set; }
    public int Removed { get; set; }

    /// <summary>Rows that cannot be taken.</summary>
    public int Faulty { get; set; }

    public int FaultyCells { get; set; }

    /// <summary>Stored rows that the workbook leaves out: they stay as they are.</summary>
    public int Missing { get; set; }

    /// <summary>Lines that are no data: column numbers, repeated headers, remarks and signatures.</summary>
    public int Skipped { get; set; }

    /// <summary>Rows that are hidden in the workbook and were read.</summary>
    public int Hidden { get; set; }

    /// <summary>Cells whose spelling was unified.</summary>
    public int Spelled { get; set; }

    /// <summary>The most frequent of them.</summary>
    public IReadOnlyList<Spelling> Spellings { get; set; } = [];

    /// <summary>Rows that say something new and can be taken.</summary>
    public int New => Changed + Renamed + Added + Removed;

    /// <summary>Rows that can be taken.</summary>
    public int Good => Rows - Faulty;
}

/// <summary>One spelling that was unified.</summary>
public sealed record Spelling(string Key, string Written, string Kept, int Count);
