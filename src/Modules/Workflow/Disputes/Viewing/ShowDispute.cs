using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Disputes.Viewing;

/// <summary>Disputes for people: the list, and one with what is contested, its clock, its course and what this person may do.</summary>
internal sealed class ShowDispute(Store store, ShowClocks clocks, Deadlines deadlines, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>Those open, or those settled, what is due first at the front.</summary>
    public async Task<DisputeListView> Page(bool settled, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = DisputeAccess.Visible(store.Set<Dispute>().AsNoTracking(), actor, units).Where(d => d.ClosedAt != null == settled);
        var (total, calendar) = (await rows.LongCountAsync(cancel), await deadlines.Calendar(cancel));
        var shown = await rows.OrderBy(d => d.DueOn == null).ThenBy(d => d.DueOn).ThenByDescending(d => d.Id).Skip((page - 1) * Size).Take(Size).ToListAsync(cancel);
        return new DisputeListView(shown.ConvertAll(d => Row(d, units, calendar)), settled, page, Size, total);
    }

    /// <summary>One that the person may see.</summary>
    public async Task<Result<DisputeView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await DisputeAccess.Visible(store.Set<Dispute>().AsNoTracking(), actor, units).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } row) return DisputeAccess.NotFound;
        var items = await store.Set<CaseAnswer>().AsNoTracking().Where(a => a.CaseId == row.CaseId && a.Verdict == Verdict.Refuse && (a.Settled == null || a.SettledBy == id)).OrderBy(a => a.Place).ToListAsync(cancel);
        var steps = await store.Set<DisputeStep>().AsNoTracking().Where(s => s.DisputeId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var may = DisputeFlow.Table.Where(m => m.From == row.State && DisputeAccess.May(m, row, actor, units));
        return new DisputeView(
            Row(row, units, await deadlines.Calendar(cancel)), items.ConvertAll(RefusedItem.Of),
            await clocks.Of(id, units, cancel), steps.ConvertAll(s => new DisputeStepView(s.Act.Text(), s.Note, units.ShortName(s.UnitId), s.Person, s.At)),
            [.. may.Select(m => new DisputeActView($"{m.Act}", m.Act.Text(), m.Says, m.Settles, m.Act == DisputeAct.Decide))], row.Outcome, row.DocumentNumber, row.Edit)
        {
            Hindrance = row.ClosedAt is null ? DisputeAccess.Hindrance(await store.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == row.CaseId, cancel)) : null,
        };
    }

    private DisputeRow Row(Dispute d, UnitTree units, WorkingCalendar calendar) => new(
        d.Id, d.CaseId, d.Name, units.ShortName(d.UnitId), units.ShortName(d.ProviderId), d.State.Text(), d.State.Tone(),
        DisputeFlow.Turn(d.State) switch { Party.Provider => units.ShortName(d.ProviderId), null => "", var party => party.Value.Text() }, d.Claim,
        d.DueOn, d.DueOn is { } due ? ClockCount.Left(clock.Today(), due, calendar) : null, d.OpenedAt);
}
