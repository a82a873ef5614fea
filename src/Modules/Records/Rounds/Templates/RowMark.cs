using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Qingdan.Records.Rounds.Templates;

/// <summary>
/// What ties a workbook to its report and a row to its record, in the hidden column. The check letters tell a mark that was typed over from one of ours;
/// whose record it is, is asked of the store.
/// </summary>
internal static class RowMark
{
    private const string Head = "三清单报送";

    /// <summary>Stands above the row marks: which report, and which office's part of it.</summary>
    public static string Workbook(long report, long part) => string.Create(CultureInfo.InvariantCulture, $"{Head} {report}.{part}.{Check(report, part, 0)}");

    /// <summary>Reads <see cref="Workbook"/>; null when it is none.</summary>
    public static (long Report, long Part)? ReadWorkbook(string? text)
    {
        if (text is null || !text.StartsWith(Head, StringComparison.Ordinal)) return null;
        return Numbers(text[Head.Length..].Trim()) is [var report, var part] && text.Trim().EndsWith(Check(report, part, 0), StringComparison.Ordinal) ? (report, part) : null;
    }

    /// <summary>A row's mark: its record and the number the record had.</summary>
    public static string Row(long report, long record, int edit) => string.Create(CultureInfo.InvariantCulture, $"{record}.{edit}.{Check(report, record, edit)}");

    /// <summary>Reads <see cref="Row"/>; null when it is no mark of this report.</summary>
    public static (long Record, int Edit)? ReadRow(long report, string text) =>
        Numbers(text.Trim()) is [var record, var edit and <= int.MaxValue] && text.Trim().EndsWith(Check(report, record, (int)edit), StringComparison.Ordinal) ? (record, (int)edit) : null;

    private static long[]? Numbers(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var a) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var b) ? [a, b] : null;
    }

    private static string Check(long a, long b, int c)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{a}/{b}/{c}")), digest);
        return Convert.ToHexStringLower(digest[..3]);
    }
}
