using System.Text;
using System.Text.RegularExpressions;
using Qingdan.Platform.Search;

namespace Qingdan.Standards.Contracts;

/// <summary>Makes what people write comparable: half-width, lower case, simplified characters, single spaces. For recognising, never for storing.</summary>
public static partial class TextFold
{
    private const int FullWidthOffset = 'Ａ' - 'A';

    /// <summary>The folded text; empty for null.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = c is >= '！' and <= '～' ? (char)(c - FullWidthOffset) : c;
            if (char.IsWhiteSpace(half) || char.IsControl(half) || half is '\u200B' or '\uFEFF') folded.Append(' ');
            else folded.Append(TraditionalForms.Fold(Casing.Lower(half)));
        }
        return Spaces().Replace(folded.ToString(), " ").Trim();
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
