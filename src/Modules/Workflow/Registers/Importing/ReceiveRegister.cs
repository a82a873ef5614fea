using System.Text.Json;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>上传登记工作簿: refuses what cannot be read, bears a mark, or lacks a column that every row owes.</summary>
internal sealed class ReceiveRegister(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock, MarkScan marks)
{
    private const long MostBytes = 20L * 1024 * 1024;

    /// <summary>Takes one file; the stream must be seekable.</summary>
    public async Task<Result<long>> Run(RegisterShape shape, string name, Stream content, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.DataCentre)) return CaseFaults.NotYours;
        if (content.Length > MostBytes) return new Fault("workflow.register.import.too-large", "工作簿超过 20 MB，请分成几个上传。", "file", FaultKind.TooLarge);
        var inspected = SheetFile.Inspect(content, name);
        if (!inspected.TryGet(out var inspection)) return inspected.As<long>();
        if (await marks.Refusal(content, name, inspection, RegisterAudit.Refused, new Subject("workflow.register-import", 0), actor, cancel) is { } marked) return marked;
        var mapping = MappingProposal.For(inspection, RegisterColumns.Fields(shape));
        var missing = RegisterColumns.Of(shape).Where(c => c.Required && mapping[c.Key] is null).Select(c => new Fault("workflow.register.import.column", "没有认出“{0}”这一列。请照模板的列名改好再传。", "file", FaultKind.Invalid, c.Label)).ToList();
        if (missing.Count > 0) return missing;
        content.Position = 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var saved = await files.Save(actor, name, content, cancel);
        if (!saved.TryGet(out var file)) return saved.As<long>();
        var row = new RegisterImport
        {
            Id = ids.Next(), Kind = shape.Kind, FileId = file.Id, FileName = file.Name, Choice = JsonSerializer.Serialize(inspection.Choice, JsonText.Readable), Mapping = mapping.ToJson(), Edit = 1, Person = actor.Name, At = clock.GetUtcNow(),
        };
        store.Add(row);
        audit.Add(actor, RegisterAudit.Received, RegisterAudit.Of(row), after: new { file.Name, file.Length, file.Digest });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }
}
