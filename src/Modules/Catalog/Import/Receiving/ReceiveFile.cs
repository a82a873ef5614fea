using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import.Receiving;

/// <summary>上传: finds out what a file is, refuses one with marks of secrets before anything is stored, and proposes the mapping.</summary>
internal sealed class ReceiveFile(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock, ImportBatches batches, MarkScan marks)
{
    /// <summary>Takes one file. The stream must be seekable.</summary>
    public async Task<Result<long>> Run(string name, Stream content, ImportTarget target, Actor actor, CancellationToken cancel)
    {
        var city = actor.Is(Roles.City) || actor == Actor.System;
        if (target != ImportTarget.Draft && !city) return ImportFaults.TargetForbidden;
        var inspected = Inspect(content, name);
        if (!inspected.TryGet(out var inspection)) return inspected.As<long>();
        if (await marks.Refusal(content, name, inspection, CatalogAudit.FileRefused, new Subject("catalog.import", 0), actor, cancel) is { } marked) return marked;
        content.Position = 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var saved = await files.Save(actor, name, content, cancel);
        if (!saved.TryGet(out var file)) return saved.As<long>();
        var (mapping, kept) = await Mapping(inspection, actor, cancel);
        var batch = new ImportBatch
        {
            Id = ids.Next(), FileId = file.Id, FileName = file.Name, FileDigest = file.Digest, FileLength = file.Length,
            UnitId = actor.UnitId, UnitName = actor.UnitName, ActorId = actor.PersonId, ActorName = actor.Name, OwnUnitOnly = !city,
            State = ImportState.Uploaded, Target = target, Choice = BatchJson.Write(inspection.Choice), Notes = BatchJson.Write(inspection.Notes.Select(NoteOf)),
            Mapping = BatchJson.Write(mapping), MappingName = kept, CreatedAt = clock.GetUtcNow(),
        };
        store.Add(batch);
        audit.Add(actor, CatalogAudit.FileReceived, Running.SwitchOn.Subject(batch), after: new { file.Name, file.Length, file.Digest, target });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return batch.Id;
    }

    /// <summary>What was noticed about the file, for storing.</summary>
    public static BatchNote NoteOf(Fault fault) => BatchNote.Read(BatchNote.Of(fault))!;

    private static Result<SheetInspection> Inspect(Stream content, string name)
    {
        if (content.Length > FileStore.MostBytes) return new Fault("file.too-large", "文件超过 200 MB，请分成几个文件上传。", "file", FaultKind.TooLarge);
        return SheetFile.Inspect(content, Path.GetFileName(name));
    }

    private async Task<(ImportMapping Mapping, string Kept)> Mapping(SheetInspection inspection, Actor actor, CancellationToken cancel)
    {
        var headers = KeptMapping.Key(inspection.Choice.Columns.Select(c => c.Header));
        var kept = await (await batches.KeptOf(actor, cancel)).AsNoTracking().Where(m => m.Headers == headers).OrderByDescending(m => m.ChangedAt).FirstOrDefaultAsync(cancel);
        if (kept is null) return (ImportMapping.Propose(inspection), "");
        var mapping = BatchJson.Read<ImportMapping>(kept.Mapping);
        // The headers are the same ones: none is missing.
        return (mapping with { Columns = mapping.Columns.ApplyTo(inspection.Choice.Columns, out _) }, kept.Name);
    }
}
