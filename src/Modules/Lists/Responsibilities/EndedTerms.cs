using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// A row for data outside the catalogue stands for one demand. When its 使用时限 is over, or it was withdrawn, the row's removal is proposed once; its unit's city decides.
/// </summary>
internal sealed class EndedTerms(Store store, AuditLog audit, IdSource ids, TimeProvider clock, EntryContents contents) : IRegularWork
{
    private const string Ended = "需求的使用时限已到或者需求已撤回，建议移出责任清单。";

    public async Task Run(CancellationToken cancel)
    {
        var rows = await store.Query(
            """
            SELECT e.id, e.provider_id, e.name, d.number FROM lists_entries e JOIN lists_demands d ON CAST(d.id AS TEXT) = e.origin_demand_ids
            WHERE e.state = 'InForce' AND e.origin = 'Demand' AND e.resource_id = 0 AND (d.state = 'Withdrawn' OR d.ends_on < @today)
            AND NOT EXISTS (SELECT 1 FROM lists_changes c WHERE c.entry_id = e.id AND (c.state = 'Open' OR (c.state = 'Rejected' AND c.kind = 'Remove' AND c.proposed_by <> ''))) ORDER BY e.id
            """, r => (Id: r.GetInt64(0), Provider: r.GetInt64(1), Name: r.GetString(2), Demand: r.IsDBNull(3) ? "" : r.GetString(3)), cancel, ("today", Shown.Day(clock.Today())));
        if (rows.Count == 0) return;
        var said = await contents.Read(rows.ConvertAll(r => r.Id), cancel);
        foreach (var row in rows)
        {
            store.Add(new EntryChange
            {
                Id = ids.Next(), EntryId = row.Id, ProviderId = row.Provider, Kind = EntryChangeKind.Remove, Before = ContentLines.Json(said[row.Id]), Reason = Ended, Anchor = row.Demand, ProposedBy = Actor.System.Name,
                State = EntryChangeState.Open, At = clock.GetUtcNow(),
            });
            audit.Add(Actor.System, ListsAudit.ChangeProposed, new Subject(ListsAudit.EntryKind, row.Id, row.Name), after: new { Kind = EntryChangeKind.Remove, Anchor = row.Demand }, why: Ended);
        }
        await store.SaveChangesAsync(cancel);
    }
}
