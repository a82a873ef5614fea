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
        if (!CaseTurn.Possible(actor)) return [];
        var rows = await CaseTurn.Of(actor, await organizations.Tree(cancel), clock.Today(), store.Set<Case>().AsNoTracking())
            .OrderBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.ChangedAt).Take(most).ToListAsync(cancel);
        var dispatches = CaseTurn.States(Party.Centre, actor);
        return rows.ConvertAll(c => Row(c, actor.Is(Roles.Authority) && c.ExtensionDays > 0 && !dispatches.Contains(c.State)));
    }

    private static Todo Row(Case c, bool extension)
    {
        var (task, action) = extension ? ("提供单位申请延长答复期限，同意或者不同意", "去决定") : c.State == CaseState.InUse ? ("使用时限已到：申请续期，或者结束使用并处置数据", "去办理") : (c.State.Task(), "去办理");
        var href = c.State == CaseState.ToAnswer && !extension ? $"/workflow/cases/{c.Id}/answer" : $"/workflow/cases/{c.Id}";
        return new Todo("需求办理：{0}", "", c.State.Text(), task, action, href, CaseFlow.Turn(c.State) == Party.Requester ? c.ProviderId : c.UnitId, c.ChangedAt, c.Name);
    }
}
