using System.Text;
using System.Text.RegularExpressions;
using Qingdan.Platform.Files;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>What the bytes are, whatever the name says.</summary>
internal static partial class FileContent
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    // Pictures, PDF and other archives that people take for the workbook.
    private static readonly byte[][] Others = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "%PDF"u8], [.. "Rar!"u8], [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B]];

    /// <summary>Xlsx, Xlsb, Xls or Ods; null for a text that begins like JSON (<see cref="JsonLayout"/> tells which kind).</summary>
    public static SheetFormat? Binary(Stream stream)
    {
        var head = Head(stream, 8);
        if (head.Length == 0) throw new SheetException(SheetFaults.Empty);
        if (Array.Exists(Others, o => head.AsSpan().StartsWith(o))) throw new SheetException(SheetFaults.Unknown);
        if (head.AsSpan().StartsWith("PK"u8)) return Packed(stream);
        return head.AsSpan().StartsWith(Compound) ? SheetFormat.Xls : null;
    }

    /// <summary>Csv or Json by the first characters; refuses web pages.</summary>
    public static SheetFormat Textual(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        var buffer = new char[2048];
        var text = buffer.AsSpan(0, reader.ReadBlock(buffer)).Trim("\ufeff \t\r\n\0");
        if (text.IsEmpty) throw new SheetException(SheetFaults.Empty);
        if (WebPage().IsMatch(text)) throw new SheetException(SheetFaults.WebPage);
        var controls = 0;
        foreach (var c in text) if (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\0')) controls++;
        if (text.StartsWith("%PDF") || controls * 20 > text.Length) throw new SheetException(SheetFaults.Unknown);
        var next = text[1..].TrimStart();
        var json = (text[0] == '[' && (next.IsEmpty || next[0] is '{' or ']' or '[')) || (text[0] == '{' && (next.IsEmpty || next[0] is '"' or '}'));
        return json ? SheetFormat.Json : SheetFormat.Csv;
    }

    // What is no package at all is for the reader of workbooks to refuse.
    private static SheetFormat Packed(Stream stream)
    {
        if (OpenDocument.Is(stream)) return SheetFormat.Ods;
        stream.Position = 0;
        try
        {
            using var zip = PackedFile.Open(stream);
            return zip.Entries.Any(e => e.FullName.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)) ? SheetFormat.Xlsb : SheetFormat.Xlsx;
        }
        catch (InvalidDataException)
        {
            return SheetFormat.Xlsx;
        }
    }

    [GeneratedRegex(@"^<(\?xml|!doctype|html|head|meta|style|table|div)", RegexOptions.IgnoreCase)]
    private static partial Regex WebPage();

    private static byte[] Head(Stream stream, int count)
    {
        stream.Position = 0;
        var buffer = new byte[count];
        return buffer[..stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false)];
    }
}
