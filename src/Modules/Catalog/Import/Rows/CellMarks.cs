using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>What the reader of files noticed, as remarks of a row.</summary>
internal static class CellMarks
{
    /// <summary>Adds the remark; nothing for columns that are left out.</summary>
    public static void Note(SourceRow row, CellMark mark, ImportField?[] fields)
    {
        var inside = mark.Column < fields.Length;
        if (inside && mark.Kind != CellMarkKind.MissingCells && fields[mark.Column] is null) return;
        var code = inside && fields[mark.Column] is ImportField.Code or ImportField.NationalCode;
        row.Note(RowNote.Of(CellMarkFaults.Of(mark.Kind), inside ? mark.Column : -1, Weight(mark.Kind, code)));
    }

    /// <summary>True when the cell's text is no value.</summary>
    public static bool Unusable(IReadOnlyList<CellMark> marks, int column)
    {
        foreach (var mark in marks)
            if (mark.Column == column && mark.Kind == CellMarkKind.FormulaError) return true;
        return false;
    }

    // A code whose digits are lost would name another resource; a number elsewhere is only doubtful.
    private static NoteWeight Weight(CellMarkKind kind, bool code) => kind switch
    {
        CellMarkKind.DigitsLost => code ? NoteWeight.Row : NoteWeight.Hint,
        CellMarkKind.FormulaError => NoteWeight.Cell,
        _ => NoteWeight.Hint,
    };
}
