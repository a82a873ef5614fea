using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Orders.Viewing;
using Qingdan.Workflow.Registers;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>The page of a case: what is wanted, what was answered, which clock runs, whose turn it is, what this person may do.</summary>
internal sealed class ShowCase(Store store, DemandBook demands, SignOffBook signOffs, ShowClocks clocks, ComposeLetter letters, Terms terms, Deadlines deadlines, IOrganizationDirectory organizations, FindOrders orders, CollectedData collected, IContested contested, TimeProvider clock)
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
        var disputes = await store.Set<Dispute>().AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync(cancel);
        var kinds = await letters.Kinds(row, actor, units, cancel);
        var kept = await store.Set<KeptLetter>().AsNoTracking().Where(l => l.CaseId == id && l.SubjectId == 0).OrderBy(l => l.Id).ToListAsync(cancel);
        // A draft, and what its own head said of it, is the provider's own until it is signed.
        var own = CaseAccess.Is(Party.Provider, row, actor, units);
        var seen = own || row.Answered != Answered.None || steps.Exists(s => s.Act is CaseAct.GrantDirectly or CaseAct.GrantedAbove);
        var may = await May(row, demand, answers.Values, answers.Values.Any(a => a.Standing == Verdict.Refuse) && disputes.TrueForAll(d => d.ClosedAt is not null), kinds, actor, units, cancel);
        return new CaseView(
            FindCases.Row(row, units, await deadlines.Calendar(cancel), clock.Today()), demand, [.. demand.Items.Select(i => Item(i, seen ? answers.GetValueOrDefault(i.Id) : null))], await clocks.Of(id, units, cancel),
            Steps(steps, row.Answered, own, new Queue<SignOff>(await signOffs.Of(WorkflowAudit.CaseKind, id, cancel)), units), may, row.Edit,
            row.State == CaseState.ToSupplement ? steps.Last(s => s.Act == CaseAct.AskSupplement).Note : "", row.ExtensionDays, row.ExtensionReason, row.Supply == SupplyWay.None ? "" : row.Supply.Text(), row.SupplyNote, row.UsableUntil, Asked(row), row.OuterNumber,
            row.State is CaseState.AtDistrict or CaseState.InCheck or CaseState.Returned ? row.State.Task() : "",
            disposal is null ? null : new DisposalInput(disposal.Scene, disposal.Course, disposal.Effect, disposal.Storage, disposal.Destruction, disposal.DestroyedOn),
            [.. kinds.Select(k => new LetterView($"{k}", k.Text()))], kept.ConvertAll(KeptLetterView.Of), disputes.ConvertAll(d => new LinkedDispute(d.Id, d.State.Text(), d.State.Tone(), d.OpenedAt)))
        {
            Uses = CaseFlow.Usable.Contains(row.State) && CaseAccess.Is(Party.Requester, row, actor, units),
            Contested = await contested.Of([.. demand.Items.Select(i => i.ResourceId).Where(r => r != 0).Distinct()], cancel),
            PassedUp = row.State == CaseState.PassedUp,
            Follows = await store.Set<Follow>().AnyAsync(f => f.PersonId == actor.PersonId && f.SubjectKind == WorkflowAudit.CaseKind && f.SubjectId == id, cancel),
            Orders = await orders.Of(row, actor, units, cancel),
            Proves = actor.Is([Roles.Liaison, Roles.UnitHead, .. Roles.City]) && steps.Exists(s => s.Act is CaseAct.Consent or CaseAct.Refuse),
            NotCollected = may.Supply ? await collected.Missing(demand, cancel) : [],
        };
    }

    private async Task<CaseMay> May(Case row, DemandFacts demand, IReadOnlyCollection<CaseAnswer> answers, bool contestable, IReadOnlyList<LetterKind> kinds, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var running = await store.Set<Clock>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == row.Id && c.State == ClockState.Running, cancel);
        return new CaseMay(
            Can(CaseAct.GrantDirectly), Can(CaseAct.GrantDirectly) ? GrantDirectly.Hindrances(demand).ConvertAll(f => new Sentence(f.Text, f.Args)) : [], Can(CaseAct.AskSupplement) && row.Supplements < row.SupplementsAllowed,
            Can(CaseAct.AllowSupplement) && row.Supplements >= row.SupplementsAllowed, Can(CaseAct.Answer),
            Can(CaseAct.AskExtension) && running is { Extension: 0 } && running.DueOn >= clock.Today() && row.ExtensionDays == 0 ? terms.MostExtension(running) : 0, row.ExtensionDays > 0 && Can(CaseAct.Extend),
            Can(CaseAct.Consent), !actor.Is(Roles.UnitHead), Can(CaseAct.Supply), Can(CaseAct.Dispose),
            RaiseDispute.MayRaise(row.State, contestable) && CaseAccess.Is(Party.Requester, row, actor, units) && actor.Is(Roles.Liaison, Roles.UnitHead),
            [.. Moves().Select(m => (Move: m, Plain: PlainAct.Of(m.Act))).Where(m => m.Plain is not null && m.Plain.Act != (row.Stops ? CaseAct.FileChange : CaseAct.FileStop) && (m.Plain.Items != ItemChoice.Stopped || answers.Any(a => a.Stopped))).Select(m => Plain(m.Plain!, CaseFlow.Owed(m.Move))).OrderByDescending(v => v.Next)],
            !actor.Is(Roles.Liaison, Roles.UnitHead) ? [] : [.. kinds.Where(k => !KeepLetter.IsDraft(row, k) && CaseAccess.Is(k == LetterKind.Application ? Party.Requester : Party.Provider, row, actor, units)).Select(k => $"{k}")]);

        IEnumerable<CaseMove> Moves() => CaseFlow.Table.Where(m => m.From == row.State && CaseAccess.Is(m.By, row, actor, units) && actor.Is(m.Roles));

        bool Can(CaseAct act) => Moves().Any(m => m.Act == act);
    }

    private static Sentence? Asked(Case row) => row.AskedOn is not { } day ? null : new(row.State == CaseState.ToRenew ? "申请续期至 {0}。" : "整改期限 {0}。", Shown.Day(day));

    // What is in use waits for nobody: all that may be done with it stands folded.
    private static PlainActView Plain(PlainAct act, bool owed) => new($"{act.Act}", act.Act.Text(), act.Says, act.Owed, act.Hint, act.Day, act.Number, act.Since, owed && !act.Seldom, act.Files, act.Items);

    // Each of these acts bears one signature; both are kept in their order.
    private static List<CaseStepView> Steps(List<CaseStep> steps, Answered answered, bool own, Queue<SignOff> signed, UnitTree units) => steps.ConvertAll(s =>
    {
        var (draft, signOff) = (s.Act is CaseAct.Answer or CaseAct.ReturnDraft, s.Act is CaseAct.Consent or CaseAct.Refuse or CaseAct.ReturnDraft ? signed.Dequeue() : null);
        return new CaseStepView($"{s.Act}", s.Act.Text(answered), draft && !own ? "" : s.Note, units.ShortName(s.UnitId), s.Person, s.At, draft && !own ? null : signOff);
    });

    // R11: a condition takes effect only as the catalogue states it (政务数据共享条例 15).
    private static CaseItemView Item(DemandedItem item, CaseAnswer? answer) => answer is null
        ? new(item, "", Tone.Idle, "", false, "", "")
        : new(item, answer.Verdict.Text(item.ResourceId != 0), answer.Verdict.Tone(), answer.Condition, answer.Condition.Length > 0 && !item.Condition.Contains(answer.Condition, StringComparison.Ordinal), answer.Reason, answer.Basis)
        {
            Answer = answer, Settled = answer.Settled?.Text(item.ResourceId != 0) ?? "", SettledTone = answer.Standing.Tone(), Granted = answer.Standing != Verdict.Refuse && !answer.Stopped, Stopped = answer.Stopped,
        };
}
