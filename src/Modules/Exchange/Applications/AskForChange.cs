using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Applications;

/// <summary>接入变更: its unit asks for another name, purpose or other addresses. One that was refused is asked for anew this way.</summary>
internal sealed class AskForChange(MoveApplication move, TimeProvider clock)
{
    /// <summary>Asks.</summary>
    public async Task<Result<Done>> Run(long id, int edit, ApplicationInput input, Actor actor, CancellationToken cancel)
    {
        var found = await move.Find(id, edit, actor, cancel, ApplicationState.Asked, ApplicationState.Admitted, ApplicationState.ChangeAsked, ApplicationState.Rejected);
        if (!found.TryGet(out var at)) return found.As<Done>();
        if (!ApplicationAccess.Owns(at.Row, actor, at.Units)) return ApplicationAccess.NotYours;
        if (input.Check() is { Count: > 0 } faults) return faults;
        var (row, wanted) = (at.Row, input.Trimmed());
        (row.AskedBy, row.AskedAt) = (actor.Name, clock.GetUtcNow());
        if (row.Admitted) (row.AskedName, row.AskedPurpose, row.AskedAllowlist) = (wanted.Name, wanted.Purpose, wanted.Allowlist);
        else (row.Name, row.Purpose, row.Allowlist) = (wanted.Name, wanted.Purpose, wanted.Allowlist);
        return await move.Save(row, row.Admitted ? ApplicationState.ChangeAsked : ApplicationState.Asked, ApplicationAudit.ChangeAsked, "", actor, cancel);
    }
}
