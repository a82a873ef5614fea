using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Lists.Demands;

/// <summary>
/// An accepted report of the 需求清单: its head has signed it, so new and mended demands go on as with the head's consent, each by itself: to the data centre's formal check (形式审查), of a street or town to its district first. What is no longer needed is withdrawn.
/// </summary>
internal sealed class TakeReportedDemands(Store store, ListsTurn turn, GenerationOrders generation, CatalogLookup catalog, WantedItems wanted, NumberSeries numbers, IOrganizationDirectory organizations, AuditLog audit, IdSource ids, TimeProvider clock, ListElements elements, KeepRepeats repeats, IEnumerable<IDemandListener> listeners, TellMoved tell)
{
    /// <summary>Takes all rows inside the caller's transaction; the faults of those that cannot be.</summary>
    public async Task<IReadOnlyList<Fault>> Run(AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var asked = report.Rows.Where(r => r.Stored is not null).Select(r => r.Stored!.Id).ToList();
        var rows = await store.Set<Demand>().Where(d => asked.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var items = (await store.Set<DemandItem>().Where(i => asked.Contains(i.DemandId)).ToListAsync(cancel)).ToLookup(i => i.DemandId);
        var codes = await catalog.ByCode([.. report.Rows.Select(r => r["resource"]).Where(c => c.Length > 0).Distinct()], cancel);
        var faults = new List<Fault>();
        foreach (var said in report.Rows)
        {
            var row = said.Stored is null ? null : rows[said.Stored.Id];
            if (said.Change == ReportChange.Removed) faults.AddRange(await Withdraw(row!, report, actor, cancel));
            else if (row is not null && row.State is not (DemandState.Draft or DemandState.Returned)) faults.Add(Moved(row));
            else faults.AddRange(await Write(row, said, [.. row is null ? [] : items[row.Id]], codes, report, actor, cancel));
        }
        List<long> taken = [.. store.ChangeTracker.Entries<Demand>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.Id)];
        await store.SaveChangesAsync(cancel);
        await repeats.Look(taken, cancel);
        await writing.CommitAsync(cancel);
        return faults;
    }

    private async Task<IReadOnlyList<Fault>> Withdraw(Demand row, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        if (DemandFlow.Find(row.State, DemandAct.Withdraw) is not { } move) return [Moved(row)];
        var before = row.State;
        if (before != DemandState.Draft)
            foreach (var listener in listeners)
                if (await listener.Withdrawn(row.Id, report.Why, actor, cancel) is { } refusal) return [refusal];
        row.State = move.To;
        row.Touch(ids, clock);
        if (before == DemandState.Listed && row.ProviderId != 0) generation.Add(row.ProviderId, actor);
        audit.Add(actor, ListsAudit.DemandWithdrawn, ListsAudit.Of(row), before: new { State = before }, after: new { row.State }, why: report.Why);
        return [];
    }

    private async Task<IReadOnlyList<Fault>> Write(Demand? row, ReportedRow said, List<DemandItem> items, IReadOnlyDictionary<string, PublishedResource> codes, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var (input, unfit) = await wanted.Resolve(Input(said, row, items, codes, units), items, cancel);
        if (unfit.Count > 0) return [.. unfit.Select(f => new Fault("lists.demand.report.items", "“{0}”所要的数据项与目录对不上，请退回单位核对。", null, FaultKind.Conflict, said["name"]))];
        if (DemandRules.Regional(input, units.Find(report.UnitId)) is { } regional) return [regional];
        var before = row?.Input(items);
        if (row is null) store.Add(row = new Demand { Id = ids.Next(), UnitId = report.UnitId, Name = "", CreatedAt = clock.GetUtcNow() });
        row.Fill(input, elements.Demand);
        if (DemandFlow.Find(row.State, DemandFlow.Consents(row.UnitId, units)) is not { } move) return [Moved(row)];
        (row.State, row.DistrictId, row.SubmittedAt) = (move.To, units.District(row.UnitId)?.Id ?? 0, clock.GetUtcNow());
        if (row.Number is null && units.Find(row.UnitId)?.Code is { } code) row.Number = await numbers.Next(NumberSeries.Demands(code, clock.Today().Year), cancel);
        row.Touch(ids, clock);
        store.RemoveRange(items);
        store.AddRange(input.Rows(row.Id, ids));
        audit.Add(actor, ListsAudit.DemandSubmitted, ListsAudit.Of(row), before, input, report.Why);
        await tell.Run(row, report.Why, actor, cancel);
        return [];
    }

    // Items of a named resource by their names there; a resource without such names is wanted as a whole. Without a resource the data are outside the catalogue.
    private DemandInput Input(ReportedRow said, Demand? row, List<DemandItem> items, IReadOnlyDictionary<string, PublishedResource> codes, UnitTree units)
    {
        var known = row?.Input(items) ?? new DemandInput();
        var resource = codes.GetValueOrDefault(said["resource"]);
        return ReportedDemand.Input(said, known, resource, units, elements.Demand) with
        {
            Items = said.Stored is not null && !said.Differs("items") && resource is null ? known.Items : [.. Wanted(said, resource)],
        };
    }

    private static Fault Moved(Demand row) => new("lists.demand.report.moved", "“{0}”已经在办理，请退回单位核对。", null, FaultKind.Conflict, row.Name);

    private static IEnumerable<DemandItemInput> Wanted(ReportedRow said, PublishedResource? resource)
    {
        if (resource is null) return said.Names("items").Select(name => new DemandItemInput(0, 0, name));
        var named = resource.Items.Where(i => said.Names("items").Contains(i.Name)).Select(i => new DemandItemInput(resource.Id, i.Id, i.Name)).ToList();
        return named.Count > 0 ? named : [new DemandItemInput(resource.Id, 0, resource.Name)];
    }
}
