using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Notices.Reading;

namespace Qingdan.Workflow.Inbox;

/// <summary>The inbox of a person beside 待办, what was last changed first. Whoever stands in for somebody sees that person's too. Counts end at <see cref="Most"/>.</summary>
internal sealed class FindInbox(Store store, OwnNotices own, IOrganizationDirectory organizations, Deadlines deadlines, TimeProvider clock) : IInbox
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int Most = 99;

    public async Task<IReadOnlyList<InboxTab>> Tabs(Actor actor, CancellationToken cancel)
    {
        var people = await own.People(actor, cancel);
        var waiting = await (await Of(InboxFolder.Waiting, people, actor, cancel)).Take(Most + 1).CountAsync(cancel);
        var unread = await own.Of(actor, [.. people.Keys]).Where(n => n.ReadAt == null).Take(Most + 1).CountAsync(cancel);
        return
        [
            new("在办", "/workflow/inbox/waiting", Math.Min(waiting, Most), waiting > Most), new("已办", "/workflow/inbox/handled"), new("办结", "/workflow/inbox/ended"),
            new("待阅", "/workflow/notices", Math.Min(unread, Most), unread > Most), new("关注", "/workflow/inbox/followed"),
        ];
    }

    /// <summary>Some cases of a folder, changed before <paramref name="before"/> (a revision); 0 for the newest.</summary>
    public async Task<InboxView> Run(InboxFolder folder, long before, Actor actor, CancellationToken cancel)
    {
        var (people, units) = (await own.People(actor, cancel), await organizations.Tree(cancel));
        var rows = await (await Of(folder, people, actor, cancel)).AsNoTracking().Where(c => before == 0 || c.Revision < before).OrderByDescending(c => c.Revision).Take(Size + 1).ToListAsync(cancel);
        var calendar = await deadlines.Calendar(cancel);
        return new InboxView($"{folder}", [.. rows.Take(Size).Select(c => FindCases.Row(c, units, calendar, clock.Today()))], rows.Count > Size ? rows[Size - 1].Revision : null, await Tabs(actor, cancel));
    }

    private async Task<IQueryable<Case>> Of(InboxFolder folder, IReadOnlyDictionary<long, string> people, Actor actor, CancellationToken cancel)
    {
        var (units, all) = (await organizations.Tree(cancel), people.Keys.ToList());
        var seen = CaseAccess.Visible(store.Set<Case>(), actor, units);
        return folder switch
        {
            InboxFolder.Waiting => CaseTurn.NotOf(actor, units, clock.Today(), seen.Where(c => c.ClosedAt == null)),
            InboxFolder.Handled => seen.Where(c => c.ClosedAt == null && store.Set<CaseStep>().Where(s => all.Contains(s.PersonId)).Select(s => s.CaseId).Contains(c.Id)),
            InboxFolder.Ended => seen.Where(c => c.ClosedAt != null),
            _ => seen.Where(c => store.Set<Follow>().Where(f => all.Contains(f.PersonId) && f.SubjectKind == WorkflowAudit.CaseKind).Select(f => f.SubjectId).Contains(c.Id)),
        };
    }
}
