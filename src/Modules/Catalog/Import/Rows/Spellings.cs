using Qingdan.Catalog.Import.Fields;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>A spelling and what became of it, with how often it occurred.</summary>
/// <param name="Field">Chinese name of the field.</param>
/// <param name="From">As written.</param>
/// <param name="To">Chinese name of the value; empty when it was not understood.</param>
/// <param name="Likely">True when the wording says more or less than the value: to be confirmed by a person.</param>
/// <param name="Count">Cells.</param>
public sealed record SpellingCount(string Field, string From, string To, bool Likely, int Count);

/// <summary>Counts what was normalised, so that it can be said.</summary>
internal sealed class Spellings
{
    /// <summary>Most spellings that are named.</summary>
    public const int Most = 500;

    private readonly Dictionary<(ImportField, string), (string To, bool Likely, int Count)> _counts = [];

    /// <summary>Adds one cell.</summary>
    public void Add(ImportField field, string from, string to, bool likely)
    {
        ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, (field, from), out _);
        entry = (to, likely, entry.Count + 1);
    }

    /// <summary>How many spellings there are, and in how many cells.</summary>
    public (int Kinds, int Cells) Total => (_counts.Count, _counts.Values.Sum(c => c.Count));

    /// <summary>The most frequent first, at most <see cref="Most"/>.</summary>
    public IReadOnlyList<SpellingCount> Counts => [.. _counts
        .Select(c => new SpellingCount(c.Key.Item1.Info().Name, Short(c.Key.Item2), c.Value.To, c.Value.Likely, c.Value.Count))
        .OrderByDescending(c => c.Count).ThenBy(c => c.Field, StringComparer.Ordinal).ThenBy(c => c.From, StringComparer.Ordinal).Take(Most)];

    private static string Short(string text) => text.Length <= 100 ? text : text[..99] + "…";
}
