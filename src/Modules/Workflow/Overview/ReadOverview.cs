using System.Data.Common;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Overview;

/// <summary>
/// What each unit needs and what it owes, by two statements over the cases and one over their clocks. Terms of objections have a list of their own. A clock that somebody else let stand still is not late: its pauses are in its last day.
/// </summary>
internal sealed class ReadOverview(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int Worst = 5;

    /// <summary>All units for the city and the auditor, the own one for others.</summary>
    public async Task<OverviewView> Run(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = new Dictionary<long, OverviewRow>();
        foreach (var (unit, under, ended) in await store.Query("SELECT unit_id, sum(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END), sum(CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END) FROM workflow_cases GROUP BY unit_id", Three, cancel))
            Put(unit, row => row with { Needs = row.Needs + under, NeedsEnded = row.NeedsEnded + ended });
        foreach (var (unit, under, refused) in await store.Query("SELECT provider_id, sum(CASE WHEN state IN ('ToAnswer', 'ToSign', 'ToSupply') THEN 1 ELSE 0 END), sum(CASE WHEN state = 'Refused' THEN 1 ELSE 0 END) FROM workflow_cases WHERE provider_id <> 0 GROUP BY provider_id", Three, cancel))
            Put(unit, row => row with { Owes = row.Owes + under, Refused = row.Refused + refused });
        foreach (var (unit, done, late, overdue) in await store.Query(
            """
            SELECT owner_id, sum(CASE WHEN state = 'Done' THEN 1 ELSE 0 END), sum(CASE WHEN state = 'Done' AND stopped_on > due_on THEN 1 ELSE 0 END), sum(CASE WHEN state = 'Running' AND due_on < @today THEN 1 ELSE 0 END)
            FROM workflow_clocks WHERE owner_id <> 0 AND timer NOT IN ('T4', 'P26') GROUP BY owner_id
            """, r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), cancel, ("today", Shown.Day(clock.Today()))))
            Put(unit, row => row with { Done = row.Done + done, Late = row.Late + late, Overdue = row.Overdue + overdue });
        var seen = actor.Is(Roles.SeeAll) ? [.. rows.Values] : rows.Values.Where(r => units.Family(actor.UnitId).Contains(r.UnitId)).ToList();
        return new OverviewView([.. seen.OrderByDescending(r => r.Overdue).ThenByDescending(r => r.Owes).ThenBy(r => r.Unit, StringComparer.Ordinal)], [.. seen.Where(r => r.Overdue + r.Late > 0).OrderByDescending(r => r.Overdue).ThenByDescending(r => r.Late).Take(Worst)]);

        // Merged units count as the one that lives.
        void Put(long unit, Func<OverviewRow, OverviewRow> change)
        {
            var living = units.Living(unit);
            rows[living] = change(rows.GetValueOrDefault(living) ?? new OverviewRow(living, units.ShortName(living), 0, 0, 0, 0, 0, 0, 0));
        }
    }

    private static (long, long, long) Three(DbDataReader r) => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2));
}
