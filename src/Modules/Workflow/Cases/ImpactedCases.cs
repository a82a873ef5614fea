using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Workflow.Cases;

/// <summary>Cases for the impact of a change on the lists. Two statements.</summary>
internal sealed class ImpactedCases(Store store, IOrganizationDirectory organizations) : IImpactSource
{
    public async Task<IReadOnlyList<ImpactedCase>> Of(IReadOnlyCollection<long> demands, Actor actor, CancellationToken cancel) =>
        await Read((await Seen(actor, cancel)).Where(c => demands.Contains(c.Id)), cancel);

    public async Task<IReadOnlyList<ImpactedCase>> OwedBy(IReadOnlyCollection<long> providers, Actor actor, CancellationToken cancel) =>
        await Read((await Seen(actor, cancel)).Where(c => providers.Contains(c.ProviderId) && !CaseFlow.Ends.Contains(c.State) && !CaseFlow.Usable.Contains(c.State)), cancel);

    private async Task<IQueryable<Case>> Seen(Actor actor, CancellationToken cancel) => CaseAccess.Visible(store.Set<Case>().AsNoTracking(), actor, await organizations.Tree(cancel));

    private async Task<IReadOnlyList<ImpactedCase>> Read(IQueryable<Case> which, CancellationToken cancel)
    {
        var cases = await which.OrderBy(c => c.Id).ToListAsync(cancel);
        if (cases.Count == 0) return [];
        var refused = (await store.Set<CaseAnswer>().Refused().Where(a => which.Any(c => c.Id == a.CaseId)).Select(a => new { a.CaseId, a.ItemId }).ToListAsync(cancel)).ToLookup(a => a.CaseId, a => a.ItemId);
        return cases.ConvertAll(c => new ImpactedCase(c.Id, c.Name, c.UnitId, Stand(c.State), c.State.Text(), c.UsableUntil, refused[c.Id].ToHashSet()));
    }

    // Suspended data may be used again: they are in use for this question.
    private static CaseStand Stand(CaseState state) => CaseFlow.Usable.Contains(state) || state is CaseState.Suspended or CaseState.Rectified ? CaseStand.InUse
        : state is CaseState.ToDispose || CaseFlow.Ends.Contains(state) ? CaseStand.Ended : CaseStand.UnderWay;
}
