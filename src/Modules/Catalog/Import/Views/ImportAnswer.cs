using Qingdan.Catalog.Import.Batches;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Import.Views;

/// <summary>A batch as the API and the command line give it.</summary>
internal sealed record ImportAnswer(
    long Id, string FileName, ImportState State, ImportTarget Target, int Edit, string? Note, ImportFigures Figures, IReadOnlyList<ImportNote> Notes, IReadOnlyList<ImportColumn> Columns,
    IReadOnlyList<ImportSpelling> Spellings, IReadOnlyList<string> NewProviders)
{
    public static ImportAnswer Of(ImportView v, IReadOnlyList<MappedColumnView> columns, Translator t)
    {
        var s = v.Summary;
        return new ImportAnswer(
            v.Id, v.FileName, v.State, v.Target, v.Edit, v.Note is { } note ? t[note.Text, [.. note.Args]] : null,
            new ImportFigures(s.Rows, s.New, s.Changed, s.Same, s.Joined, s.Repeats, s.Refused, s.FaultyCells, s.Resources, s.Items, s.Importable, s.ImportableGood, s.Created, s.Updated, s.Overtaken, s.Kept),
            [.. s.Notes.Select(n => new ImportNote(n.Code, n.Weight.ToString().ToLowerInvariant(), t[n.Text, [.. n.Args]], n.Count))],
            [.. columns.Select(c => new ImportColumn(c.Header, c.Key, c.Confidence))],
            [.. s.Spellings.Select(x => new ImportSpelling(x.Field, x.From, x.To.Length == 0 ? null : x.To, x.Count))], s.NewProviders);
    }
}

/// <summary>Figures of a batch; rows unless said otherwise.</summary>
/// <param name="Rows">Rows of data in the file.</param>
/// <param name="New">Rows that bring something new.</param>
/// <param name="Changed">Rows that change something.</param>
/// <param name="Same">Rows that agree with the catalogue.</param>
/// <param name="Joined">Rows joined with an earlier one.</param>
/// <param name="Repeats">Rows that repeat an earlier one.</param>
/// <param name="Refused">Rows that cannot be imported.</param>
/// <param name="FaultyCells">Rows with a cell that cannot be used.</param>
/// <param name="Resources">Resources the rows make.</param>
/// <param name="Items">Items they hold.</param>
/// <param name="Importable">Resources an import would write.</param>
/// <param name="ImportableGood">The same without faulty cells.</param>
/// <param name="Created">Resources made.</param>
/// <param name="Updated">Resources changed.</param>
/// <param name="Overtaken">Resources that somebody changed in between.</param>
/// <param name="Kept">Resources the undoing left, because somebody changed them since.</param>
internal sealed record ImportFigures(
    int Rows, int New, int Changed, int Same, int Joined, int Repeats, int Refused, int FaultyCells, int Resources, int Items, int Importable, int ImportableGood, int Created, int Updated, int Overtaken, int Kept);

/// <summary>One kind of remark with the number of rows.</summary>
internal sealed record ImportNote(string Code, string Weight, string Message, int Count);

/// <summary>One column and its field.</summary>
internal sealed record ImportColumn(string Header, string? Field, double Confidence);

/// <summary>One spelling and what became of it.</summary>
internal sealed record ImportSpelling(string Field, string From, string? To, int Count);
