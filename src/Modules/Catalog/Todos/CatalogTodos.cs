using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Todos;

/// <summary>Resources that wait for this person: for the authority what was handed in, for the unit what came back.</summary>
internal sealed class CatalogTodos(Store store, ResourceAccess access) : ITodoSource
{
    public string Kind => "数据目录";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        var (writes, decides) = (actor.Is(Roles.Liaison, Roles.UnitHead), actor.Is(Roles.Authority));
        if (!writes && !decides) return [];
        var own = await access.Family(actor, cancel);
        var signOffs = store.Set<SignOff>().Where(s => s.TargetKind == CatalogAudit.Kind);
        // What the authority sent back is a draft again whose last sign-off does not agree.
        var rows = await store.Set<Resource>().AsNoTracking().Where(r =>
                (decides && (r.State == ResourceState.InReview || r.State == ResourceState.ChangeInReview))
                || (writes && own.Contains(r.ProviderId) && (r.State == ResourceState.Draft || r.State == ResourceState.Changing)
                    && signOffs.Where(s => s.TargetId == r.Id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => (bool?)s.Agrees).FirstOrDefault() == false))
            .OrderBy(r => r.ChangedAt).ThenBy(r => r.Id).Take(most).Select(r => new { r.Id, r.Name, r.Code, r.State, r.ProviderId, r.ChangedAt }).ToListAsync(cancel);
        return [.. rows.Select(r => r.State is ResourceState.InReview or ResourceState.ChangeInReview
            ? new Todo("目录：{0}", r.Code ?? "", r.State.Name(), "看要素是否齐全、共享属性是否站得住，通过或退回", "去审核", $"/catalog/{r.Id}/review", r.ProviderId, r.ChangedAt, r.Name)
            : new Todo("目录：{0}", r.Code ?? "", "已退回", "按退回意见修改，重新报送", "去修改", $"/catalog/{r.Id}", r.ProviderId, r.ChangedAt, r.Name))];
    }
}
