using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Registers;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>The page of a case: what is wanted, what was answered, which clock runs, whose turn it is, what this person may do.</summary>
internal sealed class ShowCase(Store store, DemandBook demands, SignOffBook signOffs, ShowClocks clocks, ComposeLetter letters, Terms terms, Deadlines deadlines, IOrganizationDirectory organizations, CollectedData collected, TimeProvider clock)
{
    /// <summary>One case that the person may see.</summary>
    public async Task<Result<CaseView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await CaseAccess.Visible(store.Set<Case>().AsNoTracking(), actor, units).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (row is null) return CaseFaults.NotFound;
        var demand = await demands.Read(id, cancel);
        var answers = await store.Set<CaseAnswer>().AsNoTracking().Where(a => a.CaseId == id).ToDictionaryAsync(a => a.ItemId, cancel);
        var steps = await store.Set<CaseStep>().AsNoTracking().Where(s => s.CaseId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var disposal = await store.Set<Disposal>().AsNoTracking().SingleOrDefaultAsync(d => d.CaseId == id, cancel);
        var kinds = await letters.Kinds(row, actor, units, cancel);
        var kept = await store.Set<KeptLetter>().AsNoTracking().Where(l => l.CaseId == id).OrderBy(l => l.Id).ToListAsync(cancel);
        // A draft is the provider's own until it is signed.
        var seen = row.State != CaseState.ToSign || CaseAccess.Is(Party.Provider, row, actor, units);
        var may = await May(row, demand, kinds, actor, units, cancel);
        return new CaseView(
            FindCases.Row(row, units, await deadlines.Calendar(cancel), clock.Today()), demand, [.. demand.Items.Select(i => Item(i, seen ? answers.GetValueOrDefault(i.Id) : null))], await clocks.Of(id, units, cancel),
            Steps(steps, new Queue<SignOff>(await signOffs.Of(WorkflowAudit.CaseKind, id, cancel)), units), may, row.Edit,
            row.State == CaseState.ToSupplement ? steps.Last(s => s.Act == CaseAct.AskSupplement).Note : "", row.ExtensionDays, row.ExtensionReason, row.Supply == SupplyWay.None ? "" : row.Supply.Text(), row.SupplyNote,
            disposal is null ? null : new DisposalInput(disposal.Scene, disposal.Course, disposal.Effect, disposal.Storage, disposal.Destruction, disposal.DestroyedOn),
            [.. kinds.Select(k => new LetterView($"{k}", k.Text()))], kept.ConvertAll(k => new KeptLetterView(k.Id, k.Kind.Text(), k.Number, k.Person, k.Digest, k.At)))
        {
            Proves = actor.Is([Roles.Liaison, Roles.UnitHead, .. Roles.City]) && steps.Exists(s => s.Act is CaseAct.Consent or CaseAct.Refuse),
            NotCollected = may.Supply ? await collected.Missing(demand, cancel) : [],
        };
    }

    private async Task<CaseMay> May(Case row, DemandFacts demand, IReadOnlyList<LetterKind> kinds, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var running = await store.Set<Clock>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == row.Id && c.State == ClockState.Running, cancel);
        var answers = Can(CaseAct.Answer);
        return new CaseMay(
            Can(CaseAct.Dispatch), Can(CaseAct.GrantDirectly) ? GrantDirectly.Hindrances(demand).ConvertAll(f => new Sentence(f.Text, f.Args)) : [], Can(CaseAct.AskSupplement) && row.Supplements < row.SupplementsAllowed,
            row.State == CaseState.ToAnswer && row.Supplements >= row.SupplementsAllowed && actor.Is(Roles.Authority), Can(CaseAct.Supplement), answers,
            answers && running is { Extension: 0 } && row.ExtensionDays == 0 ? terms.MostExtension(running) : 0, row.ExtensionDays > 0 && Can(CaseAct.Extend),
            Can(CaseAct.Consent), !actor.Is(Roles.UnitHead), Can(CaseAct.Supply), Can(CaseAct.EndPurpose), Can(CaseAct.Dispose),
            !actor.Is(Roles.Liaison, Roles.UnitHead) ? [] : [.. kinds.Where(k => CaseAccess.Is(k == LetterKind.Application ? Party.Requester : Party.Provider, row, actor, units)).Select(k => $"{k}")]);

        bool Can(CaseAct act) => CaseFlow.Table.Any(m => m.From == row.State && m.Act == act && CaseAccess.Is(m.By, row, actor, units) && actor.Is(m.Roles));
    }

    // Each of these acts bears one signature; both are kept in their order.
    private static List<CaseStepView> Steps(List<CaseStep> steps, Queue<SignOff> signed, UnitTree units) => steps.ConvertAll(s => new CaseStepView(
        s.Act.Text(), s.Note, units.ShortName(s.UnitId), s.Person, s.At, s.Act is CaseAct.Consent or CaseAct.Refuse or CaseAct.ReturnDraft ? signed.Dequeue() : null));

    // R11: a condition takes effect only as the catalogue states it (政务数据共享条例 15).
    private static CaseItemView Item(DemandedItem item, CaseAnswer? answer) => answer is null
        ? new(item, "", Platform.Web.Tone.Idle, "", false, "", "")
        : new(item, answer.Verdict.Text(), answer.Verdict.Tone(), answer.Condition, answer.Condition.Length > 0 && !item.Condition.Contains(answer.Condition, StringComparison.Ordinal), answer.Reason,
            answer.BasisName.Length == 0 ? "" : $"《{answer.BasisName.Trim('《', '》')}》{answer.BasisClause}");
}
