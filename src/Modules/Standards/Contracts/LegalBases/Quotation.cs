using System.Text;

namespace Qingdan.Standards.Contracts.LegalBases;

/// <summary>Compares a quoted text with the text of a clause. Pure.</summary>
public static class Quotation
{
    private const int Around = 12;

    /// <summary>Looks for the quotation in the clause; …… stands for words left out.</summary>
    public static QuoteCheck Compare(string clause, string quoted)
    {
        var text = Plain(clause);
        var from = 0;
        foreach (var part in quoted.Split(["……", "…", "..."], StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(p => p.Length > 0))
        {
            var found = text.IndexOf(part, from, StringComparison.Ordinal);
            if (found < 0) return Parting(text, from, part);
            from = found + part.Length;
        }
        return new QuoteCheck(from > 0);
    }

    // The place of the register that shares the longest beginning with the quotation shows where they part.
    private static QuoteCheck Parting(string text, int from, string part)
    {
        var (best, place) = (0, from);
        for (var i = from; i < text.Length; i++)
        {
            var length = text.AsSpan(i).CommonPrefixLength(part);
            if (length > best) (best, place) = (length, i);
        }
        return new QuoteCheck(false, Cut(text, place + best), Cut(part, best));
    }

    private static string Cut(string text, int from) => text.Substring(Math.Min(from, text.Length), Math.Min(Around, Math.Max(0, text.Length - from)));

    // Blanks, line ends and the width of punctuation marks make no difference; words do.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('“' or '”' or '"')) plain.Append(c switch { ',' => '，', ';' => '；', ':' => '：', '(' => '（', ')' => '）', _ => c });
        return plain.ToString();
    }
}
