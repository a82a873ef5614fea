using Qingdan.Catalog.Versions;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Quality;

/// <summary>The cells of the form as findings name them.</summary>
internal static class Cells
{
    /// <summary>A field of the resource.</summary>
    public static FindingCell Of(string label, string field, string value = "") => new(label, field, "", FindingCell.Cut(value));

    /// <summary>The fields of the items that fit, each with its value.</summary>
    public static IEnumerable<FindingCell> OfItems(ResourceContent content, string label, string field, Func<ItemContent, bool> fits, Func<ItemContent, string> value)
    {
        for (var i = 0; i < content.Items.Count; i++)
            if (fits(content.Items[i])) yield return new FindingCell(label, $"items[{i}].{field}", FindingCell.Cut(content.Items[i].Name), FindingCell.Cut(value(content.Items[i])));
    }
}
