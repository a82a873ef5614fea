using System.Text;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Makes a cell's text fit to be stored and compared: no blanks at the ends, no control characters, line breaks as \n.</summary>
internal static class CellText
{
    /// <summary>The clean text, or null for nothing; <paramref name="mark"/> says what was taken out.</summary>
    public static string? Clean(string? text, out CellMarkKind? mark)
    {
        if (Whole(text, out mark) is not { } clean) return null;
        if (clean.Length > SheetLimits.CellLength)
        {
            mark = CellMarkKind.TooLong;
            clean = clean[..(SheetLimits.CellLength - (char.IsHighSurrogate(clean[SheetLimits.CellLength - 1]) ? 1 : 0))];
        }
        return clean;
    }

    /// <summary>The clean text however long it is, or null for nothing.</summary>
    public static string? Whole(string? text, out CellMarkKind? mark)
    {
        mark = null;
        if (string.IsNullOrEmpty(text)) return null;
        var clean = !Suspect(text) ? text.Trim() : Repair(text, out mark);
        return clean.Length == 0 ? null : clean;
    }

    // Everything that makes a second look necessary: controls, replacement and byte order marks, surrogates. Asked of every cell: a loop is quicker here than a set of two thousand characters.
    private static bool Suspect(string text)
    {
        foreach (var c in text)
            if (c is < '\u0020' or (>= '\u007f' and < '\u00a0') or '\u200b' or (>= '\ud800' and < '\ue000') or '\ufeff' or >= '\ufffd') return true;
        return false;
    }

    private static string Repair(string text, out CellMarkKind? mark)
    {
        mark = null;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else if (c == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (c == '\n') clean.Append('\n');
            else if (c is '\t' or '\u0085') clean.Append(' ');
            else if (c is '\u200b' or '\ufeff') continue;
            else if (char.IsControl(c) || char.IsSurrogate(c) || c >= '\ufffe') mark = CellMarkKind.ControlCharacters;
            else
            {
                if (c == '\ufffd') mark ??= CellMarkKind.Unreadable;
                clean.Append(c);
            }
        }
        return clean.ToString().Trim();
    }
}
