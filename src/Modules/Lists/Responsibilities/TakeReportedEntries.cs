using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// An accepted report of the 责任清单: how a duty is met goes into the entry; what the catalogue says of it becomes a change of the catalogue, which its unit hands in;
/// a new row is a candidate, a row that is no longer needed leaves when it stands in no catalogue.
/// </summary>
internal sealed class TakeReportedEntries(Store store, ListsTurn turn, CatalogChanges catalog, AuditLog audit, IdSource ids, TimeProvider clock, Bans bans, ListElements elements)
{
    /// <summary>Takes all rows inside the caller's transaction; the faults of those that cannot be.</summary>
    public async Task<IReadOnlyList<Fault>> Run(AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var wanted = report.Rows.Where(r => r.Stored is not null).Select(r => r.Stored!.Id).ToList();
        var rows = await store.Set<Entry>().Where(e => wanted.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var banned = await bans.On($"id IN ({Bans.List(rows.Values.Where(e => e is { ResourceId: 0, State: EntryState.InForce }).Select(e => e.Id))})", cancel);
        var faults = new List<Fault>();
        foreach (var said in report.Rows)
            if (said.Stored is null) Add(said, report, actor);
            else if (said.Change == ReportChange.Removed) Remove(rows[said.Stored.Id], report, actor);
            else if (await Change(rows[said.Stored.Id], said, banned, report, actor, cancel) is { } fault) faults.Add(fault);
        await store.SaveChangesAsync(cancel);
        await writing.CommitAsync(cancel);
        return faults;
    }

    private void Add(ReportedRow said, AcceptedReport report, Actor actor)
    {
        var row = new Entry { Id = ids.Next(), Name = "", ProviderId = report.UnitId, Origin = EntryOrigin.Manual, State = EntryState.Candidate, CreatedAt = clock.GetUtcNow() };
        var input = Input(said);
        row.FillWhole(input, elements.Responsibility);
        row.Touch(ids, clock);
        store.Add(row);
        store.AddRange(input.Rows(row.Id));
        audit.Add(actor, ListsAudit.EntryAdded, ListsAudit.Of(row), after: input, why: report.Why);
    }

    private void Remove(Entry row, AcceptedReport report, Actor actor)
    {
        var before = new { row.State };
        (row.State, row.DecidedBy, row.DecidedAt) = (EntryState.Removed, actor.Name, clock.GetUtcNow());
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.EntryRemoved, ListsAudit.Of(row), before, new { row.State }, report.Why);
    }

    private async Task<Fault?> Change(Entry row, ReportedRow said, BanSet banned, AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var input = Input(said);
        if (row.ResourceId == 0 && row.State == EntryState.InForce && banned.Forbids(row.ProviderId, 0, input.Content))
            return new Fault("lists.report.forbidden", "“{0}”的数据在负面清单中生效，不能列入责任清单。", null, FaultKind.Conflict, row.Name);
        var before = said.Stored!.Values;
        if (row.ResourceId == 0)
        {
            row.FillWhole(input, elements.Responsibility);
            await store.Replace(row.Id, input, cancel);
        }
        else row.FillDuty(input, elements.Responsibility);
        row.Touch(ids, clock);
        audit.Add(actor, ListsAudit.EntryEdited, ListsAudit.Of(row), before, input, report.Why);
        if (row.ResourceId == 0 || !Array.Exists(EntrySheet.OfCatalog, said.Differs)) return null;
        var proposed = await catalog.Propose(Said(row.ResourceId, said, report.Why), actor, cancel);
        return proposed.Ok ? null : new Fault("lists.report.catalog", "“{0}”的目录现在不能变更：它正在审核或已下线。请先办完目录，再通过这份报送。", null, FaultKind.Conflict, row.Name);
    }

    private static SaidOfResource Said(long resource, ReportedRow said, string why) => new(resource, why)
    {
        Name = Only(said, "name"), ShareCondition = Only(said, "shareCondition"), ShareWays = Only(said, "shareWays"), DataLevel = Only(said, "dataLevel"), SystemName = Only(said, "systemName"),
        Share = said.Differs("share") ? said.Of("share", Domains.ShareProperties) : null, Frequency = said.Differs("frequency") ? said.Of("frequency", Domains.UpdateFrequencies) : null,
        Items = said.Differs("items") ? said.Names("items") : null,
    };

    private static string? Only(ReportedRow said, string key) => said.Differs(key) ? said[key] : null;

    private EntryInput Input(ReportedRow said) => new()
    {
        Name = said["name"], Items = string.Join('\n', said.Names("items")), Share = said.Of("share", Domains.ShareProperties), ShareCondition = said["shareCondition"], ShareWays = said["shareWays"],
        Frequency = said.Of("frequency", Domains.UpdateFrequencies), DataLevel = said["dataLevel"], SystemName = said["systemName"],
        DutyType = Enum.GetValues<DutyType>().First(d => d == DutyType.Undetermined ? said["dutyType"].Length == 0 : d.Text() == said["dutyType"]),
        PromisedOn = TypedDay.Read(said["promisedOn"]), Contact = said["contact"], Note = said["note"], Elements = said.Elements(elements.Responsibility),
    };
}
