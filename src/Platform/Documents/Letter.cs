using System.Globalization;

namespace Qingdan.Platform.Documents;

/// <summary>A letter of an office (公文), in Chinese whatever the language of the pages.</summary>
/// <param name="Title">标题.</param>
/// <param name="Number">文号; the office fills in its own.</param>
/// <param name="To">主送单位.</param>
/// <param name="Lines">Paragraphs.</param>
/// <param name="From">署名.</param>
/// <param name="Day">成文日期.</param>
public sealed record Letter(string Title, string Number, string To, IReadOnlyList<LetterLine> Lines, string From, DateOnly Day)
{
    /// <summary>What may not be altered: name → text.</summary>
    public IReadOnlyDictionary<string, string> Facts => Lines.SelectMany(l => l.Texts).Where(t => t.Fact.Length > 0).ToDictionary(t => t.Fact, t => t.Text);

    /// <summary>A day as letters write it: 2026年1月5日, without zeros before (GB/T 9704, from memory).</summary>
    public static string Written(DateOnly? day) => day is { } d ? d.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "";
}

/// <summary>One paragraph.</summary>
public sealed record LetterLine(params IReadOnlyList<LetterText> Texts);

/// <summary>A stretch of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Fact">Name of the fact it states, once in a letter; empty for wording that may be altered.</param>
public sealed record LetterText(string Text, string Fact = "")
{
    /// <summary>Wording.</summary>
    public static implicit operator LetterText(string text) => new(text);
}
