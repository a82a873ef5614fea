using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow.Notices;

/// <summary>Terms that end soon or have run out are told of, step by step, each once.</summary>
public sealed class WatchTests
{
    [Theory, Engines]
    public async Task The_owner_is_told_two_days_before_and_when_late_and_the_authority_three_days_late_each_once(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        _ = (await world.Dispatch()).Value;
        var (liaison, asks) = (await services.Hire("何志强", world.Provides, Roles.Liaison), await services.Hire("唐磊", world.Asks, Roles.Liaison));
        var authority = await services.Hire("李卫东", await services.Unit("示例市政府办公厅"), Roles.Authority);
        // Due on Monday, 14 December: two working days before are Thursday the 10th.
        await At(9);
        Assert.Empty(await services.Told(liaison));
        await At(10);
        Assert.Equal([NoticeKind.DueSoon], (await services.Told(liaison)).Select(n => n.Kind));
        Assert.Contains("[\"视频监控点位\",2,", (await services.Told(liaison))[0].Args, StringComparison.Ordinal);
        await At(14);
        Assert.Single(await services.Told(liaison));
        await At(15);
        Assert.Equal([NoticeKind.DueSoon, NoticeKind.Overdue], (await services.Told(liaison)).Select(n => n.Kind));
        Assert.Empty(await services.Told(authority));
        await At(17);
        Assert.Equal([(NoticeKind.Overdue, true)], (await services.Told(authority)).Select(n => (n.Kind, n.Urgent)));
        await At(30);
        Assert.Equal(2, (await services.Told(liaison)).Count);
        Assert.Single(await services.Told(authority));
        Assert.Empty(await services.Told(asks));

        // Twice an hour says nothing twice.
        async Task At(int december)
        {
            services.Clock.SetUtcNow(new DateTimeOffset(2026, 12, december, 4, 0, 0, TimeSpan.Zero));
            await services.With<WatchTerms>(w => w.Run(default));
            await services.With<WatchTerms>(w => w.Run(default));
        }
    }

    [Theory, Engines]
    public async Task A_term_that_moves_is_warned_of_again(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var liaison = await world.Services.Hire("何志强", world.Provides, Roles.Liaison);
        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 4, 0, 0, TimeSpan.Zero));
        await world.Services.With<WatchTerms>(w => w.Run(default));
        await world.Services.With<Store>(s => s.Execute("UPDATE workflow_clocks SET due_on = '2026-12-16' WHERE state = 'Running'", default));
        await world.Services.With<WatchTerms>(w => w.Run(default));
        Assert.Equal([NoticeKind.DueSoon, NoticeKind.DueSoon], (await world.Services.Told(liaison)).Select(n => n.Kind));
    }

    [Theory, Engines]
    public async Task The_data_centre_is_told_of_its_own_term(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var centre = await world.Services.Hire("陈思远", await world.Services.Unit("示例市大数据中心"), Roles.DataCentre);
        await world.Services.With<WatchTerms>(w => w.Run(default));
        Assert.Equal([NoticeKind.DueSoon], (await world.Services.Told(centre)).Select(n => n.Kind));
    }
}
