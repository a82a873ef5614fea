using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;

namespace Qingdan.Organizations.Transfers;

/// <summary>Says what a transfer means at this moment.</summary>
internal sealed class ReadScope(Store store, IDutyResources resources)
{
    /// <summary>For one that is only being thought of.</summary>
    public Task<DutyScope> Of(TransferFacts facts, CancellationToken cancel) => Read(facts.From.Id, facts.To.Id, facts.Scope, facts.System, facts.Picks, cancel);

    /// <summary>For a recorded one; <paramref name="to"/> is what the unit that takes over has become meanwhile.</summary>
    public async Task<DutyScope> Of(Transfer transfer, long to, CancellationToken cancel) => await Read(
        transfer.FromId, to, transfer.Scope, transfer.SystemName,
        transfer.Scope == TransferScope.Chosen ? await store.Set<TransferPick>().Where(p => p.TransferId == transfer.Id).Select(p => p.ResourceId).ToListAsync(cancel) : [], cancel);

    private async Task<DutyScope> Read(long fromId, long to, TransferScope scope, string system, IReadOnlyCollection<long> picks, CancellationToken cancel)
    {
        var from = await Meaning(fromId, cancel);
        var all = await resources.Of(from, cancel);
        var chosen = scope switch
        {
            TransferScope.Whole => all,
            TransferScope.System => all.Where(r => r.System == system),
            _ => all.IntersectBy(picks, r => r.Id),
        };
        return new DutyScope(from, to, scope == TransferScope.Whole, chosen.Select(r => r.Id).ToHashSet());
    }

    // The unit and those merged into it. Not its family: should it have become part of another meanwhile, what that one had before does not go.
    private async Task<List<long>> Meaning(long id, CancellationToken cancel)
    {
        var merged = (await store.Set<Organization>().AsNoTracking().Where(o => o.MergedIntoId != null).Select(o => new { o.Id, Into = o.MergedIntoId!.Value }).ToListAsync(cancel)).ToLookup(o => o.Into, o => o.Id);
        var all = new List<long> { id };
        for (var i = 0; i < all.Count; i++) all.AddRange(merged[all[i]]);
        return all;
    }
}
