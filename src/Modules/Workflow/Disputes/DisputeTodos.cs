using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Disputes;

/// <summary>Disputes whose turn is this person's.</summary>
internal sealed class DisputeTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "争议";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var (talks, decides) = (actor.Is(Roles.UnitHead, Roles.Liaison), actor.Is(Roles.Authority));
        if (!talks && !decides) return [];
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var rows = await store.Set<Dispute>().AsNoTracking().Where(d =>
                (talks && d.State == DisputeState.Talking && own.Contains(d.ProviderId)) || (decides && (d.State == DisputeState.Coordinating || d.State == DisputeState.Deciding)))
            .OrderBy(d => d.DueOn == null).ThenBy(d => d.DueOn).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(d => new Todo("争议：{0}", "", d.State.Text(), d.State.Task(), "去办理", $"/workflow/disputes/{d.Id}", d.UnitId, d.ChangedAt, d.Name));
    }
}
