using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Templates;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>What a returned file is: a workbook of ours, or one whose columns must be recognised.</summary>
/// <param name="Inspection">How it is read.</param>
/// <param name="Mark">The report and part it was written for; null for a workbook that is not ours.</param>
internal sealed record ReturnFile(SheetInspection Inspection, (long Report, long Part)? Mark)
{
    // The mark stands above the table; before it come cover and instructions.
    private const int MostTexts = 20_000;

    /// <summary>From the mark to the first of the two header rows.</summary>
    private const int HeaderBelow = 3;

    /// <summary>Looks at a file. The stream must be seekable.</summary>
    public static Result<ReturnFile> Look(Stream content, string name)
    {
        var plain = SheetFile.Inspect(content, name);
        if (!plain.TryGet(out var inspection)) return plain.As<ReturnFile>();
        var found = SheetFile.Texts(content, inspection.Choice).Take(MostTexts).Select(t => (Place: t, Mark: RowMark.ReadWorkbook(t.Text))).FirstOrDefault(t => t.Mark is not null);
        if (found.Mark is not { } mark) return new ReturnFile(inspection, null);
        var sheet = found.Place.Sheet.Length > 0 ? found.Place.Sheet : null;
        // Rows may have been put in above; then the header is looked for.
        var own = SheetFile.Inspect(content, name, sheet, found.Place.Row + HeaderBelow);
        if (!own.TryGet(out var marked) || !Ours(marked)) own = SheetFile.Inspect(content, name, sheet);
        return own.TryGet(out marked) ? new ReturnFile(marked, mark) : own.As<ReturnFile>();
    }

    /// <summary>Which column is which field of a table.</summary>
    public ColumnMapping Map(IReportTable table)
    {
        List<TargetField> fields =
        [
            new(Comparison.RowIdKey, [FormLayout.RowId, "行标识"]), new(Comparison.ChangeKey, [FormLayout.Change, "较上年变化", "变化情况"]),
            .. table.Columns.Select(c => new TargetField(c.Key, [c.Element.Name, c.Element.English], c.Element.Required)),
        ];
        var proposed = MappingProposal.For(Inspection, fields);
        // In our own workbook a column is what its header says, or one that somebody put in.
        return new([.. proposed.Columns.Select(c => c.Header.EndsWith(FormLayout.Reasons, StringComparison.Ordinal) || (Mark is not null && c.Confidence < 0.9) ? c with { Key = null, Reason = MappingReason.None } : c)]);
    }

    /// <summary>True when nobody needs to say which column is which: ours, or every owed column was found by its own name.</summary>
    public static bool Understood(IReportTable table, ColumnMapping mapping) => table.Columns.Where(c => !c.Given && (c.Element.Required || c.Key == "name")).All(c =>
        mapping[c.Key] is { } at && mapping.Columns.First(m => m.Column == at).Confidence >= 0.9);

    private static bool Ours(SheetInspection inspection) => inspection.Choice.Columns.Any(c => c.Name.StartsWith("行标识", StringComparison.Ordinal));
}
