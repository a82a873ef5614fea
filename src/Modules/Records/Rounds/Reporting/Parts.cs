using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>分给处室: an office of the unit gets the rows it answers for, in a workbook of its own. A row has one office; giving it to another takes it from the first.</summary>
internal sealed class Parts(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int MostParts = 100;

    /// <summary>Gives rows to an office, named anew or known already. Returns the part.</summary>
    public async Task<Result<long>> Assign(long reportId, string name, string contact, IReadOnlyCollection<long> records, Actor actor, CancellationToken cancel)
    {
        if (await Open(reportId, actor, cancel) is var found && !found.TryGet(out var report)) return found.As<long>();
        var faults = new List<Fault>();
        if (name.Trim().Length is 0 or > 50) faults.Add(new("records.part.name", "请填写处室名称，不超过 50 字。", "office"));
        if (contact.Length > 100) faults.Add(new("records.part.contact", "联系人和电话不超过 100 字。", "contact"));
        foreach (var (field, text) in new[] { ("office", name), ("contact", contact) })
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        if (await store.Set<Part>().CountAsync(p => p.ReportId == reportId, cancel) >= MostParts) faults.Add(new("records.part.many", "最多分给 {0} 个处室。", "office", FaultKind.TooLarge, MostParts));
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var part = await store.Set<Part>().SingleOrDefaultAsync(p => p.ReportId == reportId && p.Name == name.Trim(), cancel);
        if (part is null) store.Add(part = new Part { Id = ids.Next(), ReportId = reportId, Name = name.Trim(), Contact = contact.Trim() });
        var own = (await tables[report.TableKey].Rows((await organizations.Tree(cancel)).Family(report.UnitId), cancel)).Select(r => r.Id).ToHashSet();
        var given = records.Where(own.Contains).ToList();
        await store.Set<PartRow>().Where(r => r.ReportId == reportId && given.Contains(r.RecordId)).ExecuteDeleteAsync(cancel);
        store.AddRange(given.Select(r => new PartRow { ReportId = reportId, RecordId = r, PartId = part.Id }));
        // A workbook that went out before lacks them: it is sent anew, and owed anew.
        if (given.Count > 0) (part.SentAt, part.ReturnedAt) = (null, null);
        audit.Add(actor, RoundAudit.PartAdded, report.AsSubject(await access.Label(report, tables, cancel)), after: new { part.Name, part.Contact, Rows = given.Count });
        if (!await store.TrySave(cancel)) return RoundFaults.ChangedMeanwhile;
        await transaction.CommitAsync(cancel);
        return part.Id;
    }

    /// <summary>已发出: the liaison has passed the workbook on, by whatever way; downloading it is not yet sending it.</summary>
    public async Task<Result<Done>> Send(long reportId, long partId, Actor actor, CancellationToken cancel)
    {
        if (await Open(reportId, actor, cancel) is var found && !found.TryGet(out var report)) return found.As<Done>();
        if (await store.Set<Part>().SingleOrDefaultAsync(p => p.Id == partId && p.ReportId == reportId, cancel) is not { } part) return RoundFaults.PartNotFound;
        part.SentAt = clock.GetUtcNow();
        audit.Add(actor, RoundAudit.PartSent, report.AsSubject(await access.Label(report, tables, cancel)), after: new { part.Name, part.Contact });
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }

    /// <summary>Takes a part back; rows that came with it stay in the report.</summary>
    public async Task<Result<Done>> Drop(long reportId, long partId, Actor actor, CancellationToken cancel)
    {
        if (await Open(reportId, actor, cancel) is var found && !found.TryGet(out var report)) return found.As<Done>();
        if (await store.Set<Part>().SingleOrDefaultAsync(p => p.Id == partId && p.ReportId == reportId, cancel) is not { } part) return RoundFaults.PartNotFound;
        await store.Set<PartRow>().Where(r => r.PartId == partId).ExecuteDeleteAsync(cancel);
        store.Remove(part);
        audit.Add(actor, RoundAudit.PartDropped, report.AsSubject(await access.Label(report, tables, cancel)), before: new { part.Name, part.Contact });
        return await store.TrySave(cancel) ? new Done() : RoundFaults.ChangedMeanwhile;
    }

    private async Task<Result<Report>> Open(long reportId, Actor actor, CancellationToken cancel)
    {
        if (await access.Find(reportId, actor, cancel) is not { } report) return RoundFaults.ReportNotFound;
        if (!await access.MayFill(report, actor, cancel)) return RoundFaults.NotYours;
        return report.WithUnit ? report : RoundFaults.NotNow;
    }
}
