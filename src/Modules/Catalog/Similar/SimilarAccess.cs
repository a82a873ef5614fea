using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>
/// Who sees and who decides: a unit's people see the groups in which the unit has a resource, and decide about those that are wholly its own; about groups over several units the city's roles decide.
/// </summary>
internal sealed class SimilarAccess(Store store, ResourceAccess access)
{
    public static readonly Fault NotFound = new("catalog.similar.not-found", "没有这一组相似目录，或其中没有您单位的目录。目录改过以后会重新比对，请从列表里再打开。", null, FaultKind.NotFound);
    private static readonly Fault NotYours = new("catalog.similar.not-yours", "这一组涉及几个单位，由主管部门或大数据中心决定。", null, FaultKind.Forbidden);
    private static readonly Fault NoRole = new("catalog.similar.role", "由本单位的数据联络员、负责人，或主管部门、大数据中心决定。", null, FaultKind.Forbidden);
    public static readonly Fault NotAsSeen = new("catalog.similar.not-as-seen", "您打开之后，这一组里的目录有变化。请看过现在的内容再决定。", null, FaultKind.Conflict);
    public static readonly Fault Decided = new("catalog.similar.decided", "这一组已经决定过了。", null, FaultKind.Conflict);

    /// <summary>The groups a person sees.</summary>
    public async Task<IQueryable<SimilarGroup>> Seen(Actor actor, CancellationToken cancel)
    {
        if (actor.Is(Roles.SeeAll)) return store.Set<SimilarGroup>();
        var own = await access.Family(actor, cancel);
        var theirs = store.Set<SimilarMember>().Where(m => own.Contains(m.ProviderId)).Select(m => m.GroupId);
        return store.Set<SimilarGroup>().Where(g => theirs.Contains(g.Id));
    }

    /// <summary>An open group with its resources, for one who decides about it.</summary>
    public async Task<Result<(SimilarGroup Group, List<Resource> Rows)>> ToDecide(long id, Actor actor, CancellationToken cancel)
    {
        if (await (await Seen(actor, cancel)).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } group) return NotFound;
        var members = store.Set<SimilarMember>().Where(m => m.GroupId == id).Select(m => m.ResourceId);
        var rows = await store.Set<Resource>().Where(r => members.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancel);
        // Whose the resources are now counts, not whose they were when they were compared.
        if (await Refused(rows.Select(r => r.ProviderId), actor, cancel) is { } refusal) return refusal;
        return group.State == GroupState.Open ? (group, rows) : Decided;
    }

    /// <summary>Why this person does not decide about resources of these units; null when he does.</summary>
    public async Task<Fault?> Refused(IEnumerable<long> providers, Actor actor, CancellationToken cancel) => Refusal(providers, actor, await access.Family(actor, cancel));

    /// <summary>Why this person does not decide about resources of these units; null when he does.</summary>
    public static Fault? Refusal(IEnumerable<long> providers, Actor actor, long[] own) => actor.Is(Roles.City) ? null : !actor.Is(Roles.Liaison, Roles.UnitHead) ? NoRole : providers.All(own.Contains) ? null : NotYours;
}
