using System.Globalization;
using System.Text.RegularExpressions;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Records.Contracts.Reports;

/// <summary>Tells rows of data from what else stands in a workbook's table: column numbers, headers printed again, remarks and signatures below.</summary>
/// <param name="columns">The columns of the table.</param>
/// <param name="nameColumn">Where a row's name stands.</param>
/// <param name="surely">Columns that no line below a table fills: the mark, and the record under which a row stands. 联系电话 is a data item there, and no signature.</param>
public sealed partial class RowSense(IReadOnlyList<SheetColumn> columns, int? nameColumn, IReadOnlyList<int> surely)
{
    private string?[]? _above;

    /// <summary>True for a row of data.</summary>
    public bool IsData(SheetRow row)
    {
        var filled = row.Cells.Where(c => c is not null).Cast<string>().ToList();
        if (filled.Count == 0) return false;
        if (filled.Count >= 3 && filled.Select((text, i) => (text, i)).Count(c => Counts(c.text)) == filled.Count && Runs(filled)) return false;
        if (columns.Count(c => row.Cells[c.Index] is { } text && (text == c.Name || text == c.Header)) * 2 > filled.Count) return false;
        if (surely.Any(c => row.Cells[c] is { } text && !Foot().IsMatch(text))) return true;
        var name = nameColumn is { } at ? row.Cells[at] : null;
        return !((name is null || Foot().IsMatch(name)) && filled.Exists(text => Foot().IsMatch(text)) && filled.Count <= Math.Max(3, columns.Count / 3));
    }

    /// <summary>The cells with 同上 and its like replaced by what stands above.</summary>
    public string?[] Cells(SheetRow row)
    {
        var cells = row.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
            if (IsDitto(cells[i])) cells[i] = _above?[i] ?? cells[i];
        return _above = cells;
    }

    /// <summary>True for 同上 and its like; after <see cref="Cells"/>, for one with nothing above.</summary>
    public static bool IsDitto(string? text) => text is { Length: <= 5 } && Ditto().IsMatch(text);

    private static bool Counts(string text) => text.Trim('(', ')', '（', '）') is { Length: <= 3 } bare && int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool Runs(List<string> filled)
    {
        var numbers = filled.Select(text => int.Parse(text.Trim('(', ')', '（', '）'), CultureInfo.InvariantCulture)).ToList();
        return numbers.Zip(numbers.Skip(1), (a, b) => b - a).All(step => step == 1);
    }

    [GeneratedRegex(@"^\s*(填表人|填报人|制表人?|经办人|审核人|审批人|负责人|联系人|联系电话|分管领导|单位负责人|单位[（(]?(盖章|公章)|[（(]?盖章|备\s*注\s*[:：]|注\s*[:：]|说\s*明\s*[:：]|填表说明|填报说明|填报日期|日\s*期\s*[:：]|合\s*计|总\s*计)")]
    private static partial Regex Foot();

    [GeneratedRegex("""^(同上|同左上|〃|″|"|''|〞|″″|ditto)$""", RegexOptions.IgnoreCase)]
    private static partial Regex Ditto();
}
