using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Updates.Viewing;

/// <summary>The page of an update: what changed and when, how far each resource is, which clock runs, whose turn it is, what this person may do.</summary>
internal sealed class ShowUpdate(Store store, Concerned concerned, AskMoreTime time, ShowClocks clocks, Deadlines deadlines, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>One update that the person may see.</summary>
    public async Task<Result<UpdateView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await UpdateAccess.Visible(store.Set<CatalogUpdate>().AsNoTracking(), actor, units).SingleOrDefaultAsync(u => u.Id == id, cancel);
        if (row is null) return UpdateFaults.NotFound;
        var all = await concerned.Of(row, cancel);
        var steps = await store.Set<UpdateStep>().AsNoTracking().Where(s => s.UpdateId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var counted = await clocks.Of(id, units, cancel);
        return new UpdateView(
            FindUpdates.Row(row, units, await deadlines.Calendar(cancel), clock.Today()), Content(row, counted),
            new([.. all.Take(ConcernedList.Most).Select(View)], all.Count, all.Count(r => r.Owed), all.Count(r => r.Waits)), counted,
            steps.ConvertAll(s => new CaseStepView($"{s.Act}", s.Act.Text(), s.Note, units.ShortName(s.UnitId), s.Person, s.At, null)), await May(row, actor, units, cancel), row.Edit);
    }

    private static UpdateContent Content(CatalogUpdate row, IReadOnlyList<ClockView> counted)
    {
        var late = counted is [{ DueOn: { } due, Extension: 0 }, ..] && due < LegalDay.Of(row.OpenedAt) ? due : (DateOnly?)null;
        var href = row.Origin switch { UpdateOrigin.Transfer => $"/organizations/transfers/{row.OriginId}", UpdateOrigin.Hand => "", _ => $"/standards/legal-bases/{row.OriginId}" };
        return new(row.What, row.Origin.Text(), href, row.NoNeed, row.ExtensionDays, row.ExtensionReason, late);
    }

    private static ConcernedView View(Standing r)
    {
        var (open, marked) = (r.Progress is Progress.Unchanged or Progress.Drafting, r.Row.Unaffected.Length > 0);
        return new(r.Row.ResourceId, r.Name, open && marked ? "不需修改" : r.Progress.Text(), open && marked ? Platform.Web.Tone.Idle : r.Progress.Tone(), open ? r.Row.Unaffected : "", open);
    }

    private async Task<UpdateMay> May(CatalogUpdate row, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var work = Can(UpdateAct.Submit);
        return new(
            work, work && row is { Extended: 0, ExtensionDays: 0 } ? await time.Most(row, cancel) : 0, row.ExtensionDays > 0 && Can(UpdateAct.Extend), Can(UpdateAct.Publish), Can(UpdateAct.AgreeNoNeed), Can(UpdateAct.Withdraw));

        bool Can(UpdateAct act) => UpdateFlow.Table.Any(m => m.From == row.State && m.Act == act && UpdateAccess.Is(m.By, row, actor, units) && actor.Is(m.Roles));
    }
}
