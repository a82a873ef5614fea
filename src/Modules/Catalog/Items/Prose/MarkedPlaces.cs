using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>A text with the named 数据项 in <c>mark</c>; of a long one only what is around them.</summary>
public sealed class MarkedPlaces : ComponentBase
{
    private const int Most = 400, Around = 60;

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>In the order of the text.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<NamedItem> Items { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var (from, to) = (0, Text.Length);
        if (Text.Length > Most && Items.Count > 0)
            (from, to) = (Math.Max(0, Items[0].Start - Around), Math.Min(Text.Length, Items[^1].Start + Items[^1].Length + Around));
        if (from > 0) builder.AddContent(0, "…");
        foreach (var item in Items)
        {
            builder.AddContent(1, Text[from..item.Start]);
            builder.OpenElement(2, "mark");
            builder.AddContent(3, item.Name);
            builder.CloseElement();
            from = item.Start + item.Length;
        }
        builder.AddContent(4, Text[from..to]);
        if (to < Text.Length) builder.AddContent(5, "…");
    }
}
