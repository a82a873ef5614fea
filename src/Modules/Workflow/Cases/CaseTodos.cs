using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Cases;

/// <summary>Cases whose turn is this person's, read off the table of moves, what is due first at the front: found in memory, only the rows shown read from the table.</summary>
internal sealed class CaseTodos(Store store, CaseShelf shelf, IOrganizationDirectory organizations, TimeProvider clock) : ITodoSource
{
    public string Kind => "需求办理";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        if (!CaseTurn.Possible(actor)) return [];
        var ids = await Ids(actor, most, cancel);
        var rows = await store.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.ChangedAt).Take(most).ToListAsync(cancel);
        var dispatches = CaseTurn.States(Party.Centre, actor);
        return rows.ConvertAll(c => Row(c, actor.Is(Roles.Authority) && c.ExtensionDays > 0 && !dispatches.Contains(c.State)));
    }

    private async Task<HashSet<long>> Ids(Actor actor, int most, CancellationToken cancel)
    {
        var (units, ids) = (await organizations.Tree(cancel), new HashSet<long>());
        var moment = await shelf.Now(store, cancel);
        var own = units.Family(actor.UnitId);
        Add([.. CaseTurn.States(Party.Centre, actor), .. CaseTurn.States(Party.Authority, actor)], null);
        Add(CaseTurn.States(Party.Requester, actor), CaseShelf.Unit);
        Add(CaseTurn.States(Party.Provider, actor), CaseShelf.Provider);
        foreach (var apart in CaseTurn.Apart(actor, units, clock.Today(), store.Set<Case>().AsNoTracking()))
            ids.UnionWith(await apart.OrderBy(c => c.Id).Select(c => c.Id).Take(most).ToListAsync(cancel));
        return ids;

        void Add(IReadOnlyCollection<CaseState> states, int? party)
        {
            if (states.Count == 0) return;
            var filter = new FacetFilter { [CaseShelf.State] = [.. states.Select(s => moment.Code(CaseShelf.State, $"{s}"))] };
            if (party is { } column) filter[column] = moment.CodesOf(column, own);
            ids.UnionWith(moment.Codes.Page(filter, null, 0, most));
        }
    }

    private static Todo Row(Case c, bool extension)
    {
        var (task, action) = extension ? ("提供单位申请延长答复期限，同意或者不同意", "去决定") : c.State == CaseState.InUse ? ("使用时限已到：申请续期，或者结束使用并处置数据", "去办理") : (c.State.Task(), "去办理");
        var href = c.State == CaseState.ToAnswer && !extension ? $"/workflow/cases/{c.Id}/answer" : $"/workflow/cases/{c.Id}";
        return new Todo("需求办理：{0}", "", c.State.Text(), task, action, href, CaseFlow.Turn(c.State) == Party.Requester ? c.ProviderId : c.UnitId, c.ChangedAt, c.Name);
    }
}
