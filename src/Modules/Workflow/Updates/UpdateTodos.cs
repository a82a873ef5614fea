using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Updates;

/// <summary>Updates whose turn is this person's, read off the table of moves; and extensions that the authority has to decide.</summary>
internal sealed class UpdateTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "目录更新";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var (updates, decides, consents) = (States(UpdateParty.Unit, actor), States(UpdateParty.Authority, actor), actor.Is(Roles.Authority));
        if (updates.Count + decides.Count == 0) return [];
        var rows = await store.Set<CatalogUpdate>().AsNoTracking().Where(u => (updates.Contains(u.State) && own.Contains(u.UnitId)) || decides.Contains(u.State) || (consents && u.ExtensionDays > 0))
            .OrderBy(u => u.DueOn == null).ThenBy(u => u.DueOn).ThenBy(u => u.ChangedAt).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(u => new Todo(
            "目录更新：{0}", "", u.State.Text(), consents && u.ExtensionDays > 0 ? "单位申请延长更新期限，同意或者不同意" : u.State.Task(), "去办理", MoveUpdate.Href(u), u.UnitId, u.ChangedAt, u.Basis));
    }

    private static List<UpdateState> States(UpdateParty party, Actor actor) =>
        [.. UpdateFlow.Table.Where(m => m.By == party && actor.Is(m.Roles) && UpdateFlow.Turn(m.From) == party).Select(m => m.From).Distinct()];
}
