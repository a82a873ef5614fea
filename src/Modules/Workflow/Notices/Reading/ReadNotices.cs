using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Notices.Reading;

/// <summary>Marks notices as read; who does it for another is named. Doing it twice changes nothing. What was read waits for no mail.</summary>
internal sealed class ReadNotices(OwnNotices own, TimeProvider clock)
{
    /// <summary>These, or all when none is named; returns how many were unread.</summary>
    public async Task<Result<int>> Run(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancel)
    {
        var people = await own.People(actor, cancel);
        var unread = own.Of(actor, [.. people.Keys]).Where(n => n.ReadAt == null && (ids.Count == 0 || ids.Contains(n.Id)));
        var (me, name, now) = (actor.PersonId, actor.Name, clock.GetUtcNow());
        return await unread.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now).SetProperty(n => n.ReadBy, n => n.PersonId == me ? "" : name).SetProperty(n => n.Mail, n => n.Mail == MailState.Waiting ? MailState.None : n.Mail), cancel);
    }
}
