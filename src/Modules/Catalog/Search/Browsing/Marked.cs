using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search.Browsing;

/// <summary>A text with the words looked for in <c>mark</c>, as they were found: traditional and simplified, wide and narrow are alike.</summary>
public sealed class Marked : ComponentBase
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<string> Words { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var (text, words) = (Bigrams.Alike(Text), Words.Select(Bigrams.Alike).ToList());
        var at = 0;
        while (Next(text, words, at) is var (start, length) && length > 0)
        {
            builder.AddContent(0, Text[at..start]);
            builder.OpenElement(1, "mark");
            builder.AddContent(2, Text.Substring(start, length));
            builder.CloseElement();
            at = start + length;
        }
        builder.AddContent(3, Text[at..]);
    }

    // The nearest word from here; of two at one place the longer.
    private static (int Start, int Length) Next(string text, List<string> words, int from)
    {
        var (start, length) = (int.MaxValue, 0);
        foreach (var word in words)
            if (text.IndexOf(word, from, StringComparison.Ordinal) is var found and >= 0 && (found < start || (found == start && word.Length > length)))
                (start, length) = (found, word.Length);
        return (start, length);
    }
}
