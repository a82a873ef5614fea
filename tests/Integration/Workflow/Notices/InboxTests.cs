using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Inbox;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Notices.Reading;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow.Notices;

public sealed class InboxTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, Engines]
    public async Task A_case_goes_from_todo_to_waiting_to_handled_to_ended(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var (liaison, head, asks) = (await services.Hire("何志强", world.Provides, Roles.Liaison), await services.Hire("高峰", world.Provides, Roles.UnitHead), await services.Hire("唐磊", world.Asks, Roles.Liaison));
        Assert.Equal([InboxFolder.Waiting], await Folders(asks));
        Assert.Empty(await Folders(liaison));
        _ = (await world.Dispatch()).Value;
        // It is the provider's turn: it stands in 待办, not in 在办.
        Assert.Empty(await Folders(liaison));
        var edit = await world.Edit();
        Assert.True((await services.With<AskSupplement, Result<Done>>(a => a.Run(world.Id, edit, "编码", liaison, default))).Ok);
        Assert.Equal([InboxFolder.Waiting, InboxFolder.Handled], await Folders(liaison));
        Assert.Equal([InboxFolder.Waiting], await Folders(head));
        Assert.Empty(await Folders(asks));
        _ = (await world.Supplement()).Value;
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        Assert.True((await world.Sign()).Ok);
        Assert.Equal([InboxFolder.Ended], await Folders(liaison));
        Assert.Equal([InboxFolder.Ended], await Folders(asks));
        Assert.Empty(await Folders(await services.Hire("周", await services.Unit("示例市气象局"), Roles.Liaison)));

        async Task<List<InboxFolder>> Folders(Actor actor)
        {
            var found = new List<InboxFolder>();
            foreach (var folder in Enum.GetValues<InboxFolder>())
                if ((await services.With<FindInbox, InboxView>(f => f.Run(folder, 0, actor, default))).Rows.Count > 0) found.Add(folder);
            return found;
        }
    }

    [Theory, Engines]
    public async Task Whoever_stands_in_sees_the_inbox_of_whom_he_stands_for_and_marks_it_read_in_his_own_name(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var (liaison, deputy) = (await services.Hire("何志强", world.Provides, Roles.Liaison), await services.Hire("许严", world.Provides, Roles.Secrecy));
        _ = (await world.Dispatch()).Value;
        var edit = await world.Edit();
        Assert.True((await services.With<AskSupplement, Result<Done>>(a => a.Run(world.Id, edit, "编码", liaison, default))).Ok);
        _ = (await world.Supplement()).Value;
        Assert.Empty((await Notices(deputy)).Rows);
        await services.StandIn(liaison, deputy, Today, Today);
        // At the sign-in he gets the role too (StandInRoles).
        deputy = deputy with { Roles = new HashSet<string> { Roles.Secrecy, Roles.Liaison } };

        Assert.Equal([$"/workflow/cases/{world.Id}/answer"], (await services.Todos("需求办理", deputy)).Select(t => t.Href));
        Assert.Single((await services.With<FindInbox, InboxView>(f => f.Run(InboxFolder.Handled, 0, deputy, default))).Rows);
        var seen = await Notices(deputy);
        Assert.Equal(2, seen.Rows.Count);
        Assert.All(seen.Rows, r => Assert.Equal("何志强", r.For));
        Assert.Equal(2, (await services.With<FindInbox, IReadOnlyList<InboxTab>>(f => f.Tabs(deputy, default))).Single(t => t.Href == "/workflow/notices").Count);
        Assert.Equal((2, 2, 1), (await Unread(deputy), await Unread(liaison), await Unread(deputy, most: 1)));
        Assert.Equal(1, (await services.With<ReadNotices, Result<int>>(r => r.Run([seen.Rows[0].Id], deputy, default))).Value);
        Assert.Equal((1, 1), (await Unread(deputy), await Unread(liaison)));
        Assert.Equal(["许严"], (await services.Told(liaison)).Where(n => n.ReadAt is not null).Select(n => n.ReadBy));
        Assert.Equal(1, (await services.With<ReadNotices, Result<int>>(r => r.Run([], liaison, default))).Value);
        services.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await Notices(deputy)).Rows);

        Task<int> Unread(Actor actor, int most = 100) => services.With<OwnNotices, int>(o => o.Unread(most, actor, default));

        Task<NoticesView> Notices(Actor actor) => services.With<FindNotices, NoticesView>(f => f.Run(false, 0, 50, actor, default));
    }

    [Theory, Engines]
    public async Task A_follower_is_told_as_long_as_he_is_of_the_unit_and_sees_the_case_under_followed(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var (legal, stranger) = (await services.Hire("钱立", world.Asks, Roles.Legal), await services.Hire("周", await services.Unit("示例市气象局"), Roles.Liaison));
        Assert.Equal("workflow.case.not-found", (await Follow(stranger, true)).Faults[0].Code);
        Assert.True((await Follow(legal, true)).Ok);
        Assert.True((await Follow(legal, true)).Ok);
        _ = (await world.Dispatch()).Value;
        Assert.Equal([NoticeKind.Progress], (await services.Told(legal)).Select(n => n.Kind));
        Assert.Single((await services.With<FindInbox, InboxView>(f => f.Run(InboxFolder.Followed, 0, legal, default))).Rows);
        var elsewhere = await services.Unit("示例市统计局");
        await services.With<Store>(s => s.Execute("UPDATE organizations_people SET unit_id = @unit WHERE id = @id", default, ("unit", elsewhere), ("id", legal.PersonId)));
        _ = (await world.Missing()).Value;
        Assert.Single(await services.Told(legal));
        // Whose unit provides no longer sees it no more, and is told no more.
        var former = await services.Hire("高峰", world.Provides, Roles.Secrecy);
        Assert.True((await Follow(former, true)).Ok);
        await using (var scope = services.Scope())
        {
            foreach (var listener in scope.ServiceProvider.GetServices<IDemandListener>()) await listener.ProviderChanged([world.Id], elsewhere, Person(3, Roles.Authority), default);
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        _ = (await world.Act(CaseAct.Supplement, world.Asks, Roles.Liaison, "编码见附件")).Value;
        Assert.Empty(await services.Told(former));
        Assert.True((await Follow(legal, false)).Ok);
        Assert.Empty((await services.With<FindInbox, InboxView>(f => f.Run(InboxFolder.Followed, 0, legal, default))).Rows);

        Task<Result<Done>> Follow(Actor actor, bool follows) => services.With<FollowMatter, Result<Done>>(f => f.Run(world.Id, follows, actor, default));
    }
}
