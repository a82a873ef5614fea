using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Exports;

/// <summary>Declared elements as columns of a flat export, in the declaration's order.</summary>
internal static class DeclaredColumns
{
    /// <summary>The columns.</summary>
    public static IEnumerable<ColumnSpec> Columns(this DeclaredPart part, Translator t) => part.Elements.Select(e => new ColumnSpec(t.English ? e.English : e.Name, CellType.Code, Key: e.Key));

    /// <summary>A row's cells of them.</summary>
    public static IEnumerable<object?> Cells(this DeclaredPart part, IReadOnlyDictionary<string, string> texts) => part.All(texts).Select(e => e.Text);
}
