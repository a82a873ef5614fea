using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
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

namespace Qingdan.Lists.Demands.Importing;

/// <summary>上传一本需求: refuses what cannot be read or bears a mark, and proposes the columns; those of an earlier file of the unit with the same headers are taken as they were corrected.</summary>
internal sealed class ReceiveDemands(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, ImportColumns columns, MarkScan marks)
{
    private const long MostBytes = 20L * 1024 * 1024;

    /// <summary>Takes one file; the stream must be seekable.</summary>
    public async Task<Result<long>> Run(string name, Stream content, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return DemandFaults.NotYours;
        if (content.Length > MostBytes) return new Fault("lists.demand.import.too-large", "工作簿超过 20 MB，请分成几个上传。", "file", FaultKind.TooLarge);
        var inspected = SheetFile.Inspect(content, Path.GetFileName(name));
        if (!inspected.TryGet(out var inspection)) return inspected.As<long>();
        if (await marks.Refusal(content, name, inspection, ListsAudit.DemandFileRefused, new Subject(ListsAudit.DemandKind, 0), actor, cancel) is { } marked) return marked;
        var headers = string.Join('\n', inspection.Choice.Columns.Select(c => c.Header));
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var kept = await store.Set<DemandImport>().AsNoTracking().Where(i => own.Contains(i.UnitId) && i.Headers == headers).OrderByDescending(i => i.Id).Select(i => i.Mapping).FirstOrDefaultAsync(cancel);
        content.Position = 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var saved = await files.Save(actor, name, content, cancel);
        if (!saved.TryGet(out var file)) return saved.As<long>();
        var row = new DemandImport
        {
            Id = ids.Next(), UnitId = actor.UnitId, FileId = file.Id, FileName = file.Name, Headers = headers, Choice = JsonSerializer.Serialize(inspection.Choice, JsonText.Readable),
            Mapping = kept ?? MappingProposal.For(inspection, columns.Fields).ToJson(), State = DemandImportState.Ready, Edit = 1, Person = actor.Name, At = clock.GetUtcNow(),
        };
        store.Add(row);
        audit.Add(actor, ListsAudit.DemandsReceived, ListsAudit.Of(row), after: new { file.Name, file.Length, file.Digest });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }
}
