using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Usage;

/// <summary>Which calls are meant: those of an application (0 for one that is not known) that were refused by one reason on one resource.</summary>
internal sealed record Attempts(string Code, long ApplicationId, long ResourceId);

/// <summary>处理越权尝试, by the data centre: what was done about calls beyond what was granted. The unit whose application it is is told.</summary>
internal sealed class FollowUpAttempts(Store store, AuditLog audit, UnitNotices notices, IdSource ids, TimeProvider clock)
{
    public static readonly Fault NotThere = new("exchange.attempts.not-found", "没有这样的越权尝试。", null, FaultKind.NotFound);

    /// <summary>Keeps what was done.</summary>
    public async Task<Result<Done>> Run(Attempts about, string measure, string note, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.DataCentre)) return GrantAccess.NotYours;
        if (!RefusalKind.IsBeyondScope(about.Code) || !await Happened(about, cancel)) return NotThere;
        var faults = StatedText.Reason(note, "处理说明", "note");
        if (!Enum.TryParse<FollowUpMeasure>(measure, out var chosen) || !Enum.IsDefined(chosen)) faults.Add(new("exchange.attempts.measure", "请选择怎样处理。", "measure"));
        return faults.Count == 0 ? await Keep(about, chosen, note.Trim(), actor, cancel) : faults;
    }

    private async Task<bool> Happened(Attempts about, CancellationToken cancel) =>
        (await store.Query("SELECT 1 FROM exchange_refusals WHERE code = @code AND application_id = @application AND resource_id = @resource LIMIT 1", r => r.GetInt32(0), cancel, ("code", about.Code), ("application", about.ApplicationId), ("resource", about.ResourceId))).Count > 0;

    private async Task<Result<Done>> Keep(Attempts about, FollowUpMeasure measure, string note, Actor actor, CancellationToken cancel)
    {
        store.Add(new FollowUp { Id = ids.Next(), Code = about.Code, ApplicationId = about.ApplicationId, ResourceId = about.ResourceId, Measure = measure, Note = note, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
        var application = await store.Set<Application>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == about.ApplicationId, cancel);
        var subject = application is null ? new Subject(ApplicationAudit.Kind, 0, about.Code) : ApplicationAudit.Of(application);
        audit.Add(actor, UsageAudit.FollowedUp, subject, after: new { about.Code, about.ResourceId, measure }, why: note);
        if (application is not null && measure != FollowUpMeasure.Cleared)
            await notices.Progress(actor, subject, [application.UnitId], "“{0}”有超出授权范围的调用被拒绝，大数据中心：{1}。", "/exchange/usage?by=refused", cancel, application.Name, note);
        await store.SaveChangesAsync(cancel);
        return new Done();
    }
}

/// <summary>What the figures of use write into the audit log.</summary>
internal static class UsageAudit
{
    public static readonly AuditAction FollowedUp = new("exchange.attempts.followed-up", "处理越权尝试");
}
