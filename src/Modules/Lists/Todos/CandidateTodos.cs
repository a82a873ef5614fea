using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Todos;

/// <summary>拟列入责任清单 of the unit, as one row: they are confirmed in bulk.</summary>
internal sealed class CandidateTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "责任清单";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Liaison, Roles.UnitHead)) return [];
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var waiting = await store.Set<Entry>().Where(e => own.Contains(e.ProviderId) && e.State == EntryState.Candidate)
            .GroupBy(e => 1).Select(g => new { Count = g.Count(), Since = g.Min(e => e.ChangedAt) }).SingleOrDefaultAsync(cancel);
        return waiting is null ? [] : [new Todo("拟列入责任清单 {0} 条待确认", "", "拟列入", "按筛选结果整批确认，当天可撤销", "去确认", $"/lists/responsibilities?tab={EntryState.Candidate}", 0, waiting.Since, waiting.Count)];
    }
}
