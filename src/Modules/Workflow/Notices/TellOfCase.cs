using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Notices;

/// <summary>Who is told what of a case: whose turn it now is, and the others who have a part in it.</summary>
internal sealed class TellOfCase(NoticeBook notices)
{
    private static readonly string[] Unit = [Roles.Liaison, Roles.UnitHead];

    /// <summary>A case has begun.</summary>
    public Task Opened(Case row, Actor actor, CancellationToken cancel) => Turn(row, actor, cancel);

    /// <summary>A case has moved; it has its new state already.</summary>
    public async Task Moved(Case row, CaseMove move, Actor actor, CancellationToken cancel)
    {
        // What goes on in the same state is no new turn, and what is in use waits for nobody.
        if (move.From != move.To && row.State != CaseState.InUse) await Turn(row, actor, cancel);
        if (move.Act == CaseAct.AskExtension) await notices.Tell(actor, NoticeKind.Turn, WorkflowAudit.Of(row), [], [Roles.Authority], "“{0}”的提供单位申请延长答复期限 {1} 个工作日，请决定。", Href(row), cancel, row.Name, row.ExtensionDays);
        await Others(row, actor, "“{0}”：{1}，现在{2}。", cancel, row.Name, move.Act.Text(row.Answered), row.State.Text());
    }

    /// <summary>坚持提交: a demand was listed though the negative list stands against it, and the authority reads why.</summary>
    public Task Insisted(Case row, Actor actor, CancellationToken cancel) =>
        notices.Tell(actor, NoticeKind.Progress, WorkflowAudit.Of(row), [], [Roles.Authority], "“{0}”所需的数据在负面清单中，需求单位坚持提交，请研究。", Href(row), cancel, row.Name);

    /// <summary>Another unit has to provide: it is told so, the others that it is another.</summary>
    public async Task ProviderNamed(Case row, Actor actor, CancellationToken cancel)
    {
        if (!row.Handed) return;
        await notices.Tell(actor, NoticeKind.Turn, WorkflowAudit.Of(row), [row.ProviderId], Unit, "“{0}”改由您的单位提供，现在{1}。", Href(row), cancel, row.Name, row.State.Text());
        await Others(row, actor, "“{0}”改由别的单位提供，现在{1}。", cancel, row.Name, row.State.Text());
    }

    /// <summary>The calendar has moved the last days of matters of one owner; he is told, and nobody else. Several at once are one notice, not a flood.</summary>
    public Task Recounted(IReadOnlyList<(Matter Matter, Clock Term, DateOnly? Before)> moved, CancellationToken cancel)
    {
        var (matter, term, before) = moved[0];
        var (units, roles) = Whose(term);
        return moved.Count == 1
            ? notices.Tell(Actor.System, NoticeKind.Recounted, matter.About, units, roles, "工作日历有变，“{0}”的期限由 {1} 改为 {2}。", matter.Href, cancel, matter.Name, Shown.Day(before), Shown.Day(term.DueOn))
            : notices.Tell(Actor.System, NoticeKind.Recounted, new Subject("workflow.owner", term.OwnerId), units, roles, "工作日历有变，“{0}”等 {1} 件事项的期限随之改变。", "/todo", cancel, matter.Name, moved.Count);
    }

    /// <summary>A term ends soon, or has run out.</summary>
    /// <param name="matter">What it runs for.</param>
    /// <param name="term">Its clock.</param>
    /// <param name="step">Which reminder.</param>
    /// <param name="left">Working days left, negative when late.</param>
    /// <param name="cancel">Ends the telling.</param>
    public Task Warned(Matter matter, Clock term, Escalation step, int left, CancellationToken cancel)
    {
        var (text, args) = left > 0 ? ("“{0}”还剩 {1} 个工作日，{2} 到期。", [matter.Name, left, Shown.Day(term.DueOn)])
            : left == 0 ? ("“{0}”快到期：最后一天是 {1}。", [matter.Name, Shown.Day(term.DueOn)])
            : ("“{0}”超期 {1} 个工作日，应于 {2} 前办理。超期不视为同意。", new object[] { matter.Name, -left, Shown.Day(term.DueOn) });
        var (units, roles) = Whose(term);
        if (step.To != EscalatedTo.Owner) (units, roles) = ([], step.Roles);
        else if (units.Length > 0) roles = step.Roles;
        return notices.Tell(Actor.System, left < 0 ? NoticeKind.Overdue : NoticeKind.DueSoon, matter.About, units, roles, text, matter.Href, cancel, args);
    }

    /// <summary>The page of a case.</summary>
    public static string Href(Case row) => $"/workflow/cases/{row.Id}";

    private Task Turn(Case row, Actor actor, CancellationToken cancel)
    {
        if (CaseFlow.Turn(row.State) is not { } party) return Task.CompletedTask;
        var roles = CaseFlow.Table.Where(m => m.From == row.State && m.By == party && CaseFlow.Owed(m)).SelectMany(m => m.Roles).Distinct().ToList();
        return notices.Tell(actor, NoticeKind.Turn, WorkflowAudit.Of(row), UnitOf(party, row), roles, "轮到您办理“{0}”：{1}。", Href(row), cancel, row.Name, row.State.Text());
    }

    // What was not handed to the provider yet it does not see.
    private Task Others(Case row, Actor actor, string text, CancellationToken cancel, params object[] args) =>
        notices.Tell(actor, NoticeKind.Progress, WorkflowAudit.Of(row), row.Handed ? [row.UnitId, row.ProviderId] : [row.UnitId], Unit, text, Href(row), cancel, args);

    // What is owed above the city the data centre follows.
    private static (long[] Units, string[] Roles) Whose(Clock term) => term.OwnerId switch
    {
        Clock.Authority => ([], [Roles.Authority]),
        Clock.Centre or Clock.Above => ([], [Roles.DataCentre]),
        _ => ([term.OwnerId], Unit),
    };

    private static long[] UnitOf(Party party, Case row) => party switch
    {
        Party.Requester => [row.UnitId],
        Party.Provider => [row.ProviderId],
        Party.District => [row.DistrictId],
        _ => [],
    };
}
