using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds.Api;

/// <summary>A workbook that came back, as the API and the command line give it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="ReportId">The report.</param>
/// <param name="RoundId">The round.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Table">Which table.</param>
/// <param name="Part">The office whose part it is.</param>
/// <param name="FileName">The file's name at the sender.</param>
/// <param name="State">Where it stands: <c>reading</c> until it is compared.</param>
/// <param name="Edit">The version, as in the ETag.</param>
/// <param name="Takes">True when the reader may take it over now.</param>
/// <param name="Notes">What was noticed about the file as a whole; why it could not be read.</param>
/// <param name="Columns">Its columns and their elements.</param>
/// <param name="Figures">What the comparison found; absent before.</param>
/// <param name="Rows">Rows of the difference.</param>
/// <param name="Next">Give it as <c>after</c> for the next rows; absent at the end.</param>
internal sealed record ReturnAnswer(
    long Id, long ReportId, long RoundId, string Unit, string Table, string? Part, string FileName, ReturnState State, int Edit, bool Takes, IReadOnlyList<string> Notes,
    IReadOnlyList<ReturnColumn> Columns, ReturnCounts? Figures, IReadOnlyList<ReturnRow> Rows, int? Next)
{
    /// <summary><paramref name="take"/> is how many rows were asked for.</summary>
    public static ReturnAnswer Of(ReceiptView v, int take, Translator t) => new(
        v.Return.Id, v.Report.Id, v.Round.Id, v.Unit, v.Report.TableKey, v.Part.Length > 0 ? v.Part : null, v.Return.FileName, v.Return.State, v.Return.Edit, v.Takes, [.. v.Notes.Select(n => t[n.Text, [.. n.Args]])],
        [.. ColumnMapping.FromJson(v.Return.Mapping).Columns.Select(c => new ReturnColumn(c.Header, c.Key, c.Confidence))], v.Return.State is ReturnState.Compared or ReturnState.Taken ? ReturnCounts.Of(v.Figures) : null,
        [.. v.Lines.Select(l => ReturnRow.Of(l, t))], v.Lines.Count == take ? v.Lines[^1].Line.Number : null);
}

/// <summary>One column and its element; <c>rowId</c> and <c>reportChange</c> are the two that are none.</summary>
internal sealed record ReturnColumn(string Header, string? Element, double Confidence);

/// <summary>Rows, each counted once: faulty, else removed, added, renamed, changed or unchanged.</summary>
/// <param name="Rows">Rows of data.</param>
/// <param name="Same">未变.</param>
/// <param name="Changed">变更.</param>
/// <param name="Renamed">改名.</param>
/// <param name="Added">新增.</param>
/// <param name="Removed">删除.</param>
/// <param name="Faulty">Rows that cannot be taken.</param>
/// <param name="FaultyCells">Their faults.</param>
/// <param name="Missing">Stored rows that the workbook leaves out: they stay as they are.</param>
/// <param name="Skipped">Lines that are no data.</param>
/// <param name="Hidden">Hidden rows, which were read.</param>
/// <param name="Spelled">Cells whose spelling was unified.</param>
/// <param name="Spellings">The most frequent of them.</param>
internal sealed record ReturnCounts(int Rows, int Same, int Changed, int Renamed, int Added, int Removed, int Faulty, int FaultyCells, int Missing, int Skipped, int Hidden, int Spelled, IReadOnlyList<ReturnSpelling> Spellings)
{
    public static ReturnCounts Of(ReturnFigures f) => new(
        f.Rows, f.Same, f.Changed, f.Renamed, f.Added, f.Removed, f.Faulty, f.FaultyCells, f.Missing, f.Skipped, f.Hidden, f.Spelled, [.. f.Spellings.Select(s => new ReturnSpelling(s.Key, s.Written, s.Kept, s.Count))]);
}

/// <summary>One spelling that was unified.</summary>
internal sealed record ReturnSpelling(string Element, string From, string To, int Count);

/// <summary>One row of the difference.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Change">What it says.</param>
/// <param name="Renamed">A changed row with another name.</param>
/// <param name="Faulty">It cannot be taken.</param>
/// <param name="Values">Key of the element → text.</param>
/// <param name="Was">The stored values that it replaces.</param>
/// <param name="Faults">What hinders taking it over.</param>
/// <param name="Remarks">What else there is to say.</param>
internal sealed record ReturnRow(
    int Number, string Name, ReportChange Change, bool Renamed, bool Faulty, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Was, IReadOnlyList<ReturnWord> Faults, IReadOnlyList<ReturnWord> Remarks)
{
    public static ReturnRow Of(ReceiptLine l, Translator t) => new(
        l.Line.Number, l.Line.Name, l.Line.Change, l.Line.Renamed, l.Line.Faulty, l.Values, l.Words.Where(w => w.Was is not null).DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => w.Was!),
        Said(l.Words.Where(w => w.Wrong), t), Said(l.Words.Where(w => !w.Wrong && w.Text.Length > 0), t));

    private static IReadOnlyList<ReturnWord> Said(IEnumerable<CellWord> words, Translator t) => [.. words.Select(w => new ReturnWord(w.Key.Length > 0 ? w.Key : null, t[w.Text, [.. w.Args]]))];
}

/// <summary>A sentence about a cell; without an element, about the row.</summary>
internal sealed record ReturnWord(string? Element, string Message);
