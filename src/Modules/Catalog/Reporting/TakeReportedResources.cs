using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Reporting;

/// <summary>
/// An accepted report of the 数据目录: each row becomes a draft, or the next version beside the one in force. What is complete is in review at once, because the head has signed the report
/// (政务数据共享条例 13); publishing stays the authority's.
/// </summary>
internal sealed class TakeReportedResources(Store store, SaveResource save, NewDraft draft, ResourceRules rules, DeclaredElements declared, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Takes all rows inside the caller's transaction; the faults of those that cannot be.</summary>
    public async Task<IReadOnlyList<Fault>> Run(AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var asked = report.Rows.Where(r => r.Stored is not null).Select(r => r.Stored!.Id).ToList();
        var rows = await store.Set<Resource>().Where(r => asked.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var faults = new List<Fault>();
        foreach (var said in report.Rows)
        {
            var row = said.Stored is null ? null : rows[said.Stored.Id];
            var content = Content(said, row is null ? new ResourceContent() : await save.Current(row, cancel));
            if (save.Faults(content, []) is [var wrong, ..]) faults.Add(new("catalog.report.faulty", "“{0}”不能保存，请退回单位核对：{1}", wrong.Field, FaultKind.Conflict, said["name"], wrong.Text));
            else if (row is null) await Add(content, report, actor, cancel);
            else if (row.State is ResourceState.InReview or ResourceState.ChangeInReview) faults.Add(new("catalog.report.moved", "“{0}”已经在审核，请先等它办完。", null, FaultKind.Conflict, row.Name));
            else if ((await save.Write(row, content, actor, cancel, report.Why)).Ok) await HandIn(row, content, report, actor, cancel);
            else faults.Add(new("catalog.report.changed", "“{0}”刚刚被别人改过，请退回单位核对。", null, FaultKind.Conflict, said["name"]));
        }
        return faults;
    }

    private async Task Add(ResourceContent content, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var id = await draft.Add(report.UnitId, content, actor, cancel, report.Why);
        await HandIn(await store.Set<Resource>().SingleAsync(r => r.Id == id, cancel), content, report, actor, cancel);
    }

    private async Task HandIn(Resource row, ResourceContent content, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        if (rules.ForSubmission(content).Count > 0) return;
        row.State = row.State == ResourceState.Draft ? ResourceState.InReview : ResourceState.ChangeInReview;
        row.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.Submitted, CatalogAudit.Of(row), after: new { row.State, report.ReportId }, why: report.Why);
        await store.SaveChangesAsync(cancel);
    }

    private ResourceContent Content(ReportedRow said, ResourceContent now) => now with
    {
        Name = said["name"], Summary = said["summary"], Theme = said["theme"], SystemName = said["systemName"], Duty = said["duty"], Formats = said["formats"], Frequency = Of(said, "frequency", Domains.UpdateFrequencies),
        Share = Of(said, "share", Domains.ShareProperties), ShareStated = said["share"].Length > 0 && (now.ShareStated || said.Change == ReportChange.Added || said.Differs("share")), ShareCondition = said["shareCondition"], ShareReason = said["shareReason"],
        ShareWays = said["shareWays"], OpenType = Of(said, "openType", Domains.OpenTypes), DataLevel = said["dataLevel"], DataUpdatedOn = DateOnly.TryParseExact(said["dataUpdatedOn"], "yyyy-MM-dd", out var day) ? day : null,
        Elements = now.Elements.Where(e => !declared.Keys.Contains(e.Key)).Concat(declared.Keys.Where(k => said[k].Length > 0).Select(k => KeyValuePair.Create(k, said[k]))).ToDictionary(),
        Items = said.Differs("items") ? [.. ValueDomain.Split(said["items"]).Distinct().Select(name => now.Items.FirstOrDefault(i => i.Name == name) ?? new ItemContent { Name = name })] : now.Items,
    };

    private static T? Of<T>(ReportedRow said, string key, ValueDomain<T> domain) where T : struct, Enum => domain.Read(said[key]).Value;
}
