using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Checking;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>What a person chose.</summary>
/// <param name="Edit">The batch's edit number the form was loaded with.</param>
/// <param name="Fields">Column index → key of a field; empty or absent leaves the column out.</param>
/// <param name="Provider">The provider of rows that name none.</param>
/// <param name="Target">Drafts or published.</param>
/// <param name="KeepAs">Name to keep the mapping under; empty for not.</param>
internal sealed record MappingChoice(int Edit, IReadOnlyDictionary<int, string> Fields, string Provider, ImportTarget Target, string KeepAs = "");

/// <summary>对应列: takes the corrected mapping, keeps it under a name, and starts the check.</summary>
internal sealed class ChooseMapping(Store store, FileStore files, AuditLog audit, JobQueue jobs, IdSource ids, TimeProvider clock, ImportBatches batches)
{
    /// <summary>Takes the mapping and starts the check.</summary>
    public async Task<Result<Done>> Run(long id, MappingChoice choice, Actor actor, CancellationToken cancel)
    {
        var found = await batches.Open(id, choice.Edit, actor, cancel);
        if (!found.TryGet(out var batch)) return found.As<Done>();
        var columns = batch.ReadChoice().Columns;
        var proposed = batch.ReadMapping().Columns;
        var mapping = new ImportMapping(new ColumnMapping([.. columns.Select(c => Chosen(c, proposed, choice.Fields.GetValueOrDefault(c.Index)))]), choice.Provider.Trim());
        var faults = mapping.Check(batch.OwnUnitOnly);
        if (choice.Target != ImportTarget.Draft && batch.OwnUnitOnly) faults.Add(ImportFaults.TargetForbidden);
        if (choice.KeepAs.Trim().Length > 50) faults.Add(new("catalog.import.mapping.name-length", "名称不超过 50 字。", "keepAs"));
        if (ClassificationMarks.Refusal(choice.Provider, "provider") is { } marked) faults.Add(marked);
        if (faults.Count > 0) return faults;
        batch.Mapping = BatchJson.Write(mapping);
        batch.Target = choice.Target;
        batch.State = ImportState.Checking;
        batch.JobId = jobs.Add(actor, CheckImport.JobKind, new ImportJob(id)).Id;
        if (choice.KeepAs.Trim() is { Length: > 0 } name) batch.MappingName = await Keep(name, columns, mapping, actor, cancel);
        batch.Edit++;
        audit.Add(actor, CatalogAudit.ImportMapped, Running.SwitchOn.Subject(batch), after: new { batch.Target, mapping.Provider, batch.MappingName, Columns = mapping.Columns.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Header, c => c.Key) });
        return await store.TrySave(cancel) ? new Done() : ImportFaults.ChangedMeanwhile;
    }

    /// <summary>Reads the file by another sheet or header row and proposes anew.</summary>
    public async Task<Result<Done>> Reread(long id, int edit, string? sheet, int? headerRow, Actor actor, CancellationToken cancel)
    {
        var found = await batches.Open(id, edit, actor, cancel);
        if (!found.TryGet(out var batch)) return found.As<Done>();
        await using var file = await files.Open(batch.FileId, cancel);
        var inspected = SheetFile.Inspect(file, batch.FileName, sheet, headerRow);
        if (!inspected.TryGet(out var inspection)) return inspected.As<Done>();
        batch.Choice = BatchJson.Write(inspection.Choice);
        batch.Notes = BatchJson.Write(inspection.Notes.Select(ReceiveFile.NoteOf));
        batch.Mapping = BatchJson.Write(ImportMapping.Propose(inspection) with { Provider = batch.ReadMapping().Provider });
        (batch.MappingName, batch.State) = ("", ImportState.Uploaded);
        batch.Edit++;
        audit.Add(actor, CatalogAudit.ImportMapped, Running.SwitchOn.Subject(batch), after: new { inspection.Choice.Sheet, HeaderRow = inspection.Choice.HeaderTop });
        return await store.TrySave(cancel) ? new Done() : ImportFaults.ChangedMeanwhile;
    }

    private static MappedColumn Chosen(SheetColumn column, ColumnMapping proposed, string? key)
    {
        var wanted = ImportFields.Find(key)?.Key;
        var before = proposed.Columns.FirstOrDefault(c => c.Column == column.Index);
        return before?.Key == wanted && before is not null ? before : new MappedColumn(column.Index, column.Header, wanted);
    }

    private async Task<string> Keep(string name, IReadOnlyList<SheetColumn> columns, ImportMapping mapping, Actor actor, CancellationToken cancel)
    {
        var kept = await (await batches.KeptOf(actor, cancel)).FirstOrDefaultAsync(m => m.Name == name, cancel);
        if (kept is null) store.Add(kept = new KeptMapping { Id = ids.Next(), UnitId = actor.UnitId, Name = name, Headers = "", Mapping = "" });
        (kept.Headers, kept.Mapping, kept.ChangedAt) = (KeptMapping.Key(columns.Select(c => c.Header)), BatchJson.Write(mapping), clock.GetUtcNow());
        return name;
    }
}
