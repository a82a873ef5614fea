using System.Globalization;
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

namespace Qingdan.Catalog.Reporting;

/// <summary>
/// What an accepted report says of one resource becomes a draft, or the next version beside the one in force. What is complete is in review at once, because the head has signed
/// the report (政务数据共享条例 13); publishing stays the authority's. What an earlier report brought into review is amended there.
/// </summary>
internal sealed class WriteReported(Store store, SaveResource save, NewDraft draft, ResourceRules rules, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Writes inside the caller's transaction, a new resource where <paramref name="row"/> is null; why it cannot.</summary>
    public async Task<Fault?> Run(Resource? row, ResourceContent content, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        if (save.Faults(content, []) is [var wrong, ..])
            return new("catalog.report.faulty", "“{0}”不能保存，请退回单位核对：{1}", wrong.Field, FaultKind.Conflict, content.Name, string.Format(CultureInfo.InvariantCulture, wrong.Text, wrong.Args));
        if (row is null)
        {
            var id = await draft.Add(report.UnitId, content, actor, cancel, report.Why);
            row = await store.Set<Resource>().SingleAsync(r => r.Id == id, cancel);
        }
        else
        {
            if (row.StandsStill()) return new("catalog.report.moved", "“{0}”已经在审核，请先等它办完。", null, FaultKind.Conflict, row.Name);
            row.State = row.State switch { ResourceState.InReview => ResourceState.Draft, ResourceState.ChangeInReview => ResourceState.Changing, var state => state };
            if (!(await save.Write(row, content, actor, cancel, report.Why)).Ok) return new("catalog.report.changed", "“{0}”刚刚被别人改过，请退回单位核对。", null, FaultKind.Conflict, content.Name);
        }
        if (rules.ForSubmission(content).Count == 0) await HandIn(row, report, actor, cancel);
        return null;
    }

    private async Task HandIn(Resource row, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        (row.State, row.ByReport) = (row.State == ResourceState.Draft ? ResourceState.InReview : ResourceState.ChangeInReview, true);
        row.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.Submitted, CatalogAudit.Of(row), after: new { row.State, report.ReportId }, why: report.Why);
        await store.SaveChangesAsync(cancel);
    }
}
