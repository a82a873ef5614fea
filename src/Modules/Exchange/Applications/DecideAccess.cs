using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>接入审批 and 变更审批, by the data centre that runs the platform.</summary>
internal sealed class DecideAccess(MoveApplication move, TimeProvider clock)
{
    /// <summary>Admits or refuses what is asked; a refusal gives its reason. A refused change leaves the application as it was.</summary>
    public async Task<Result<Done>> Run(long id, int edit, bool admits, string opinion, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel, ApplicationState.Asked, ApplicationState.ChangeAsked);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!actor.Is(Roles.DataCentre)) return ApplicationAccess.NotYours;
        if (!admits && string.IsNullOrWhiteSpace(opinion)) return new Fault("exchange.application.opinion.required", "不批准要写明理由。", "opinion");
        if (StatedText.Check(opinion, "审批意见", "opinion", StatedText.MostReason, owed: false) is { Count: > 0 } faults) return faults;
        var (row, change) = (at.Row, at.Row.State == ApplicationState.ChangeAsked);
        if (change && admits) (row.Name, row.Purpose, row.Allowlist) = (row.AskedName, row.AskedPurpose, row.AskedAllowlist);
        (row.AskedName, row.AskedPurpose, row.AskedAllowlist) = ("", "", "");
        (row.Opinion, row.DecidedBy, row.DecidedAt) = (opinion.Trim(), actor.Name, clock.GetUtcNow());
        var action = !admits ? ApplicationAudit.Refused : change ? ApplicationAudit.ChangeAdmitted : ApplicationAudit.Admitted;
        return await move.Save(row, admits || change ? ApplicationState.Admitted : ApplicationState.Rejected, action, opinion.Trim(), actor, cancel);
    }
}
