using System.Text;

namespace Qingdan.Platform.Search;

/// <summary>
/// One token of a folded text. A run of Chinese characters 公共数据 gives the overlapping pairs 公共, 共数, 数据 and the last character 据 alone;
/// a run of Latin letters and digits is one token.
/// </summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Chinese">True for a pair or a single Chinese character.</param>
/// <param name="EndsRun">True for the last token of its run.</param>
internal readonly record struct Token(int Start, int Length, bool Chinese, bool EndsRun);

/// <summary>Cuts folded texts into tokens, the same way for indexing and for asking.</summary>
internal static class Tokens
{
    // A longer Latin run is a key or a hash; its beginning is enough to find it.
    private const int LongestLatin = 40;

    private enum Kind { Separator, Latin, Chinese }

    public static IEnumerable<Token> Of(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            var kind = KindAt(folded, i, out var width);
            var start = i;
            do i += width;
            while (i < folded.Length && KindAt(folded, i, out width) == kind);
            if (kind == Kind.Latin) yield return new(start, LatinLength(folded, start, i), false, true);
            else if (kind == Kind.Chinese)
                for (var at = start; at < i;)
                {
                    var second = at + Width(folded, at);
                    yield return new(at, (second < i ? second + Width(folded, second) : second) - at, true, second >= i);
                    at = second;
                }
        }
    }

    private static int Width(string text, int place) => char.IsHighSurrogate(text[place]) ? 2 : 1;

    private static int LatinLength(string text, int start, int end) =>
        end - start <= LongestLatin ? end - start : LongestLatin - (char.IsHighSurrogate(text[start + LongestLatin - 1]) ? 1 : 0);

    private static Kind KindAt(string text, int place, out int width)
    {
        var c = text[place];
        width = 1;
        if (c is >= '\u4e00' and <= '\u9fff') return Kind.Chinese;
        if (c < '\u0080') return char.IsAsciiLetterOrDigit(c) ? Kind.Latin : Kind.Separator;
        var rune = Rune.GetRuneAt(text, place);
        width = rune.Utf16SequenceLength;
        return !Rune.IsLetterOrDigit(rune) ? Kind.Separator : IsChinese(rune.Value) ? Kind.Chinese : Kind.Latin;
    }

    // Han with its extensions, 々 and 〇, kana, hangul: scripts written without spaces between words.
    private static bool IsChinese(int rune) => rune is
        (>= 0x3400 and <= 0x4dbf) or (>= 0x20000 and <= 0x323af) or (>= 0xf900 and <= 0xfaff) or 0x3005 or 0x3007
        or (>= 0x3040 and <= 0x30ff) or (>= 0xac00 and <= 0xd7a3);
}
