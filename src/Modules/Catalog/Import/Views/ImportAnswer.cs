using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Import.Views;

/// <summary>A batch as the API and the command line give it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FileName">The file's name at the sender.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Target">What becomes of the rows.</param>
/// <param name="Edit">Guard against another's change.</param>
/// <param name="Stuck">True when the job gave up: POST …/again.</param>
/// <param name="Note">Why it stopped.</param>
/// <param name="FileNotes">What was noticed about the file as a whole.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Notes">Remarks by kind.</param>
/// <param name="Mapping">The kept mapping it came from.</param>
/// <param name="Provider">The provider of rows that name none.</param>
/// <param name="Columns">The columns and their fields.</param>
/// <param name="Spellings">What was normalised, the frequent spellings first.</param>
/// <param name="NewProviders">Units that nobody knows yet.</param>
internal sealed record ImportAnswer(
    long Id, string FileName, ImportState State, ImportTarget Target, int Edit, bool Stuck, string? Note, IReadOnlyList<string> FileNotes, ImportFigures Figures, IReadOnlyList<ImportNote> Notes,
    string? Mapping, string? Provider, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportSpelling> Spellings, IReadOnlyList<string> NewProviders)
{
    public static ImportAnswer Of(ImportView v, Translator t)
    {
        var s = v.Summary;
        return new ImportAnswer(
            v.Id, v.FileName, v.State, v.Target, v.Edit, v.Work.Failed, v.Note is { } note ? t[note.Text, [.. note.Args]] : v.Work.Failed ? t[v.Work.Note] : null,
            [.. v.FileNotes.Select(n => t[n.Text, [.. n.Args]])], ImportFigures.Of(s),
            [.. s.Notes.Select(n => new ImportNote(n.Code, n.Weight.ToString().ToLowerInvariant(), n.Say(t), n.Count))],
            v.MappingName.Length > 0 ? v.MappingName : null, v.Provider.Length > 0 ? v.Provider : null, [.. v.Columns.OrderBy(c => c.Column).Select(c => new ImportColumn(c.Header, c.Key, c.Confidence))],
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
/// <param name="SpellingCount">Spellings normalised or not understood; the frequent ones are named.</param>
/// <param name="NewProviderCount">Units that nobody knows yet; the first are named.</param>
internal sealed record ImportFigures(
    int Rows, int New, int Changed, int Same, int Joined, int Repeats, int Refused, int FaultyCells, int Resources, int Items, int Importable, int ImportableGood, int Created, int Updated, int Overtaken, int Kept,
    int SpellingCount, int NewProviderCount)
{
    public static ImportFigures Of(ImportSummary s) => new(
        s.Rows, s.New, s.Changed, s.Same, s.Joined, s.Repeats, s.Refused, s.FaultyCells, s.Resources, s.Items, s.Importable, s.ImportableGood, s.Created, s.Updated, s.Overtaken, s.Kept,
        s.SpellingCount, s.NewProviderCount);
}

/// <summary>A page of batches, the newest first; <paramref name="Next"/> names the next page.</summary>
internal sealed record ImportList(IReadOnlyList<ImportLine> Items, string? Next);

/// <summary>One batch of the list.</summary>
internal sealed record ImportLine(long Id, string FileName, ImportState State, ImportTarget Target, string Unit, string Person, DateTimeOffset At, ImportFigures Figures)
{
    public static ImportLine Of(ImportListRow r) => new(r.Id, r.FileName, r.State, r.Target, r.UnitName, r.ActorName, r.At, ImportFigures.Of(r.Summary));
}

/// <summary>A kept mapping.</summary>
internal sealed record KeptAnswer(string Name, DateTimeOffset ChangedAt, string? Provider, IReadOnlyList<ImportColumn> Columns)
{
    public static KeptAnswer Of(KeptMapping kept)
    {
        var mapping = BatchJson.Read<ImportMapping>(kept.Mapping);
        return new(kept.Name, kept.ChangedAt, mapping.Provider.Length > 0 ? mapping.Provider : null, [.. mapping.Columns.Columns.Where(c => c.Key is not null).Select(c => new ImportColumn(c.Header, c.Key, c.Confidence))]);
    }
}

/// <summary>One kind of remark with the number of rows.</summary>
internal sealed record ImportNote(string Code, string Weight, string Message, int Count);

/// <summary>One column and its field.</summary>
internal sealed record ImportColumn(string Header, string? Field, double Confidence);

/// <summary>One spelling and what became of it.</summary>
internal sealed record ImportSpelling(string Field, string From, string? To, int Count);
