using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Views;

/// <summary>What the pages and the API of the import show.</summary>
internal sealed class ImportQueries(Store store, ImportBatches batches, FileStore files)
{
    public const int PageSize = 50;
    private const int Samples = 3, MostKept = 100;

    /// <summary>A page of the batches a person may see, the newest first.</summary>
    public async Task<(IReadOnlyList<ImportListRow> Rows, int Total)> List(int page, Actor actor, CancellationToken cancel)
    {
        var mine = (await batches.Of(actor, cancel)).AsNoTracking();
        var rows = await mine.OrderByDescending(b => b.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return ([.. rows.Select(Line)], await mine.CountAsync(cancel));
    }

    /// <summary>The batches behind a key, the newest first; the key of the next page or null.</summary>
    public async Task<(IReadOnlyList<ImportListRow> Rows, long? Next)> List(long? after, int limit, Actor actor, CancellationToken cancel)
    {
        var mine = (await batches.Of(actor, cancel)).AsNoTracking().Where(b => after == null || b.Id < after);
        var rows = await mine.OrderByDescending(b => b.Id).Take(limit + 1).ToListAsync(cancel);
        return ([.. rows.Take(limit).Select(Line)], rows.Count > limit ? rows[limit - 1].Id : null);
    }

    /// <summary>One batch, or null.</summary>
    public async Task<ImportView?> One(long id, Actor actor, CancellationToken cancel)
    {
        if (await (await batches.Of(actor, cancel)).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } b) return null;
        var work = b.JobId == 0 || await batches.JobOf(b, cancel) is not { } job ? ImportWork.None : new ImportWork(State(job, b.State), job.Done, job.Total, job.Note);
        var mapping = b.ReadMapping();
        return new ImportView(
            b.Id, b.FileName, b.FileLength, b.ActorName, b.UnitName, b.CreatedAt, b.FinishedAt, b.State, b.Target, b.OwnUnitOnly, b.OnlyGood, b.Edit, b.MappingName, mapping.Provider, mapping.Columns.Columns,
            BatchNote.Read(b.Note), BatchJson.Read<List<BatchNote>>(b.Notes), b.ReadSummary(), work);
    }

    /// <summary>How the file is read: found out anew, with the first values of each column, and the kept mappings that may be used.</summary>
    public async Task<MappingView> Mapping(long id, Actor actor, CancellationToken cancel)
    {
        var batch = await store.Set<ImportBatch>().AsNoTracking().SingleAsync(b => b.Id == id, cancel);
        var choice = batch.ReadChoice();
        await using var file = await files.Open(batch.FileId, cancel);
        var inspected = SheetFile.Inspect(file, batch.FileName, choice.Sheet, choice.HeaderTop == 0 ? null : choice.HeaderTop);
        var rows = inspected.TryGet(out var inspection) ? inspection.Sample : [];
        var columns = batch.ReadMapping().Columns.Columns.OrderBy(c => c.Column).Select(c => new MappedColumnView(
            c.Column, c.Header, c.Key, c.Confidence, ReasonText(c.Reason), [.. rows.Select(r => r.Cells.ElementAtOrDefault(c.Column)).OfType<string>().Distinct().Take(Samples)]));
        return new MappingView(
            choice.Format.ToString(), choice.Encoding ?? "", choice.Sheet, choice.HeaderTop, [.. inspection?.Sheets.Where(s => !s.Hidden).Select(s => s.Name) ?? []],
            choice.Format is not (SheetFormat.Json or SheetFormat.Ndjson), [.. columns], await Kept(choice, actor, cancel));
    }

    /// <summary>The kept mappings a person may use.</summary>
    public async Task<List<KeptMapping>> Kept(Actor actor, CancellationToken cancel) => await (await batches.KeptOf(actor, cancel)).AsNoTracking().ToListAsync(cancel);

