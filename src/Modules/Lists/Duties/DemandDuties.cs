using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Duties;

/// <summary>
/// 职能划转 of demands: the new unit provides what was asked of the old one; those it asks for itself stay its own. Nothing about the asking unit or its days changes.
/// A demand for several resources goes when all of them do.
/// </summary>
internal sealed class DemandDuties(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, GenerationOrders generation, KeepRepeats repeats, IEnumerable<IDemandListener> listeners) : IDutyHolder
{
    public string Kind => "需求清单";

    public async Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel)
    {
        var rows = await store.Set<Demand>().AsNoTracking().Where(d => scope.From.Contains(d.ProviderId) && d.State != DemandState.Withdrawn).OrderBy(d => d.Id)
            .Select(d => new Open(d.Id, d.UnitId, d.Name, d.Number, d.State, d.StartsOn)).ToListAsync(cancel);
        var asked = (await store.Set<DemandItem>().AsNoTracking()
            .Where(i => i.ResourceId != 0 && store.Set<Demand>().Any(d => d.Id == i.DemandId && scope.From.Contains(d.ProviderId) && d.State != DemandState.Withdrawn))
            .Select(i => new { i.DemandId, i.ResourceId }).Distinct().ToListAsync(cancel)).ToLookup(i => i.DemandId, i => i.ResourceId);
        var taker = (await organizations.Tree(cancel)).Family(scope.To);
        return [.. rows.Where(d => scope.Whole || asked[d.Id].Any(scope.Resources.Contains)).Select(d => Row(d, Stays(d, scope, taker, [.. asked[d.Id]])))];
    }

    public async Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel)
    {
        // The rows get their revision at the end of the transfer, and the book of lines follows then.
        _ = await turn.Begin(cancel);
        var rows = await Touched(scope, cancel);
        var going = rows.Where(r => r.Stays.Length == 0).ToList();
        await store.InsertMany(going.ConvertAll(r => audit.Event(
            actor, ListsAudit.DemandHandedOver, new Subject(ListsAudit.DemandKind, r.Id, r.Name), before: new { Provider = reason.From }, after: new { Provider = reason.To, reason.Day }, why: reason.Document)), cancel);
        var now = clock.GetUtcNow();
        foreach (var some in going.Select(r => r.Id).Chunk(DutySlice.Rows))
            await store.Set<Demand>().Where(d => some.Contains(d.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(d => d.ProviderId, scope.To).SetProperty(d => d.Edit, d => d.Edit + 1).SetProperty(d => d.ChangedAt, now), cancel);
        foreach (var listener in listeners)
            foreach (var some in going.Select(r => r.Id).Chunk(DutySlice.Rows)) await listener.ProviderChanged(some, scope.To, actor, cancel);
        // Whether two demands for data outside the catalogue are alike depends on whom they ask.
        foreach (var some in going.Select(r => r.Id).Chunk(DutySlice.Rows))
            await repeats.Look(await store.Set<Demand>().Where(d => some.Contains(d.Id) && !d.InCatalog).Select(d => d.Id).ToListAsync(cancel), cancel);
        // Rows of the 责任清单 that follow from demands for data outside the catalogue are looked at again on both sides.
        await generation.Published(PublishedChange.Any([scope.From[0], scope.To]), actor, cancel);
        return rows;
    }

    public async Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var revision = ids.Next();
        foreach (var some in moved.Select(r => r.Id).Chunk(DutySlice.Rows)) await store.Set<Demand>().Where(d => some.Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(d => d.Revision, revision), cancel);
        await writing.CommitAsync(cancel);
    }

    // A draft is known by its own unit alone.
    private static DutyRow Row(Open d, string stays) => new(d.Id, d.State == DemandState.Draft ? "" : d.Name, d.Number ?? "", d.State.Text())
    {
        Due = d.StartsOn, DueWord = d.StartsOn is null ? "" : "使用时限起于", Stays = stays,
    };

    private static string Stays(Open d, DutyScope scope, long[] taker, long[] resources)
    {
        if (taker.Contains(d.UnitId)) return "划入单位就是提出需求的单位，请它撤回需求。";
        return scope.Whole || resources.All(scope.Resources.Contains) ? "" : "需求里还有不划转的目录，请需求单位分开提出。";
    }

    private sealed record Open(long Id, long UnitId, string Name, string? Number, DemandState State, DateOnly? StartsOn);
}
