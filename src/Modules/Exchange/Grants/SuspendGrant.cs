using Qingdan.Exchange.Applications;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>
/// 暂停 and 恢复 by the data centre: calls beyond the necessary are stopped at once when they are discovered (上海市数据条例 39 II). The case goes its own way: what it suspends it lifts, and what is suspended here it does not lift.
/// </summary>
internal sealed class SuspendGrant(MoveGrant move)
{
    /// <summary>Suspends.</summary>
    public async Task<Result<Done>> Run(long id, int edit, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!actor.Is(Roles.DataCentre)) return GrantAccess.NotYours;
        if (at.Row.SuspendedBy.HasFlag(SuspendedBy.Platform)) return GrantAccess.NotNow;
        if (StatedText.Reason(reason, "暂停原因") is { Count: > 0 } faults) return faults;
        var before = new { at.Row.State, at.Row.SuspendedBy };
        at.Row.Suspend(SuspendedBy.Platform, reason.Trim());
        await move.Tell(at.Row, "“{0}”的共享授权（{1}）由大数据中心暂停，请按要求整改。原因：{2}", actor, cancel, reason.Trim());
        return await move.Save(at.Row, GrantAudit.Suspended, "暂停", reason.Trim(), before, new { at.Row.State, at.Row.SuspendedBy }, actor, cancel);
    }

    /// <summary>Lifts the suspension: it goes on, unless its case suspends it too.</summary>
    public async Task<Result<Done>> Resume(long id, int edit, string reason, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!actor.Is(Roles.DataCentre)) return GrantAccess.NotYours;
        if (at.Row.SuspendedBy == SuspendedBy.Nobody) return GrantAccess.NotNow;
        if (at.Row.SuspendedBy == SuspendedBy.Case) return new Fault("exchange.grant.by-case", "这项授权随需求办理暂停，请在需求办理里恢复共享。", null, FaultKind.Conflict);
        if (StatedText.Reason(reason, "恢复原因") is { Count: > 0 } faults) return faults;
        var before = new { at.Row.State, at.Row.SuspendedBy };
        at.Row.Lift(SuspendedBy.Platform);
        var text = at.Row.State == GrantState.Active ? "“{0}”的共享授权（{1}）由大数据中心恢复，可以调用了。原因：{2}" : "“{0}”的共享授权（{1}）：大数据中心的暂停已解除，随需求办理的暂停还在。原因：{2}";
        await move.Tell(at.Row, text, actor, cancel, reason.Trim());
        return await move.Save(at.Row, GrantAudit.Resumed, Lifted(at.Row), reason.Trim(), before, new { at.Row.State, at.Row.SuspendedBy }, actor, cancel);
    }

    /// <summary>What a lifted suspension is called in the course of a grant: it may stand suspended by the other still.</summary>
    public static string Lifted(Grant row) => row.State == GrantState.Active ? "恢复" : "解除暂停";
}
