using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Applications;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>What a case grants is a grant, resource by resource, in the same unit of work: suspended, ended and prolonged with the case.</summary>
internal sealed class FollowCase(Store store, DemandBook demands, PublishedCatalog catalog, AuditLog audit, IdSource ids, TimeProvider clock, JobQueue jobs) : ICaseListener
{
    public async Task UseChanged(CaseUse use, Actor actor, CancellationToken cancel)
    {
        var known = await store.Set<Grant>().Where(g => g.CaseId == use.CaseId).ToListAsync(cancel);
        if (use.Stand is UseStand.Suspended or UseStand.Ended or UseStand.Nothing)
        {
            foreach (var grant in known) Stop(grant, use, actor);
            return;
        }
        var demand = await demands.Read(use.CaseId, cancel);
        var granted = await Granted(demand, use, cancel);
        // What an answer that took the place of another does not grant any more.
        foreach (var gone in known.Where(k => !granted.Exists(g => g.Resource.Id == k.ResourceId && g.Verifies == k.Verifies))) Stop(gone, use with { Stand = UseStand.Ended }, actor);
        foreach (var (resource, verifies, items) in granted)
        {
            // Several where units of a district use one.
            var same = known.FindAll(g => g.ResourceId == resource.Id && g.Verifies == verifies);
            if (same.Count == 0) await Make(demand, use, resource, verifies, items, actor, cancel);
            foreach (var grant in same) Go(grant, use, demand, items, actor);
        }
        jobs.AddOnce(actor, SupplyMounted.JobKind, new SupplyOrder(use.CaseId));
    }

    // 汇总 is no way for single calls: what is met by it is delivered otherwise.
    private async Task<List<(PublishedResource Resource, bool Verifies, string Items)>> Granted(DemandFacts demand, CaseUse use, CancellationToken cancel)
    {
        var rows = demand.Items.Where(i => i.ResourceId != 0 && use.Items.TryGetValue(i.Id, out var way) && way != GrantedWay.Aggregate).ToLookup(i => i.ResourceId);
        var resources = await catalog.Of([.. rows.Select(r => r.Key)], cancel);
        return [.. from r in resources
            from entries in rows[r.Id].SelectMany(row => Entries(row, r, use.Items[row.Id])).GroupBy(e => e.Disclosure == Disclosure.Verify)
            select (r, entries.Key, GrantedSet.Text(entries))];
    }

    // Item 0 asks for the whole resource: all that it has when it is granted.
    private static IEnumerable<GrantedEntry> Entries(DemandedItem row, PublishedResource resource, GrantedWay way) =>
        (row.ItemId != 0 ? [row.ItemId] : resource.Items.Select(i => i.Id)).Select(id => new GrantedEntry(id, way switch { GrantedWay.Verify => Disclosure.Verify, GrantedWay.Mask => Disclosure.Mask, _ => Disclosure.Plain }));

    private async Task Make(DemandFacts demand, CaseUse use, PublishedResource resource, bool verifies, string items, Actor actor, CancellationToken cancel)
    {
        var (id, place) = (ids.Next(), store.Set<Grant>().Local.Count(g => g.CaseId == use.CaseId) + 1);
        var grant = new Grant
        {
            Id = id, Number = demand.Number.Length > 0 ? $"SQ{demand.Number[2..]}-{place:00}" : $"SQ-{id}", CaseId = use.CaseId, UnitId = use.UnitId, ProviderId = use.ProviderId, ResourceId = resource.Id, Resource = resource.Name,
            Items = items, Verifies = verifies, Regional = demand.Regional, Purpose = demand.Purpose.Length > 0 ? demand.Purpose : demand.Scenario, StartsOn = demand.StartsOn is { } from && from > clock.Today() ? from : clock.Today(), EndsOn = use.Until ?? demand.EndsOn,
            ApplicationId = await OnlyApplication(use.UnitId, cancel), Quota = GrantLimits.UsualQuota, Rate = GrantLimits.UsualRate, GrantedAt = clock.GetUtcNow(),
        };
        grant.Touch(ids, clock);
        store.Add(grant);
        Step(grant, "授权", use.Why, actor);
        audit.Add(actor, GrantAudit.Made, GrantAudit.Of(grant), after: new { grant.ResourceId, grant.Items, grant.EndsOn, grant.ApplicationId });
    }

    // A unit with one system has nothing to choose.
    private async Task<long> OnlyApplication(long unit, CancellationToken cancel)
    {
        var admitted = await store.Set<Application>().AsNoTracking().Where(Application.MayCall).Where(a => a.UnitId == unit).Select(a => a.Id).Take(2).ToListAsync(cancel);
        return admitted.Count == 1 ? admitted[0] : 0;
    }

    // What the data centre has suspended it lifts itself. What had ended is granted again; its provider may be another since.
    private void Go(Grant grant, CaseUse use, DemandFacts demand, string items, Actor actor)
    {
        var (before, again) = (new { grant.State, grant.SuspendedBy, grant.EndsOn, grant.Items }, grant.State == GrantState.Ended);
        var lifted = again || grant.SuspendedBy.HasFlag(SuspendedBy.Case);
        if (lifted) grant.Lift(SuspendedBy.Case);
        if (again) grant.ProviderId = use.ProviderId;
        (grant.EndsOn, grant.Items) = (use.Until ?? demand.EndsOn, items);
        if (before.EndsOn == grant.EndsOn && before.Items == grant.Items && !lifted) return;
        grant.Touch(ids, clock);
        Step(grant, again ? "重新授权" : lifted ? SuspendGrant.Lifted(grant) : "变更", use.Why, actor);
        audit.Add(actor, GrantAudit.Changed, GrantAudit.Of(grant), before: before, after: new { grant.State, grant.SuspendedBy, grant.EndsOn, grant.Items }, why: use.Why);
    }

    private void Stop(Grant grant, CaseUse use, Actor actor)
    {
        if (grant.State == GrantState.Ended) return;
        var (before, suspends) = (new { grant.State, grant.SuspendedBy }, use.Stand == UseStand.Suspended);
        if (suspends) grant.Suspend(SuspendedBy.Case, use.Why);
        else grant.End(use.Why);
        grant.Touch(ids, clock);
        Step(grant, suspends ? "暂停" : "终止", use.Why, actor);
        audit.Add(actor, suspends ? GrantAudit.Suspended : GrantAudit.Ended, GrantAudit.Of(grant), before: before, after: new { grant.State, grant.SuspendedBy }, why: use.Why);
    }

    private void Step(Grant grant, string act, string note, Actor actor) =>
        store.Add(new GrantStep { Id = ids.Next(), GrantId = grant.Id, Act = act, Note = note, UnitId = actor.UnitId, Person = actor.Name, At = clock.GetUtcNow() });
}
