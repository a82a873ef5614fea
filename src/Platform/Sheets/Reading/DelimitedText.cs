namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Reads the records of a text with delimiters.</summary>
internal static class DelimitedText
{
    /// <summary>All records, blank ones too, numbered as a spreadsheet program numbers them.</summary>
    public static IEnumerable<RawRow> Rows(Stream stream, string encoding, char delimiter)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, TextEncoding.Named(encoding), detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        var records = new DelimitedRecords(reader, delimiter);
        while (records.Next() is { } cells)
        {
            for (var i = 0; i < cells.Length; i++) cells[i] = FormulaGuard.Unguard(cells[i]);
            yield return new(records.Number, cells);
        }
    }

    /// <summary>Number of line breaks: an upper estimate of the records.</summary>
    public static long Lines(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[64 * 1024];
        long lines = 0;
        byte last = (byte)'\n';
        while (stream.Read(buffer) is var read and > 0)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            last = buffer[read - 1];
        }
        return last is (byte)'\n' or 0 ? lines : lines + 1;
    }
}
