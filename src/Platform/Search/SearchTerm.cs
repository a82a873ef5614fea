namespace Qingdan.Platform.Search;

/// <summary>A term of a folded text as the index holds it: a pair of Chinese characters, one that stands alone, a Latin word or a number.</summary>
/// <param name="Folded">The whole text, from <see cref="Bigrams.Fold"/>.</param>
/// <param name="Start">Where the term begins.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct SearchTerm(string Folded, int Start, int Length)
{
    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Span => Folded.AsSpan(Start, Length);

    /// <inheritdoc/>
    public override string ToString() => Folded.Substring(Start, Length);
}
