using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Generation;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// 需求转化: what was granted for a demand stands in the responsibility list with the day it is promised for. The consent to the demand was signed: candidates that say the same come into force
/// under that person's decision, data outside the catalogue become a draft of it (上海市数据条例 39). Done again it changes nothing.
/// </summary>
internal sealed class KeepPromise(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, DecisionBook decisions, ConfirmCandidates confirm, RunGeneration generation)
{
    /// <summary>Kind under which the decision is kept.</summary>
    public const string Kind = "lists.responsibility.promise";

    /// <summary>Keeps the promise for the granted items of a demand.</summary>
    public async Task Run(long demandId, IReadOnlyCollection<long> granted, DateOnly on, Actor actor, Func<long, Task> progress, CancellationToken cancel)
    {
        var demand = await store.Set<Demand>().AsNoTracking().SingleAsync(d => d.Id == demandId, cancel);
        var resources = await store.Set<DemandItem>().AsNoTracking().Where(i => granted.Contains(i.Id)).Select(i => i.ResourceId).Distinct().ToListAsync(cancel);
        var rows = await Rows(demand, resources).ToListAsync(cancel);
        // The candidate of data outside the catalogue comes with the next generation; here it is needed now.
        if (rows.Count == 0 && !demand.InCatalog && demand.ProviderId != 0)
        {
            _ = await generation.Run(demand.ProviderId, actor, progress, cancel);
            rows = await Rows(demand, resources).ToListAsync(cancel);
        }
        if (!demand.InCatalog) await State(demand, rows, cancel);
        var candidates = rows.FindAll(r => r.State == EntryState.Candidate).ConvertAll(r => r.Id);
        // What cannot come into force stays a candidate, and a finding says why.
        if (candidates.Count > 0) _ = await confirm.Run(new EntryChoice(candidates, new EntryFilter(EntryState.Candidate, [])), actor, cancel);
        if (rows.Count > 0) await Promise(demand, rows.ConvertAll(r => r.Id), on, actor, cancel);
    }

    private IQueryable<Entry> Rows(Demand demand, List<long> resources)
    {
        var (key, open) = ($"{demand.Id}", store.Set<Entry>().AsNoTracking().Where(e => e.State == EntryState.Candidate || e.State == EntryState.InForce));
        return demand.InCatalog ? open.Where(e => e.ResourceId != 0 && resources.Contains(e.ResourceId)) : open.Where(e => e.Origin == EntryOrigin.Demand && e.OriginDemandIds == key);
    }

    // Granted to one unit for one purpose is 有条件共享, as long as the provider has said nothing else.
    private async Task State(Demand demand, List<Entry> rows, CancellationToken cancel)
    {
        foreach (var row in rows.Where(r => r.Share is null))
            await store.Execute(
                "UPDATE lists_entries SET share = @share, share_stated = TRUE, share_condition = @condition, edit = edit + 1, revision = @revision WHERE id = @id AND share IS NULL", cancel,
                ("share", nameof(ShareProperty.Conditional)), ("condition", string.Join('；', new[] { demand.Scope, demand.Purpose }.Where(t => t.Length > 0))), ("revision", ids.Next()), ("id", row.Id));
    }

    private async Task Promise(Demand demand, List<long> rows, DateOnly on, Actor actor, CancellationToken cancel)
    {
        var where = $"id IN ({string.Join(',', rows)}) AND state = 'InForce' AND (promised_on IS NULL OR promised_on <> @on)";
        await using var transaction = await turn.Begin(cancel);
        var open = await store.Query($"SELECT id FROM lists_entries WHERE {where}", r => r.GetInt64(0), cancel, ("on", Shown.Day(on)));
        if (open.Count == 0) return;
        var decision = decisions.Add(actor, Kind, demand.Name, document: demand.Number ?? "");
        decision.RowCount = await store.Execute(
            $"UPDATE lists_entries SET promised_on = @on, edit = edit + 1, revision = @revision, changed_at = @now WHERE {where}", cancel,
            ("on", Shown.Day(on)), ("revision", ids.Next()), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        audit.Add(actor, ListsAudit.Promised, decision.AsSubject(), after: new { PromisedOn = Shown.Day(on), decision.RowCount });
        await decisions.Touch(decision, ListsAudit.EntryKind, "lists_entries", $"id IN ({string.Join(',', open)})", nameof(EntryState.InForce), cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
