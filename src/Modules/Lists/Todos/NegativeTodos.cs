using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Todos;

/// <summary>Negative entries whose turn is this person's: read off the table of the route; and those in force whose 定期复核 is due, until it is begun.</summary>
internal sealed class NegativeTodos(Store store, TimeProvider clock, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "负面清单";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var steps = NegativeRoute.Table.Where(m => m.From == NegativeState.InRoute && m.Act == NegativeAct.Agree && m.Role != Roles.Authority && actor.Is(m.Role)).Select(m => m.At).ToList();
        var (writes, decides) = (actor.Is(Roles.Liaison), actor.Is(Roles.Authority));
        if (steps.Count == 0 && !writes && !decides) return [];
        var today = clock.Today();
        var rows = await store.Set<Negative>().AsNoTracking().Where(n =>
                (n.State == NegativeState.InRoute && steps.Contains(n.Step) && own.Contains(n.ProviderId))
                || (writes && own.Contains(n.ProviderId) && (n.State == NegativeState.Returned || n.State == NegativeState.Candidate))
                || (writes && own.Contains(n.ProviderId) && n.State == NegativeState.InForce && n.ReviewOn <= today
                    && !store.Set<Negative>().Any(r => r.ReplacesId == n.Id && r.State != NegativeState.Rejected && r.State != NegativeState.Removed))
                || (decides && n.State == NegativeState.InRoute && n.Step == NegativeRoute.Authority))
            .OrderBy(n => n.ChangedAt).Take(most).ToListAsync(cancel);
        return [.. rows.Select(Row)];
    }

    private static Todo Row(Negative n)
    {
        var (step, task, action) = (n.State, n.Step) switch
        {
            (NegativeState.Candidate, _) => ("拟列入", "写明理由和法律依据后送审，或者不再提出", "去填写"),
            (NegativeState.Returned, _) => ("已退回", "按退回意见补正，重新送审", "去补正"),
            (NegativeState.InForce, _) when n.ReviewCause != ReviewCause.None => (n.ReviewCause.Text(), "依据有变，核对后重新审核", "去复核"),
            (NegativeState.InForce, _) => ("定期复核", "核对依据是否仍然有效，重新审核", "去复核"),
            (_, NegativeRoute.Legal) => ("法制", "看条款是明确禁止还是保密义务，写法制意见", "去签批"),
            (_, NegativeRoute.Secrecy) => ("保密审查", "确认条目名称和内容不涉密", "去签批"),
            (_, NegativeRoute.Head) => ("单位负责人", "代表本单位同意或退回", "去签批"),
            _ => ("主管部门", "审核依据和范围，给出结论", "去审核"),
        };
        var href = n.State is NegativeState.Candidate or NegativeState.Returned ? $"/lists/negatives/{n.Id}/edit" : $"/lists/negatives/{n.Id}";
        return new Todo("负面清单：{0}", n.Number ?? n.Code, step, task, action, href, n.ProviderId, n.ChangedAt, n.Name);
    }
}
