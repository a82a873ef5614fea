using Qingdan.Exchange.Applications;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>调整调用额度, by the data centre.</summary>
internal sealed class LimitGrant(MoveGrant move)
{
    /// <summary>Sets the calls a day and a second; 0 for no limit.</summary>
    public async Task<Result<Done>> Run(long id, int edit, int quota, int rate, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!actor.Is(Roles.DataCentre)) return GrantAccess.NotYours;
        var faults = StatedText.Reason(reason, "调整原因", "why");
        if (quota is < 0 or > GrantLimits.MostQuota) faults.Add(new("exchange.grant.quota", "每日调用额度是 0 到 {0} 的整数，0 表示不限。", "quota", FaultKind.Invalid, GrantLimits.MostQuota));
        if (rate is < 0 or > GrantLimits.MostRate) faults.Add(new("exchange.grant.rate", "每秒调用次数是 0 到 {0} 的整数，0 表示不限。", "rate", FaultKind.Invalid, GrantLimits.MostRate));
        if (faults.Count > 0) return faults;
        var before = new { at.Row.Quota, at.Row.Rate };
        (at.Row.Quota, at.Row.Rate) = (quota, rate);
        await move.Tell(at.Row, "“{0}”的共享授权（{1}）调用额度改为每天 {2} 次、每秒 {3} 次（0 表示不限）。原因：{4}", actor, cancel, Shown.Count(quota), Shown.Count(rate), reason.Trim());
        return await move.Save(at.Row, GrantAudit.Limited, "调整额度", reason.Trim(), before, new { at.Row.Quota, at.Row.Rate }, actor, cancel);
    }
}
