using System.Text;

namespace Qingdan.Platform.Search;

/// <summary>Makes texts comparable: NFKC, lower case, simplified characters.</summary>
internal static class TextFold
{
    // What nearly all texts consist of is folded by a table; 0 stands for characters that need the framework's normalisation.
    private static readonly char[] Table = MakeTable();

    public static string Fold(string text)
    {
        foreach (var c in text)
            if (Table[c] == 0) return Slow(text);
        return string.Create(text.Length, text, static (target, source) => { for (var i = 0; i < source.Length; i++) target[i] = Table[source[i]]; });
    }

    /// <summary>The same character by character, so that places stay: what only the framework can fold is left as it is.</summary>
    public static string Alike(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = Table[source[i]] is var folded and not '\0' ? folded : source[i];
    });

    private static string Slow(string text)
    {
        // Enumerating runes replaces halves of surrogate pairs, which cannot be normalised.
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) text = string.Concat(text.EnumerateRunes());
        return TraditionalForms.Fold(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant());
    }

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = '\u0001'; c < '\u0080'; c++) table[c] = char.ToLowerInvariant(c);
        for (var c = '\u4e00'; c <= '\u9fff'; c++) table[c] = TraditionalForms.Fold(c);
        // Chinese punctuation, quotes and dashes: all of them only separate.
        for (var c = '\u3000'; c < '\u3030'; c++) table[c] = c;
        for (var c = '\u2012'; c < '\u2024'; c++) table[c] = c;
        // Full-width forms of the printable ASCII characters.
        for (var c = '\uff01'; c <= '\uff5e'; c++) table[c] = char.ToLowerInvariant((char)(c - 0xfee0));
        return table;
    }
}
