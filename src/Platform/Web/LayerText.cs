using System.Text;

namespace Qingdan.Platform.Web;

/// <summary>Cuts texts to a width: a Chinese sign is as wide as the type is high, a Latin one a little over half of it.</summary>
internal static class LayerText
{
    private const double Latin = 0.58;

    /// <summary>The text, or its beginning with … when it is wider than this many times the height of the type.</summary>
    public static string Cut(string text, double ems)
    {
        if (Width(text) <= ems) return text;
        var (kept, width) = (new StringBuilder(), 1.0); // the … itself
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > ems) break;
            kept.Append(rune);
        }
        return $"{kept.ToString().TrimEnd()}…";
    }

    private static double Width(string text) => text.EnumerateRunes().Sum(Width);

    private static double Width(Rune rune) => rune.Value < 0x2000 ? Latin : 1;
}
