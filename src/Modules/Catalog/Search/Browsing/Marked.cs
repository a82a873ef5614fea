using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search.Browsing;

/// <summary>A text with the words looked for in <c>mark</c>.</summary>
public sealed class Marked : ComponentBase
{
    private string _folded = "";

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<string> Words { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var at = 0;
        // Character by character, so that places in the folded text are places in the text.
        _folded = TraditionalForms.Fold(Text);
        while (Next(at) is var (start, length) && length > 0)
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
    private (int Start, int Length) Next(int from)
    {
        var (start, length) = (int.MaxValue, 0);
        foreach (var word in Words.Select(TraditionalForms.Fold))
            if (_folded.IndexOf(word, from, StringComparison.OrdinalIgnoreCase) is var found and >= 0 && (found < start || (found == start && word.Length > length)))
                (start, length) = (found, word.Length);
        return (start, length);
    }
}
