using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>
/// 到期提醒: the end of a grant is announced a month and a week before, and once it is over: then the use is to be prolonged, or the data are to be disposed of (政务数据共享条例 27 I). Both is done in the case.
/// </summary>
internal sealed class AnnounceEnds(Store store, UnitNotices notices, TimeProvider clock) : IRegularWork
{
    private const int Month = 30, Week = 7, Slice = 500;

    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today();
        var (from, to) = (today.AddDays(-Week), today.AddDays(Month));
        for (var last = 0L; ;)
        {
            var ending = await store.Set<Grant>().Where(g => g.EndsOn >= from && g.EndsOn <= to && g.State != GrantState.Ended && g.Id > last).OrderBy(g => g.Id).Take(Slice).ToListAsync(cancel);
            if (ending.Count == 0) return;
            last = ending[^1].Id;
            foreach (var grant in ending.Where(g => g.AnnouncedOn is not { } told || told < Stage(g.EndsOn!.Value, today))) await Tell(grant, today, cancel);
            await store.SaveChangesAsync(cancel);
            store.ChangeTracker.Clear();
        }
    }

    // The day from which on what is said today is said.
    private static DateOnly Stage(DateOnly end, DateOnly today) => today > end ? end.AddDays(1) : today >= end.AddDays(-Week) ? end.AddDays(-Week) : end.AddDays(-Month);

    private async Task Tell(Grant grant, DateOnly today, CancellationToken cancel)
    {
        var end = grant.EndsOn!.Value;
        // No touch: nothing of what the grant lets through has changed.
        grant.AnnouncedOn = today;
        await notices.DueSoon(
            GrantAudit.Of(grant), [grant.UnitId], today > end ? "“{0}”的共享授权（{1}）{2} 已到期，不再放行。还需要的请申请续期，不再需要的请登记处置情况。" : "“{0}”的共享授权（{1}）{2} 到期。还需要的请申请续期。",
            $"/workflow/cases/{grant.CaseId}", cancel, grant.Resource, grant.Number, Shown.Day(end));
    }
}
