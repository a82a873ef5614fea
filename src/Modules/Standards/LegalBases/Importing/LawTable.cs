using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>Reads laws from a table, one row an article; what is said of the law stands in its first row, later rows repeat it or leave it blank.</summary>
internal static class LawTable
{
    /// <summary>The laws in the order of the file; throws <see cref="SheetException"/> where it turns out damaged.</summary>
    public static (List<LawText> Laws, List<Fault> Faults) Read(Stream stream, SheetInspection inspection)
    {
        var mapping = MappingProposal.For(inspection, LawSpellings.Fields);
        List<Fault> faults = [.. LawColumns.Required.Where(c => mapping[c] is null).Select(c => new Fault("standards.law-import.column-missing", "文件没有“{0}”这一列。请补上这一列后重新上传。", "file", FaultKind.Invalid, c))];
        if (faults.Count > 0) return ([], faults);
        var laws = new Dictionary<string, LawText>();
        stream.Position = 0;
        foreach (var row in SheetFile.Read(stream, inspection.Choice))
        {
            string Cell(string column) => mapping[column] is { } index ? row.Cells[index]?.Trim() ?? "" : "";
            foreach (var mark in row.Marks.Where(m => m.Kind is CellMarkKind.TooLong or CellMarkKind.Unreadable or CellMarkKind.FormulaError && m.Column < inspection.Choice.Columns.Count))
                faults.Add(LawFaults.At(row.Number, inspection.Choice.Columns[mark.Column].Header, "standards.law-import.unreadable", "第 {0} 行“{1}”读不完整：有乱码、公式错误或文字过长。"));
            if (Cell(LawColumns.Name).Length == 0)
            {
                faults.Add(LawFaults.At(row.Number, LawColumns.Name, "standards.law-import.required", "第 {0} 行“{1}”没有填写。"));
                continue;
            }
            Add(laws, faults, row.Number, Cell);
        }
        return ([.. laws.Values], faults);
    }

    // Versions of one law are told apart by their day and number.
    private static void Add(Dictionary<string, LawText> laws, List<Fault> faults, int row, Func<string, string> cell)
    {
        var versions = laws.Where(l => l.Value[LawColumns.Name] == cell(LawColumns.Name)).Select(l => l.Value).ToList();
        var law = versions.FindLast(v => Same(v, cell, LawColumns.Effective) && Same(v, cell, LawColumns.Number));
        if (law is null) laws.Add($"{row}", law = new(row, LawColumns.OfLaw.Prepend(LawColumns.Name).ToDictionary(c => c, cell), []));
        else
            foreach (var column in LawColumns.OfLaw.Where(c => !Same(law, cell, c)))
                faults.Add(LawFaults.At(row, column, "standards.law-import.differs", "第 {0} 行“{1}”与同一部法规第 {2} 行写的不一样。", law.Place));
        if (cell(LawColumns.Article).Length + cell(LawColumns.Text).Length > 0) law.Clauses.Add(new(row, cell(LawColumns.Article), cell(LawColumns.Text)));
    }

    private static bool Same(LawText law, Func<string, string> cell, string column) => cell(column).Length == 0 || cell(column) == law[column];
}
