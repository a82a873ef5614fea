using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Grants.Viewing;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Contracts;
using Qingdan.Workflow.Notices;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>A grant follows its case; what the data centre has suspended, it lifts itself.</summary>
public sealed class FollowedGrantTests
{
    [Theory, Engines]
    public async Task What_the_data_centre_suspended_does_not_go_on_with_the_case(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        Assert.True((await world.Suspend("超范围调用")).Ok);
        await world.Suspends("限期整改");
        Assert.Equal((GrantState.Suspended, SuspendedBy.Both, "限期整改；超范围调用"), Stand(await world.Grant()));
        await world.Grants();
        Assert.Equal((GrantState.Suspended, SuspendedBy.Platform, "超范围调用"), Stand(await world.Grant()));
        Assert.True((await world.Resume()).Ok);
        Assert.Equal((GrantState.Active, SuspendedBy.Nobody, ""), Stand(await world.Grant()));
    }

    [Theory, Engines]
    public async Task What_the_case_suspended_does_not_go_on_with_the_data_centre(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        await world.Suspends("限期整改");
        Assert.Equal("exchange.grant.by-case", (await world.Resume()).Faults[0].Code);
        Assert.True((await world.Suspend("超范围调用")).Ok);
        Assert.Equal("exchange.grant.not-now", (await world.Suspend("再停一次")).Faults[0].Code);
        var both = await Shown(world);
        Assert.Equal((true, true, false, true), (both.ByCase, both.ByPlatform, both.MaySuspend, both.MayResume));
        Assert.True((await world.Resume()).Ok);
        Assert.Equal((GrantState.Suspended, SuspendedBy.Case, "限期整改"), Stand(await world.Grant()));
        var one = await Shown(world);
        Assert.Equal((true, false, true, false), (one.ByCase, one.ByPlatform, one.MaySuspend, one.MayResume));
        await world.Grants();
        Assert.Equal((GrantState.Active, SuspendedBy.Nobody, ""), Stand(await world.Grant()));
        Assert.Equal("exchange.grant.not-now", (await world.Resume()).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task The_unit_that_uses_a_grant_is_told_why_it_is_suspended_goes_on_or_is_limited(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        Assert.True((await world.Suspend("夜间大量调用")).Ok);
        await Told(world, "夜间大量调用");
        await world.Suspends("限期整改");
        Assert.True((await world.Resume("已经说明")).Ok);
        Assert.Contains("随需求办理的暂停还在", (await Told(world, "已经说明")).Text, StringComparison.Ordinal);
        await world.Grants();
        Assert.True((await world.Limit(500, 5, "")).Faults is [{ Field: "why" }]);
        Assert.True((await world.Limit(500, 0, "按实际用量")).Ok);
        Assert.Contains("\"500\"", (await Told(world, "按实际用量")).Args, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task What_a_settlement_dropped_is_granted_again_when_the_case_grants_it_again(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        var items = (await world.Grant()).Items;
        await world.Grants(null);
        Assert.Equal((GrantState.Ended, SuspendedBy.Nobody, "按答复"), Stand(await world.Grant()));
        await world.Grants();
        var again = await world.Grant();
        Assert.Equal((GrantState.Active, SuspendedBy.Nobody, ""), Stand(again));
        Assert.Equal(items, again.Items);
        Assert.Equal("重新授权", (await Shown(world)).Steps[^1].Act);
    }

    [Theory, Engines]
    public async Task A_grant_that_became_a_verification_becomes_plain_again(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        await world.Grants(GrantedWay.Verify);
        Assert.Equal([(false, GrantState.Ended), (true, GrantState.Active)], (await world.All()).Select(g => (g.Verifies, g.State)));
        await world.Grants();
        Assert.Equal([(false, GrantState.Active), (true, GrantState.Ended)], (await world.All()).Select(g => (g.Verifies, g.State)));
    }

    [Theory, Engines]
    public async Task Granted_again_it_stays_suspended_by_the_data_centre(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        Assert.True((await world.Suspend("超范围调用")).Ok);
        await world.Grants(null);
        Assert.False((await Shown(world)) is { ByPlatform: true } or { MayResume: true });
        await world.Grants();
        Assert.Equal((GrantState.Suspended, SuspendedBy.Platform, "超范围调用"), Stand(await world.Grant()));
    }

    [Theory, Engines]
    public async Task The_page_says_who_suspends_and_why(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var grant = await store.Set<Grant>().Where(g => g.State == GrantState.Active).OrderBy(g => g.Id).FirstAsync();
        grant.Suspend(SuspendedBy.Platform, "夜间大量调用");
        grant.Suspend(SuspendedBy.Case, "限期整改");
        await store.SaveChangesAsync();
        app.Person = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);
        var page = await app.Http.GetStringAsync($"/exchange/grants/{grant.Id}");
        Assert.Contains("大数据中心暂停：夜间大量调用", page, StringComparison.Ordinal);
        Assert.Contains("随需求办理暂停：限期整改", page, StringComparison.Ordinal);
        Assert.Contains($"/exchange/grants/{grant.Id}/resume", page, StringComparison.Ordinal);
    }

    // All of them go to people of the unit that uses it.
    private static async Task<Notice> Told(FollowedCase world, string why)
    {
        var grant = await world.Grant();
        var notices = await world.Services.With<Store, List<Notice>>(s => s.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == grant.Id).OrderBy(n => n.Id).ToListAsync());
        var people = await world.Services.With<Store, List<long>>(s => s.Set<Person>().AsNoTracking().Where(p => p.UnitId == grant.UnitId).Select(p => p.Id).ToListAsync());
        Assert.Empty(notices.Select(n => n.PersonId).Except(people));
        Assert.Contains(why, notices[^1].Args, StringComparison.Ordinal);
        Assert.Equal($"/exchange/grants/{grant.Id}", notices[^1].Href);
        return notices[^1];
    }

    private static (GrantState State, SuspendedBy By, string Reason) Stand(Grant grant) => (grant.State, grant.SuspendedBy, grant.Reason);

    private static async Task<GrantView> Shown(FollowedCase world)
    {
        var id = (await world.Grant()).Id;
        return (await world.Services.With<FindGrants, Result<GrantView>>(f => f.One(id, TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre), default))).Value;
    }
}
