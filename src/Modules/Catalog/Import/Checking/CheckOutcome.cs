using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Checking;

/// <summary>A row of the file with what is said about it; its cells only where there is something to say.</summary>
internal sealed record CheckedRow(long Id, int Number, RowRole Role, ImportedResource? Resource, string Name, string Provider, List<RowNote>? Notes, IReadOnlyList<string?>? Cells);

/// <summary>Gathers what one check finds.</summary>
internal sealed class CheckOutcome(ImportSource source, IdSource ids)
{
    private const int MostNames = 200;
    private IReadOnlyList<Judgement> _judgements = [];

    public List<CheckedRow> Rows { get; } = [];

    /// <summary>Takes one row.</summary>
    public void Add(SheetRow row, PlacedRow placed)
    {
        var said = placed.Source;
        Rows.Add(new(
            ids.Next(), row.Number, placed.Role, placed.Resource, said[ImportField.Name] ?? placed.Resource?.Name ?? "", said[ImportField.Provider] ?? placed.Resource?.Provider.Name ?? "",
            said.Notes, said.Notes is null ? null : row.Cells));
    }

    /// <summary>Takes the comparison with the catalogue: one judgement for each resource, in their order.</summary>
    public void Judged(IReadOnlyList<Judgement> judgements) => _judgements = judgements;

    /// <summary>What becomes of a row.</summary>
    public RowVerdict Verdict(CheckedRow row) => row.Resource is null || _judgements[row.Resource.Place].Verdict == RowVerdict.Refused
        ? RowVerdict.Refused
        : row.Role switch
        {
            RowRole.First => _judgements[row.Resource.Place].Verdict,
            RowRole.Repeat => RowVerdict.Repeat,
            _ => RowVerdict.Joined,
        };

    /// <summary>All notes of a row: its own, and those that the comparison added at the first row.</summary>
    public IReadOnlyList<RowNote> Notes(CheckedRow row) =>
        row is { Role: RowRole.First, Resource: { } resource } && _judgements[resource.Place].With?.Note is { } note ? [.. row.Notes ?? [], note] : row.Notes ?? (IReadOnlyList<RowNote>)[];

    /// <summary>The lines of difference of a changed resource, at its first row.</summary>
    public IReadOnlyList<DifferenceLine> Changes(CheckedRow row) =>
        row is { Role: RowRole.First, Resource: { } resource } && _judgements[resource.Place].With is { Before: { } before, After: { } after } ? ContentDifference.Between(before, after) : [];

    /// <summary>The figures.</summary>
    public ImportSummary Summary()
    {
        var verdicts = Rows.GroupBy(Verdict).ToDictionary(g => g.Key, g => g.Count());
        var resources = _judgements.Where(j => j.Verdict != RowVerdict.Refused).ToList();
        var strangers = resources.Where(j => j.Resource.Provider.Id == 0).Select(j => j.Resource.Provider.Name).Distinct().ToList();
        return new ImportSummary
        {
            Rows = Rows.Count,
            New = verdicts.GetValueOrDefault(RowVerdict.New),
            Changed = verdicts.GetValueOrDefault(RowVerdict.Changed),
            Same = verdicts.GetValueOrDefault(RowVerdict.Same),
            Joined = verdicts.GetValueOrDefault(RowVerdict.Joined),
            Repeats = verdicts.GetValueOrDefault(RowVerdict.Repeat),
            Refused = verdicts.GetValueOrDefault(RowVerdict.Refused),
            FaultyCells = Rows.Count(r => r.Notes is { } notes && notes.Exists(n => n.Weight == NoteWeight.Cell) && Verdict(r) != RowVerdict.Refused),
            Hints = Rows.Count(r => r.Notes is { } notes && notes.TrueForAll(n => n.Weight == NoteWeight.Hint) && Verdict(r) != RowVerdict.Refused),
            Resources = resources.Count,
            Items = resources.Sum(j => j.Resource.Items.Count),
            Importable = resources.Count(j => j.Verdict != RowVerdict.Same),
            ImportableGood = resources.Count(j => j.Verdict != RowVerdict.Same && !j.Resource.HasFaultyCell),
            Notes = NoteCounts(),
            Spellings = source.Reader.Spellings.Counts,
            SpellingCount = source.Reader.Spellings.Total.Kinds,
            SpelledCells = source.Reader.Spellings.Total.Cells,
            NewProviders = [.. strangers.Take(MostNames)],
            NewProviderCount = strangers.Count,
            ProviderCount = source.Providers.All.Count,
        };
    }

    private List<NoteCount> NoteCounts() => [.. Rows
        .SelectMany(row => Notes(row).DistinctBy(n => n.Code))
        .GroupBy(n => (n.Code, n.Weight))
        .Select(g => new NoteCount(g.Key.Code, g.Key.Weight, g.First().Text, [.. g.First().Args], g.Count(), g.Any(n => !n.Args.SequenceEqual(g.First().Args))))
        .OrderByDescending(n => n.Weight).ThenByDescending(n => n.Count).ThenBy(n => n.Code, StringComparer.Ordinal)];
}
