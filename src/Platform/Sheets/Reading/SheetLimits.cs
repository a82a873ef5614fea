namespace Qingdan.Platform.Sheets.Reading;

/// <summary>What one file may hold.</summary>
public static class SheetLimits
{
    /// <summary>Most columns.</summary>
    public const int Columns = 200;

    /// <summary>Most rows of data.</summary>
    public const int Rows = 1_000_000;

    /// <summary>Most characters in a cell, as in Excel.</summary>
    public const int CellLength = 32_767;

    /// <summary>Most bytes of a workbook when unpacked: 1 GB.</summary>
    public const long UnpackedBytes = 1L << 30;

    /// <summary>Most bytes of its shared texts when unpacked, which are held in memory: 256 MB.</summary>
    public const long SharedTextBytes = 256L << 20;

    /// <summary>How many times larger than packed a large part may be; real sheets stay below 100.</summary>
    public const int UnpackedRatio = 250;

    /// <summary>Rows shown in an inspection.</summary>
    internal const int Sample = 200;

    /// <summary>Rows among which the header is looked for.</summary>
    internal const int HeaderSearch = 25;
}
