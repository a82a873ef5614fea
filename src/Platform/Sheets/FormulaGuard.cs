namespace Qingdan.Platform.Sheets;

/// <summary>
/// In CSV a cell that begins like a formula (= + - @) is written with an apostrophe before it, so that a spreadsheet program shows it as text;
/// reading takes it off again. Workbooks need none: their text cells are typed as text.
/// </summary>
internal static class FormulaGuard
{
    public static string Guard(string text) => Begins(text) ? "'" + text : text;

    public static string Unguard(string text) => text.Length > 1 && text[0] == '\'' && Begins(text) ? text[1..] : text;

    // Apostrophes before the sign count as part of it, so that guarding twice and unguarding twice give the text back.
    private static bool Begins(string text)
    {
        foreach (var c in text)
            if (c != '\'' && !char.IsWhiteSpace(c)) return c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        return false;
    }
}
