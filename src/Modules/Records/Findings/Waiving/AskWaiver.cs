using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Waiving;

/// <summary>What a unit says when it asks; the day as typed, yyyy-MM-dd.</summary>
public sealed record WaiverInput(string Reason, string UntilOn);

/// <summary>申请豁免: the unit says why a finding cannot be mended now, and until when.</summary>
internal sealed class AskWaiver(Store store, FindingKinds kinds, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock)
{
    public static readonly Fault NotFound = new("records.finding.not-found", "没有这个问题：它可能已经改好，或是别的单位的。", null, FaultKind.NotFound);
    public static readonly Fault Twice = new("records.waiver.twice", "这个问题已经申请过豁免，请在豁免记录里查看。", null, FaultKind.Conflict);
    public static readonly Fault NotWaivable = new("records.waiver.not-waivable", "只有目录质量的问题可以豁免；清单的问题须按程序办理。", null, FaultKind.Conflict);

    /// <summary>The finding, if it is one of the actor's own unit.</summary>
    public async Task<Finding?> Find(long id, Actor actor, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        return await store.Set<Finding>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && own.Contains(f.ProviderId), cancel);
    }

    /// <summary>Asks; returns the waiver's id.</summary>
    public async Task<Result<long>> Run(long id, WaiverInput input, Actor actor, CancellationToken cancel)
    {
        if (await Find(id, actor, cancel) is not { } finding) return NotFound;
        if (kinds.Find(finding.Code) is not { Points: > 0 } || finding.ResourceId == 0) return NotWaivable;
        var faults = Check(input, out var until);
        if (faults.Count > 0) return faults;
        var waiver = new Waiver
        {
            Id = ids.Next(), ProviderId = finding.ProviderId, ResourceId = finding.ResourceId, Code = finding.Code, Subject = finding.Subject, Place = finding.Place,
            Reason = input.Reason.Trim(), UntilOn = until, AskedBy = actor.Name, AskedAt = clock.GetUtcNow(),
        };
        store.Add(waiver);
        audit.Add(actor, FindingAudit.WaiverAsked, waiver.AsSubject(), after: new { waiver.Code, waiver.UntilOn }, why: waiver.Reason);
        return await store.TrySave(cancel) ? waiver.Id : Twice;
    }

    private List<Fault> Check(WaiverInput input, out DateOnly until)
    {
        var faults = new List<Fault>();
        if (input.Reason.Trim().Length is 0 or > 500) faults.Add(new("records.waiver.reason", "请写明为什么现在改不了，不超过 500 字。", "reason"));
        if (ClassificationMarks.Refusal(input.Reason, "reason") is { } marked) faults.Add(marked);
        var today = clock.Today();
        until = TypedDay.Meant(input.UntilOn).GetValueOrDefault();
        if (until == default) faults.Add(new("records.waiver.until", "请填写豁免到哪一天，例如 2027-03-31。", "untilOn"));
        else if (until <= today || until > today.AddYears(1)) faults.Add(new("records.waiver.until-range", "豁免到期日要在明天和一年之内。", "untilOn"));
        return faults;
    }
}
