using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Generation;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// An accepted report of the 负面清单. Nothing comes into force by it: a new or changed entry is a candidate that still goes its route 处室 → 法制 → 保密审查 → 单位负责人 → 主管部门;
/// of an entry in force a copy goes, which replaces it when it is listed.
/// </summary>
internal sealed class TakeReportedNegatives(Store store, ListsTurn turn, PublishedCatalog catalog, GenerationOrders generation, AuditLog audit, IdSource ids, TimeProvider clock, ListElements elements)
{
    /// <summary>Takes all rows inside the caller's transaction; the faults of those that cannot be.</summary>
    public async Task<IReadOnlyList<Fault>> Run(AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var wanted = report.Rows.Where(r => r.Stored is not null).Select(r => r.Stored!.Id).ToList();
        var rows = await store.Set<Negative>().Where(n => wanted.Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancel);
        var items = (await store.Set<NegativeItem>().Where(i => wanted.Contains(i.NegativeId)).ToListAsync(cancel)).ToLookup(i => i.NegativeId);
        var resources = (await catalog.Of([.. rows.Values.Where(n => n.ResourceId != 0).Select(n => n.ResourceId).Distinct()], cancel)).ToDictionary(r => r.Id);
        var faults = new List<Fault>();
        foreach (var said in report.Rows)
        {
            var row = said.Stored is null ? null : rows[said.Stored.Id];
            var resource = row is null ? null : resources.GetValueOrDefault(row.ResourceId);
            if (row is { State: NegativeState.InRoute }) faults.Add(new("lists.negative.report.moved", "“{0}”已经送审，请先等它办完。", null, FaultKind.Conflict, row.Name));
            else if (row is { ResourceId: not 0 } && resource is null) faults.Add(new("lists.negative.report.gone", "“{0}”的目录已下线，请退回单位核对。", null, FaultKind.Conflict, row.Name));
            else if (said.Change == ReportChange.Removed) Drop(row!, report, actor);
            else if (resource is not null && said.Names("items").Except(resource.Items.Select(i => i.Name)).ToList() is [var strange, ..])
                faults.Add(new("lists.negative.report.item", "“{0}”的目录里没有数据项“{1}”，请退回单位核对。", null, FaultKind.Conflict, row!.Name, strange));
            else Write(row, said, [.. row is null ? [] : items[row.Id]], resource, report, actor);
        }
        generation.Add(report.UnitId, actor);
        await store.SaveChangesAsync(cancel);
        await writing.CommitAsync(cancel);
        return faults;
    }

    private void Drop(Negative row, AcceptedReport report, Actor actor)
    {
        var before = row.State;
        row.Move(NegativeRoute.Find(row.State, row.Step, NegativeAct.Drop)!);
        (row.DecidedBy, row.DecidedAt) = (actor.Name, clock.GetUtcNow());
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.NegativeDropped, ListsAudit.Of(row), before: new { State = before }, after: new { row.State }, why: report.Why);
    }

    private void Write(Negative? row, ReportedRow said, List<NegativeItem> items, PublishedResource? resource, AcceptedReport report, Actor actor)
    {
        var input = Input(said, row, items, resource);
        if (row is null or { State: NegativeState.InForce })
        {
            var next = new Negative { Id = ids.Next(), ProviderId = row?.ProviderId ?? report.UnitId, ResourceId = row?.ResourceId ?? 0, ReplacesId = row?.Id ?? 0, Narrowed = row?.Narrowed ?? "", Name = "", State = NegativeState.Candidate, CreatedAt = clock.GetUtcNow() };
            next.Fill(input, resource, elements.Negative);
            next.Touch(ids, clock);
            store.Add(next);
            store.AddRange(input.Rows(next.Id, resource, ids));
            audit.Add(actor, ListsAudit.NegativeProposed, ListsAudit.Of(next), after: row is null ? (object)input : new { next.ReplacesId, row.Number }, why: report.Why);
            return;
        }
        var before = row.Input(items);
        row.Fill(input, resource, elements.Negative);
        row.Touch(ids, clock);
        store.RemoveRange(items);
        store.AddRange(input.Rows(row.Id, resource, ids));
        audit.Add(actor, ListsAudit.NegativeEdited, ListsAudit.Of(row), before, input, report.Why);
    }

    // Items of a catalogue row by the names the catalogue has for them; none means the whole row.
    private NegativeInput Input(ReportedRow said, Negative? row, List<NegativeItem> items, PublishedResource? resource)
    {
        var names = said.Names("items");
        var known = row?.Input(items) ?? new NegativeInput();
        return known with
        {
            Name = said["name"], Reason = said["reason"], Alternatives = said["alternatives"].Split('；', StringSplitOptions.RemoveEmptyEntries), LegalOpinion = said["legalOpinion"],
            ItemNames = resource is null ? string.Join('\n', names) : "", ItemIds = resource is null ? [] : [.. resource.Items.Where(i => names.Contains(i.Name)).Select(i => i.Id)],
            // Another basis than the clause of the register is typed: it stands by itself.
            ClauseId = said.Differs("basisName") || said.Differs("basisClause") || said.Differs("basisText") ? 0 : known.ClauseId,
            BasisLevel = said.Of("basisLevel", Domains.LegalBasisLevels)?.ToString() ?? "", BasisName = said["basisName"], BasisNumber = said["basisNumber"], BasisClause = said["basisClause"], BasisText = said["basisText"],
            BasisState = Enum.GetValues<BasisState>().Where(s => s.Text() == said["basisState"]).Select(s => s.ToString()).FirstOrDefault("Unknown"),
            Ban = Enum.GetValues<BanKind>().Where(b => b.Text() == said["ban"]).Select(b => b.ToString()).FirstOrDefault("Undecided"), Elements = said.Elements(elements.Negative),
        };
    }
}
