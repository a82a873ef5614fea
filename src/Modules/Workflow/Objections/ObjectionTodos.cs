using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;

namespace Qingdan.Workflow.Objections;

/// <summary>Objections whose turn is this person's, read off the table of moves.</summary>
internal sealed class ObjectionTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "数据异议";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var (raises, provides, sources, decides) = (States(ObjectionParty.Raiser, actor), States(ObjectionParty.Provider, actor), States(ObjectionParty.Source, actor), States(ObjectionParty.Authority, actor));
        if (raises.Count + provides.Count + sources.Count + decides.Count == 0) return [];
        var rows = await store.Set<Objection>().AsNoTracking().Where(o =>
                (raises.Contains(o.State) && own.Contains(o.UnitId)) || (provides.Contains(o.State) && own.Contains(o.ProviderId)) || (sources.Contains(o.State) && own.Contains(o.SourceId)) || decides.Contains(o.State))
            .OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.ChangedAt).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(o => new Todo(
            "数据异议：{0}", "", o.State.Text(), o.State.Task(), "去办理", $"/workflow/objections/{o.Id}", o.State == ObjectionState.Verified || o.State == ObjectionState.AtSource ? o.ProviderId : o.UnitId, o.ChangedAt, o.Resource));
    }

    private static List<ObjectionState> States(ObjectionParty party, Actor actor) =>
        [.. ObjectionFlow.Table.Where(m => m.By == party && actor.Is(m.Roles) && ObjectionFlow.Turn(m.From) == party).Select(m => m.From).Distinct()];
}