    /// <summary>A page of checked rows.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="show">bad, hint, or the name of a verdict; anything else for all.</param>
    /// <param name="code">Only rows with a note of this code; null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<CheckedRows> Rows(long id, string? show, string? code, int page, CancellationToken cancel)
    {
        var rows = store.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id);
        rows = show switch
        {
            "bad" => rows.Where(r => r.Verdict == RowVerdict.Refused || r.Weight == NoteWeight.Cell),
            "hint" => rows.Where(r => r.Weight == NoteWeight.Hint && r.Verdict != RowVerdict.Refused),
            "joined" => rows.Where(r => r.Verdict == RowVerdict.Joined || r.Verdict == RowVerdict.Repeat),
            _ => Enum.TryParse<RowVerdict>(show, ignoreCase: true, out var verdict) ? rows.Where(r => r.Verdict == verdict) : rows,
        };
        if (code is not null) rows = rows.Where(r => r.Codes.Contains($" {code} "));
        var found = await rows.OrderBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var mapping = (await store.Set<ImportBatch>().AsNoTracking().SingleAsync(b => b.Id == id, cancel)).ReadMapping();
        var columns = mapping.Columns.Columns.OrderBy(c => c.Column).Where(c => c.Key is not null).Select(c => (c.Column, c.Header, Info: ImportFields.Find(c.Key)!));
        return new CheckedRows([.. found.Select(View)], await rows.CountAsync(cancel),
            [.. columns.Select(c => new CheckedColumn(c.Column, c.Header, c.Info.Name, c.Info.Field == ImportField.Name, c.Info.Field == ImportField.Provider))]);
    }

    /// <summary>Resources that the undoing left as they are, by name.</summary>
    public async Task<IReadOnlyList<(long Id, string Name)>> Kept(long id, CancellationToken cancel)
    {
        var created = store.Set<Resource>().Where(r => r.ImportId == id && r.State != ResourceState.Removed);
        var changed = from change in store.Set<ImportChange>() where change.ImportId == id && change.State == ChangeState.Kept join row in store.Set<Resource>() on change.ResourceId equals row.Id select row;
        return [.. (await created.Union(changed).OrderBy(r => r.Id).Take(MostKept).Select(r => new { r.Id, r.Name }).ToListAsync(cancel)).Select(r => (r.Id, r.Name))];
    }

    private async Task<IReadOnlyList<KeptView>> Kept(SheetChoice choice, Actor actor, CancellationToken cancel) => [.. (await Kept(actor, cancel)).Select(kept =>
    {
        BatchJson.Read<ImportMapping>(kept.Mapping).Columns.ApplyTo(choice.Columns, out var missing);
        return new KeptView(kept.Name, missing.Count);
    })];

    private static ImportListRow Line(ImportBatch b) => new(b.Id, b.FileName, b.UnitName, b.ActorName, b.CreatedAt, b.State, b.Target, b.ReadSummary());

    private static CheckedRowView View(ImportRow r) => new(
        r.Number, r.Verdict, r.Verdict.Text(), r.Weight, r.Name, r.Provider, List<RowNote>(r.Notes), List<string?>(r.Cells), List<DifferenceLine>(r.Changes).ConvertAll(Named));

    // Elements stand in a difference by their key.
    private static DifferenceLine Named(DifferenceLine line) => ImportFields.All.FirstOrDefault(f => f.Element == line.What) is { } element ? line with { What = element.Name } : line;

    private static List<T> List<T>(string json) => json.Length == 0 ? [] : BatchJson.Read<List<T>>(json);

    // A job that ended while the batch still waits for its effect was given up.
    private static string State(Job job, ImportState state) => job.State == JobState.Failed && state.Works() ? "failed" : state.Works() ? "running" : "done";

    private static string ReasonText(Platform.Sheets.Mapping.MappingReason reason) => reason switch
    {
        Platform.Sheets.Mapping.MappingReason.Person => "由您选定",
        Platform.Sheets.Mapping.MappingReason.SameName => "列名相同",
        Platform.Sheets.Mapping.MappingReason.Synonym => "列名同义",
        Platform.Sheets.Mapping.MappingReason.Similar => "列名相近",
        Platform.Sheets.Mapping.MappingReason.Values => "按内容推测",
        _ => "没有认出，暂不导入",
    };
}
