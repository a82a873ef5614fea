using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>Cases whose turn is this person's, read off the table of moves; and extensions that the authority has to decide.</summary>
internal sealed class CaseTodos(Store store, IOrganizationDirectory organizations, TimeProvider clock) : ITodoSource
{
    public string Kind => "需求办理";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var (asks, provides, dispatches, files) = (States(Party.Requester, actor), States(Party.Provider, actor), States(Party.Centre, actor), States(Party.Authority, actor));
        var (decides, uses, today) = (actor.Is(Roles.Authority), actor.Is(Roles.Liaison, Roles.UnitHead), clock.Today());
        if (asks.Count + provides.Count + dispatches.Count + files.Count == 0 && !decides) return [];
        var rows = await store.Set<Case>().AsNoTracking().Where(c =>
                (asks.Contains(c.State) && own.Contains(c.UnitId)) || (provides.Contains(c.State) && own.Contains(c.ProviderId)) || dispatches.Contains(c.State) || files.Contains(c.State)
                || (decides && c.ExtensionDays > 0) || (uses && c.State == CaseState.InUse && c.UsableUntil < today && own.Contains(c.UnitId)))
            .OrderBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.ChangedAt).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(c => Row(c, decides && c.ExtensionDays > 0 && !dispatches.Contains(c.State)));
    }

    // The states in which it is this party's turn and this person may do what moves the case on. What is in use waits for nobody; what is done to the demand itself is asked for there.
    private static List<CaseState> States(Party party, Actor actor) =>
        [.. CaseFlow.Table.Where(m => m.By == party && m.From is not (CaseState.InUse or CaseState.AtDistrict or CaseState.InCheck or CaseState.Returned) && actor.Is(m.Roles) && CaseFlow.Owed(m)).Select(m => m.From).Distinct()];

    private static Todo Row(Case c, bool extension)
    {
        var (task, action) = extension ? ("提供单位申请延长答复期限，同意或者不同意", "去决定") : c.State == CaseState.InUse ? ("使用时限已到：申请续期，或者结束使用并处置数据", "去办理") : (c.State.Task(), "去办理");
        var href = c.State == CaseState.ToAnswer && !extension ? $"/workflow/cases/{c.Id}/answer" : $"/workflow/cases/{c.Id}";
        return new Todo("需求办理：{0}", "", c.State.Text(), task, action, href, CaseFlow.Turn(c.State) == Party.Requester ? c.ProviderId : c.UnitId, c.ChangedAt, c.Name);
    }
}
