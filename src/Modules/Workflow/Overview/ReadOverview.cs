using System.Data.Common;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Overview;

/// <summary>
/// What each unit needs and what it owes, by few statements over the cases and their clocks. Terms of objections and of updates of the catalogue have lists of their own. A clock that somebody else let stand still is not late: its pauses are in its last day.
/// </summary>
internal sealed class ReadOverview(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int Worst = 5;
    private const string Elsewhere = "'T4', 'P18', 'P19', 'P26', 'T5', 'P27', 'T6', 'P28'";

    /// <summary>All units for the city and the auditor, the own one for others.</summary>
    public async Task<OverviewView> Run(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = new Dictionary<long, OverviewRow>();
        // The own unit's by its indexes; the city and the auditor count all.
        var own = actor.Is(Roles.SeeAll) ? null : string.Join(',', units.Family(actor.UnitId));
        string Of(string column) => own is null ? $"{column} > 0" : $"{column} IN ({own})";
        foreach (var (unit, under, ended) in await store.Query($"SELECT unit_id, sum(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END), sum(CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END) FROM workflow_cases WHERE {Of("unit_id")} GROUP BY unit_id", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), cancel))
            Put(unit, row => row with { Needs = row.Needs + under, NeedsEnded = row.NeedsEnded + ended });
        foreach (var (unit, under, refused, partial) in await store.Query(
            $"""
            SELECT provider_id, sum(CASE WHEN state IN ('{string.Join("', '", CaseFlow.Owing)}') THEN 1 ELSE 0 END), sum(CASE WHEN answered = 'Refused' THEN 1 ELSE 0 END), sum(CASE WHEN answered = 'Partial' THEN 1 ELSE 0 END)
            FROM workflow_cases WHERE {Of("provider_id")} GROUP BY provider_id
            """, Four, cancel))
            Put(unit, row => row with { Owes = row.Owes + under, Refused = row.Refused + refused, Partial = row.Partial + partial });
        foreach (var (unit, done, late, overdue) in await store.Query(
            $"""
            SELECT owner_id, sum(CASE WHEN state = 'Done' THEN 1 ELSE 0 END), sum(CASE WHEN state = 'Done' AND stopped_on > due_on THEN 1 ELSE 0 END), sum(CASE WHEN state = 'Running' AND due_on < @today THEN 1 ELSE 0 END)
            FROM workflow_clocks WHERE {Of("owner_id")} AND timer NOT IN ({Elsewhere}) GROUP BY owner_id
            """, Four, cancel, ("today", Shown.Day(clock.Today()))))
            Put(unit, row => row with { Done = row.Done + done, Late = row.Late + late, Overdue = row.Overdue + overdue });
        List<OverviewRow> seen = [.. rows.Values];
        return new OverviewView(
            [.. seen.OrderByDescending(r => r.Overdue).ThenByDescending(r => r.Owes).ThenBy(r => r.Unit, StringComparer.Ordinal)],
            [.. seen.Where(r => r.Overdue + r.Late > 0).OrderByDescending(r => r.Overdue).ThenByDescending(r => r.Late).Take(Worst)], await Months(Of("owner_id"), cancel), await Apart(Of("unit_id"), own is null ? "id > 0" : Of("owner_id"), cancel));

        // Merged units count as the one that lives.
        void Put(long unit, Func<OverviewRow, OverviewRow> change)
        {
            var living = units.Living(unit);
            rows[living] = change(rows.GetValueOrDefault(living) ?? new OverviewRow(living, units.ShortName(living), 0, 0, 0, 0, 0, 0, 0, 0));
        }
    }

    private async Task<IReadOnlyList<OverviewMonth>> Months(string whose, CancellationToken cancel) => [.. (await store.Query(
        $"""
        SELECT substr(stopped_on, 1, 7) AS month, sum(CASE WHEN stopped_on > due_on THEN 0 ELSE 1 END), sum(CASE WHEN stopped_on > due_on THEN 1 ELSE 0 END)
        FROM workflow_clocks WHERE state = 'Done' AND {whose} AND timer NOT IN ({Elsewhere}) GROUP BY substr(stopped_on, 1, 7) ORDER BY month DESC LIMIT 12
        """, r => new OverviewMonth(r.GetString(0), r.GetInt64(1), r.GetInt64(2)), cancel)).OrderBy(m => m.Month, StringComparer.Ordinal)];

    private async Task<OverviewApart> Apart(string whose, string owed, CancellationToken cancel)
    {
        var returns = (await store.Query($"SELECT count(*) FROM workflow_steps s JOIN workflow_cases c ON c.id = s.case_id WHERE s.act = 'ReturnForm' AND c.{whose}", r => r.GetInt64(0), cancel))[0];
        var pauses = (await store.Query($"SELECT p.kind, count(*) FROM workflow_pauses p JOIN workflow_clocks c ON c.id = p.clock_id WHERE c.{owed} GROUP BY p.kind", r => (Kind: r.GetString(0), Count: r.GetInt64(1)), cancel)).ToDictionary(p => p.Kind, p => p.Count);
        return new OverviewApart(returns, pauses.GetValueOrDefault(nameof(PauseKind.Supplement)), pauses.GetValueOrDefault(nameof(PauseKind.PassedUp)));
    }

    private static (long, long, long, long) Four(DbDataReader r) => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3));
}
