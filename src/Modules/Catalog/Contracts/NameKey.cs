using System.Buffers;
using System.Text;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Contracts;

/// <summary>
/// When two names of one provider mean one resource: differences of width, case, space and punctuation do not count
/// (编目常见问题: names that differ only in stray punctuation are duplicates).
/// </summary>
public static class NameKey
{
    // What nearly all names consist of is its own normal form.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Range('\u0020', '\u007e'), .. Range('\u4e00', '\u9fff')]);

    /// <summary>The comparable form of a name.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.AsSpan().ContainsAnyExcept(Plain) ? name.Normalize(NormalizationForm.FormKC) : name)
            if (char.IsLetterOrDigit(c)) key.Append(Casing.Lower(c));
        // Most names are their own key: one string for both.
        return key.Equals(name) ? name : key.ToString();
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
