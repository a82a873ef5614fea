using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class NegativeRulingTests
{
    private static readonly NegativeRuling Agree = new(NegativeAct.Agree, "");

    [Theory, Engines]
    public async Task What_the_authority_agrees_to_comes_into_force_with_its_number_and_a_day_of_review(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var id = await services.Signed(unit);
        Assert.Equal(1, (await services.Decide(Agree, id)).Value);
        var row = await services.Negative(id);
        Assert.Equal((NegativeState.InForce, "", new DateOnly(2027, 11, 23)), (row.State, row.Step, row.ReviewOn));
        Assert.Matches("^FM-00999011.-000001$", row.Number);
        Assert.Equal("authority", (await services.With<SignOffBook, List<SignOff>>(b => b.Of("lists.negative", id, default)))[^1].Step);
    }

    [Theory, Engines]
    public async Task Only_the_authority_rules_and_only_when_it_is_its_turn(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        Assert.Equal("lists.negative.not-now", await Fault(services.Decide(Agree, id)));
        Assert.Equal("lists.negative.not-yours", await Fault(services.With<DecideNegatives, Result<int>>(d => d.Run([id], Agree, Person(unit, Roles.UnitHead), default))));
        Assert.Equal("lists.negative.not-found", await Fault(services.Decide(Agree, 5)));
    }

    [Theory, Engines]
    public async Task Narrowed_to_some_items_the_others_leave_the_entry(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var id = await services.Signed(await services.Unit("示例市统计局"));
        var items = await services.NegativeItems(id);
        Assert.Equal("lists.negative.narrow.items", await Fault(services.Decide(new(NegativeAct.Narrow, "收窄", Keep: [.. items.Select(i => i.Id)]), id)));
        Assert.True((await services.Decide(new(NegativeAct.Narrow, "街镇代码不能识别企业", Keep: [items[0].Id, items[1].Id]), id)).Ok);
        Assert.Equal(["企业名称", "主营业务收入"], (await services.NegativeItems(id)).Select(i => i.Name));
    }

    [Theory, Engines]
    public async Task A_refused_entry_is_not_listed_and_a_returned_one_goes_back(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var (refused, returned) = (await services.Signed(unit), await services.Signed(unit));
        Assert.Equal("sign-off.opinion.required", await Fault(services.Decide(new(NegativeAct.Refuse, ""), refused)));
        Assert.True((await services.Decide(new(NegativeAct.Refuse, "转为有条件共享：限统计分析"), refused)).Ok);
        Assert.True((await services.Decide(new(NegativeAct.Return, "请补法制意见"), returned)).Ok);
        Assert.Equal((NegativeState.Rejected, NegativeState.Returned), ((await services.Negative(refused)).State, (await services.Negative(returned)).State));
    }

    [Theory, Engines]
    public async Task A_meeting_settles_several_at_once_or_none(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var (first, second) = (await services.Signed(unit), await services.Signed(unit, Banned with { Name = "另一份", Ban = "Undecided" }));
        var refused = (await services.Decide(Agree with { Minutes = "示数办纪〔2026〕9 号" }, first, second)).Faults;
        Assert.Equal(["lists.negative.ban.required"], refused.Select(f => f.Code));
        Assert.Contains("另一份", refused[0].Args);
        Assert.Equal(NegativeState.InRoute, (await services.Negative(first)).State);
        Assert.Equal(2, (await services.Decide(new(NegativeAct.Agree, "", "示数办纪〔2026〕9 号", Ban: BanKind.Express), first, second)).Value);
        var decision = await services.With<Store, Decision>(s => s.Set<Decision>().SingleAsync());
        Assert.Equal((2L, "示数办纪〔2026〕9 号"), (decision.RowCount, decision.DocumentNumber));
        Assert.Contains("示数办纪〔2026〕9 号", (await services.With<SignOffBook, List<SignOff>>(b => b.Of("lists.negative", second, default)))[^1].Opinion);
        Assert.Equal(["000001", "000002"], new[] { await services.Negative(first), await services.Negative(second) }.Select(n => n.Number![^6..]));
    }

    [Theory, Engines]
    public async Task A_basis_repealed_on_the_way_is_stopped_by_the_authority(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var id = await services.Signed(await services.Unit("示例市统计局"));
        await services.With<Store>(s => s.Set<Negative>().ExecuteUpdateAsync(u => u.SetProperty(n => n.BasisState, BasisState.Repealed)));
        Assert.Equal("lists.negative.basis.repealed", await Fault(services.Decide(Agree, id)));
    }

    [Theory, Engines]
    public async Task Only_the_authority_takes_an_entry_off_the_list(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Signed(unit);
        await services.Decide(Agree, id);
        Assert.Equal("lists.negative.not-yours", await Fault(services.With<DropNegative, Result<Done>>(d => d.Run(id, "法律修改", Person(unit, Roles.Liaison), default))));
        Assert.True((await services.With<DropNegative, Result<Done>>(d => d.Run(id, "法律修改", Authority, default))).Ok);
        Assert.Equal(NegativeState.Removed, (await services.Negative(id)).State);
    }

    [Theory, Engines]
    public async Task What_is_not_in_force_is_seen_by_its_own_unit_and_the_city_only(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市统计局"), await services.Unit("示例市税务局"));
        await services.Proposed(unit);
        await services.Decide(Agree, await services.Signed(unit));
        Assert.Equal((1, 1), await Seen(Person(unit, Roles.Liaison)));
        Assert.Equal((0, 1), await Seen(Person(other, Roles.Liaison)));
        Assert.Equal((1, 1), await Seen(Authority));

        async Task<(int, int)> Seen(Platform.Identity.Actor actor) => (await Count(NegativeState.Candidate, actor), await Count(NegativeState.InForce, actor));

        async Task<int> Count(NegativeState state, Platform.Identity.Actor actor) =>
            (await services.With<FindNegatives, NegativeListView>(f => f.Page(new NegativeFilter(state, "单户", null, null, null), 1, actor, default))).Rows.Count;
    }
}
