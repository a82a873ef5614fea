using System.Globalization;
using System.Text;

namespace Qingdan.Platform.Search;

/// <summary>One tsvector while it is written. PostgreSQL keeps 255 places for each word, none past 16,383, and a megabyte in all; what is beyond it drops without a word.</summary>
/// <param name="counting">False for a text so short that no word can occur too often.</param>
internal sealed class VectorRow(bool counting)
{
    public const int MostPlaces = 255;
    private const int LastPlace = 16_383;
    private const int MostLength = 300_000;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int>? _counts = counting ? [] : null;
    private int _place;

    /// <summary>Adds a word at the next place; false when there is no room for it.</summary>
    public bool Add(ReadOnlySpan<char> word)
    {
        if (_place >= LastPlace || _text.Length > MostLength || (_counts is not null && Count(word) > MostPlaces)) return false;
        if (_text.Length > 0) _text.Append(' ');
        // PostgreSQL itself joins the places of a word that stands here several times.
        _text.Append(word).Append(':').Append(CultureInfo.InvariantCulture, $"{++_place}");
        return true;
    }

    /// <summary>Leaves a place empty, as the mark between fields is in FTS5: no phrase reaches over it.</summary>
    public void EndField() => _place++;

    /// <summary>The text written so far; the next begins empty.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        _counts?.Clear();
        _place = 0;
        return text;
    }

    private int Count(ReadOnlySpan<char> word)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts!.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _);
        return ++count;
    }
}
