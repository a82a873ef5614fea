namespace Qingdan.Catalog.Items.Prose;

/// <summary>A stretch of a text.</summary>
internal readonly record struct ProseSpan(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);

    /// <summary>Without what surrounds a name: blanks, quotes, a full stop of another script.</summary>
    public ProseSpan Trim(string text)
    {
        const string Around = " \t\u00a0\u3000\"'“”‘’「」『』《》.·…*-—_\\";
        var (start, end) = (Start, End);
        while (start < end && Around.Contains(text[start])) start++;
        while (end > start && Around.Contains(text[end - 1])) end--;
        return new ProseSpan(start, end);
    }
}
