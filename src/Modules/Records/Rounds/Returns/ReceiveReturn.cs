using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>交回: takes a workbook, refuses what cannot be read, bears a mark or belongs to another report, and lets it be compared.</summary>
internal sealed class ReceiveReturn(Store store, FileStore files, ReportTables tables, ReportAccess access, JobQueue jobs, AuditLog audit, IdSource ids, TimeProvider clock, MarkScan marks)
{
    /// <summary>Takes one file for a report, or for an office's part of it. The stream must be seekable. Returns the return's id.</summary>
    public async Task<Result<long>> Run(long reportId, long partId, string name, Stream content, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(reportId, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        if (await Shut(report, cancel) is { } shut) return shut;
        if (content.Length > FileStore.MostBytes) return new Fault("file.too-large", "文件超过 200 MB，请分成几个文件上传。", "file", FaultKind.TooLarge);
        var looked = Look(content, name);
        if (!looked.TryGet(out var file)) return looked.As<long>();
        if (await Foreign(file, report, cancel) is { } foreign) return foreign;
        var part = file.Mark?.Part is > 0 and var own ? own : partId;
        if (part != 0 && !await store.Set<Part>().AnyAsync(p => p.Id == part && p.ReportId == report.Id, cancel)) return RoundFaults.PartNotFound;
        if (await marks.Refusal(content, name, file.Inspection, RoundAudit.ReturnRefused, report.AsSubject(await access.Label(report, tables, cancel)), actor, cancel) is { } marked) return marked;
        return await Keep(file, report, part, name, content, actor, cancel);
    }

    private async Task<long> Store(Return row, Report report, Actor actor, CancellationToken cancel)
    {
        store.Add(row);
        if (row.State == ReturnState.Reading) jobs.Add(actor, ReadReturn.JobKind, new ReadOrder(row.Id));
        audit.Add(actor, RoundAudit.ReturnReceived, row.AsSubject(), after: new { Report = await access.Label(report, tables, cancel), row.FileName, row.FileDigest });
        await store.SaveChangesAsync(cancel);
        return row.Id;
    }

    private async Task<Result<long>> Keep(ReturnFile file, Report report, long part, string name, Stream content, Actor actor, CancellationToken cancel)
    {
        var table = tables[report.TableKey];
        var mapping = file.Map(table);
        var known = ReturnFile.Understood(table, mapping);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        content.Position = 0;
        var saved = await files.Save(actor, name, content, cancel);
        if (!saved.TryGet(out var stored)) return saved.As<long>();
        var id = await Store(new Return
        {
            Id = ids.Next(), ReportId = report.Id, PartId = part, FileId = stored.Id, FileName = stored.Name, FileDigest = stored.Digest, Known = known,
            State = known ? ReturnState.Reading : ReturnState.Unmapped, Choice = JsonSerializer.Serialize(file.Inspection.Choice, JsonText.Readable), Mapping = mapping.ToJson(),
            Notes = ReturnNote.Write(file.Inspection.Notes), ActorId = actor.PersonId, ActorName = actor.Name, At = clock.GetUtcNow(),
        }, report, actor, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    private async Task<Fault?> Shut(Report report, CancellationToken cancel)
    {
        if (await store.Set<Round>().Where(r => r.Id == report.RoundId).Select(r => r.State).SingleAsync(cancel) == RoundState.Closed) return RoundFaults.Closed;
        return report.WithUnit ? null : new Fault("records.report.shut", "这份报送已定稿或已报送，不能再收工作簿。要改的请先收回定稿，已报送的请大数据中心退回。", "file", FaultKind.Conflict);
    }

    private static Result<ReturnFile> Look(Stream content, string name)
    {
        try
        {
            return ReturnFile.Look(content, Path.GetFileName(name));
        }
        catch (SheetException unreadable)
        {
            return unreadable.Fault;
        }
    }

    // A workbook of another unit, table or round is refused by name, so that nobody wonders.
    private async Task<Fault?> Foreign(ReturnFile file, Report report, CancellationToken cancel)
    {
        if (file.Mark is not { } mark || mark.Report == report.Id) return null;
        if (await store.Set<Report>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == mark.Report, cancel) is not { } other)
            return new Fault("records.return.unknown", "这本工作簿不是本系统发出的，或所属的集中梳理已不存在。请重新下载模板填写。", "file", FaultKind.Conflict);
        if (other.RoundId != report.RoundId)
            return new Fault("records.return.other-round", "这本工作簿是“{0}”的，不是这一次的。请下载这一次的模板。", "file", FaultKind.Conflict, await store.Set<Round>().Where(r => r.Id == other.RoundId).Select(r => r.Title).SingleAsync(cancel));
        if (other.UnitId != report.UnitId) return new Fault("records.return.other-unit", "这本工作簿是别的单位的，没有读入。请检查是不是拿错了文件。", "file", FaultKind.Conflict);
        return new Fault("records.return.other-table", "这本工作簿是“{0}”的，请到那张表交回。", "file", FaultKind.Conflict, tables[other.TableKey].Name);
    }
}
