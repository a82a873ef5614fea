using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Catalog.Import.Views;

/// <summary>A file about to be sent.</summary>
internal sealed record ReportFile(string Name, string MediaType, Func<Stream, Task> Write);

/// <summary>原样回执: the same table with a column that says what is wrong, faulty cells coloured. Mended, it can be sent in again.</summary>
internal sealed class WriteReport(Store store, ImportBatches batches, FileStore files, Translator t)
{
    private const int Slice = 5000;

    /// <summary>The report of a checked batch as xlsx, csv or json.</summary>
    public async Task<Result<ReportFile>> Prepare(long id, string? format, Actor actor, CancellationToken cancel)
    {
        if (await (await batches.Of(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } batch) return ImportFaults.NotFound;
        if (batch.State is ImportState.Uploaded or ImportState.Checking || batch.ReadSummary().Rows == 0) return ImportFaults.NotChecked;
        var kind = Enum.TryParse<TableFormat>(format, ignoreCase: true, out var chosen) ? chosen : TableFormat.Xlsx;
        var name = $"{Path.GetFileNameWithoutExtension(batch.FileName)}-{t["回执"]}.{kind.ToString().ToLowerInvariant()}";
        return new ReportFile(name, SheetWriter.MediaType(kind), stream => Write(batch, kind, stream, cancel));
    }

    private async Task Write(ImportBatch batch, TableFormat kind, Stream target, CancellationToken cancel)
    {
        var choice = batch.ReadChoice();
        await using var file = await files.Open(batch.FileId, cancel);
        var spec = FaultReport.Spec(t["导入回执"], choice.Columns, t);
        await SheetWriter.Write(kind, target, spec, FaultReport.Rows(Rows(batch, file, choice, cancel), t), cancel);
    }

    // Both run in the order of the file, so that only a slice of the notes is in memory.
    private async IAsyncEnumerable<(SheetRow Row, IReadOnlyList<CellFault> Faults)> Rows(ImportBatch batch, Stream file, SheetChoice choice, [EnumeratorCancellation] CancellationToken cancel)
    {
        var notes = new Dictionary<int, ImportRow>();
        var (last, more) = (0L, true);
        foreach (var row in SheetFile.Read(file, choice))
        {
            if (!notes.Remove(row.Number, out var said) && more)
            {
                var slice = await store.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == batch.Id && r.Id > last).OrderBy(r => r.Id).Take(Slice).ToListAsync(cancel);
                foreach (var next in slice) notes[next.Number] = next;
                if (slice.Count > 0) last = slice[^1].Id;
                more = slice.Count == Slice;
                notes.Remove(row.Number, out said);
            }
            yield return (row, said is null || said.Notes.Length == 0 ? [] : [.. BatchJson.Read<List<RowNote>>(said.Notes).Select(n => Fault(n, row, choice))]);
        }
    }

    private static CellFault Fault(RowNote note, SheetRow row, SheetChoice choice)
    {
        var column = note.Column >= 0 && note.Column < choice.Columns.Count ? note.Column : (int?)null;
        return new CellFault(
            row.Number, column, column is { } i ? choice.Columns[i].Header : "", null, null, new Fault(note.Code, note.Text, null, FaultKind.Invalid, [.. note.Args]),
            note.Weight == NoteWeight.Hint ? CellSeverity.Warning : CellSeverity.Error);
    }
}
