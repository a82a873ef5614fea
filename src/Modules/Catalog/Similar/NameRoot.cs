using System.Text.RegularExpressions;
using Qingdan.Catalog.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// What is left of a name without spaces, punctuation, words that every name may bear, and a number dragged behind it (编目常见问题: names that differ only in these are duplicates).
/// A year or a date stays: the data of 2019 and those of 2020 are different data, though their items are the same. A longer number may be what the data are about, as 12345 is.
/// </summary>
internal sealed partial class NameRoot
{
    private static readonly string[] Fillers = ["信息", "数据", "情况", "清单", "表"];

    /// <summary>The name without spaces and punctuation.</summary>
    public required string Key { get; init; }

    /// <summary>What is left; the key itself when nothing would be.</summary>
    public required string Text { get; init; }

    /// <summary>Years and dates in the name, in its order.</summary>
    public required string Times { get; init; }

    /// <summary>What was left out.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>True when both names tell a time and it is not the same.</summary>
    public bool OtherTime(NameRoot other) => Times.Length > 0 && other.Times.Length > 0 && Times != other.Times;

    /// <summary>The words that only one of two names has beside their common root.</summary>
    public IReadOnlyList<string> Differing(NameRoot other)
    {
        var rest = other.Left.ToList();
        return [.. Left.Where(word => !rest.Remove(word)), .. rest];
    }

    /// <summary>Reads a name.</summary>
    public static NameRoot Of(string name)
    {
        var key = NameKey.Of(name);
        var (text, left) = (key, new List<string>());
        while (Last(text) is { } word)
        {
            left.Insert(0, word);
            text = text[..^word.Length];
        }
        foreach (var filler in Fillers)
            for (var at = text.IndexOf(filler, StringComparison.Ordinal); at >= 0; at = text.IndexOf(filler, StringComparison.Ordinal))
            {
                left.Add(filler);
                text = text.Remove(at, filler.Length);
            }
        return new NameRoot { Key = key, Text = text.Length > 0 ? text : key, Times = string.Join(' ', Time().Matches(key).Select(m => m.Value)), Left = text.Length > 0 ? left : [] };
    }

    private static string? Last(string text) =>
        Array.Find(Fillers, filler => text.EndsWith(filler, StringComparison.Ordinal)) ?? (Dragged().Match(text) is { Success: true } number ? number.Value : null);

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?:[0-9]{2}){0,2}(?![0-9])")]
    private static partial Regex Time();

    [GeneratedRegex("(?<![0-9])[0-9]{1,3}$")]
    private static partial Regex Dragged();
}
