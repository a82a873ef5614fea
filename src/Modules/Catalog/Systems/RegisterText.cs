using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Systems;

/// <summary>What the fields of the registers' forms share: lengths, marks of secrets (政务数据共享条例 3), days and choices.</summary>
internal static class RegisterText
{
    /// <summary>What is wrong with a text of any field.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="field">Its field.</param>
    /// <param name="label">The field's Chinese name.</param>
    /// <param name="most">The most characters.</param>
    public static IEnumerable<Fault> Faults(string text, string field, string label, int most)
    {
        if (text.Trim().Length > most) yield return new("catalog.text.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, label, most, text.Trim().Length);
        if (ClassificationMarks.Refusal(text, field) is { } refusal) yield return refusal;
    }

    /// <summary>The member of this name; a number names none.</summary>
    public static T? Choice<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && !text.Contains(',', StringComparison.Ordinal) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The lines of a field, without blank ones.</summary>
    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
