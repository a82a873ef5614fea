using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Objections.Viewing;

/// <summary>The page of an objection: what is wrong, what was found, which clock runs, whose turn it is, what this person may do.</summary>
internal sealed class ShowObjection(Store store, IContested contested, ShowClocks clocks, Deadlines deadlines, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>One objection that the person may see.</summary>
    public async Task<Result<ObjectionView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await ObjectionAccess.Visible(store, actor, units).AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
        if (row is null) return ObjectionFaults.NotFound;
        var items = await store.Set<ContestedItem>().AsNoTracking().Where(i => i.ObjectionId == id).OrderBy(i => i.ItemId).Select(i => i.Name).ToListAsync(cancel);
        var may = May(row, actor, units);
        var proof = await store.Set<ObjectionProof>().AsNoTracking().Where(p => p.ObjectionId == id && may.SeesProof).OrderBy(p => p.Id).ToListAsync(cancel);
        var steps = await store.Set<ObjectionStep>().AsNoTracking().Where(s => s.ObjectionId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var told = await store.Set<ToldUnit>().AsNoTracking().Where(t => t.ObjectionId == id).OrderBy(t => t.Id).ToListAsync(cancel);
        var marks = row.ContestedOn is null ? null : await contested.Of([row.ResourceId], cancel);
        return new ObjectionView(
            FindObjections.Row(row, units, await deadlines.Calendar(cancel), clock.Today()),
            new(items, row.What, row.Record, row.ShouldBe, row.CaseId, row.SourceId == 0 ? "" : units.ShortName(row.SourceId), row.SourceSystem, row.Outcome.Text(), row.Result, row.CorrectedOn),
            marks?.GetValueOrDefault(row.ResourceId), proof.ConvertAll(p => new ProofView(p.Id, p.Name, p.Digest, p.Length)), await clocks.Of(id, units, cancel),
            steps.ConvertAll(s => new ObjectionStepView(s.Act.Text(), s.Note, units.ShortName(s.UnitId), s.Person, s.At)), told.ConvertAll(t => new ToldView(units.ShortName(t.UnitId), t.At)),
            may.HandToSource ? [.. units.All.Where(u => units.Living(u.Id) == u.Id && u.Id != row.ProviderId).Select(u => KeyValuePair.Create(u.Id, u.ShortName))] : [], may, row.Edit);
    }

    private static ObjectionMay May(Objection row, Actor actor, UnitTree units)
    {
        return new(
            Can(ObjectionAct.Accept), Can(ObjectionAct.PointElsewhere), Can(ObjectionAct.HandToSource), Can(ObjectionAct.AnswerAsSource), Can(ObjectionAct.Verify), Can(ObjectionAct.AcceptResult),
            Can(ObjectionAct.Insist) && !row.Insisted, Can(ObjectionAct.Uphold), Can(ObjectionAct.Withdraw),
            row.CaseId != 0 && (actor.Is(Roles.SeeAll) || ObjectionAccess.Is(ObjectionParty.Raiser, row, actor, units)), ObjectionAccess.SeesProof(row, actor, units));

        bool Can(ObjectionAct act) => ObjectionFlow.Table.Any(m => m.From == row.State && m.Act == act && ObjectionAccess.Is(m.By, row, actor, units) && actor.Is(m.Roles));
    }
}
