namespace Qingdan.Lists;

/// <summary>A choice as a form, an address or a program says it: the name of one member. A number names none, nor do several names.</summary>
internal static class FormChoice
{
    /// <summary>The member; null when the text names none.</summary>
    public static T? Of<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && !text.Contains(',', StringComparison.Ordinal) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
