using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Todos;

/// <summary>Demands that wait for this person: the unit's own, the formal check of the data centre, and those whose provider must be named.</summary>
internal sealed class DemandTodos(Store store, IOrganizationDirectory organizations) : ITodoSource
{
    public string Kind => "需求";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        var (writes, consents, checks) = (actor.Is(Roles.Liaison), actor.Is(Roles.UnitHead), actor.Is(Roles.DataCentre));
        var designates = actor.Is(Roles.City);
        if (!writes && !consents && !checks && !designates) return [];
        var rows = await store.Set<Demand>().AsNoTracking().Where(d =>
                (writes && own.Contains(d.UnitId) && (d.State == DemandState.Draft || d.State == DemandState.Returned))
                || (consents && own.Contains(d.UnitId) && d.State == DemandState.AwaitingHead)
                || ((writes || consents) && d.State == DemandState.AtDistrict && own.Contains(d.DistrictId))
                || (checks && d.State == DemandState.InCheck)
                || (designates && d.ProviderId == 0 && (d.State == DemandState.InCheck || d.State == DemandState.Listed)))
            .OrderBy(d => d.ChangedAt).Take(most).ToListAsync(cancel);
        return [.. rows.Select(d => Row(d, checks))];
    }

    private static Todo Row(Demand d, bool checks)
    {
        var (task, action) = d.State switch
        {
            DemandState.Draft => ("写完后送本单位审签", "去填写"),
            DemandState.Returned => ("按退回意见修改，重新送审签", "去修改"),
            DemandState.AwaitingHead => ("代表本单位共享工作机构同意或退回", "去审签"),
            DemandState.AtDistrict => ("上报市级、由本区办理，或者退回", "去审核"),
            _ when DesignateProvider.Waits(d) && !(checks && d.State == DemandState.InCheck) => ("掌握数据的单位不明确，指定提供单位", "去指定"),
            _ => ("看材料是否齐全，列入需求清单或形式退回", "去审查"),
        };
        var href = d.State is DemandState.Draft or DemandState.Returned ? $"/lists/demands/{d.Id}/edit" : $"/lists/demands/{d.Id}";
        return new Todo("需求：{0}", d.Number ?? "", d.State.Text(), task, action, href, d.UnitId, d.ChangedAt, d.Name);
    }
}
