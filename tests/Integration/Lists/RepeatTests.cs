using CsCheck;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>R19: demands that repeat, kept as they are saved.</summary>
public sealed class RepeatTests
{
    [Theory, Engines]
    public async Task A_unit_that_asks_twice_is_told_until_one_is_withdrawn(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委", "00999047");
        var (first, second) = (await services.Drafted(unit), await services.Drafted(unit, Complete with { Name = "点位", Items = [new(0, 0, "经纬度"), new(0, 0, "点位 编号"), new(0, 0, "朝向")] }));
        var pair = Assert.Single(await Pairs(services, unit));
        Assert.Equal((RepeatKind.Repeat, RepeatState.Open, 2, 2, first, second, false), (pair.Kind, pair.State, pair.Common, pair.Of, pair.First.Id, pair.Second.Id, pair.MayDecide));
        Assert.Equal(["点位编号", "经纬度"], pair.Items);
        // A draft is its unit's own: neither found as an issue nor seen by others.
        Assert.Empty(await Findings(services));
        Assert.Empty(await Pairs(services, 0, Roles.DataCentre));
        foreach (var id in new[] { first, second }) Assert.True((await services.Submit(id, unit)).Ok);
        Assert.Equal([$"/lists/demands/{second}"], await Findings(services));
        Assert.Single(await Pairs(services, 0, Roles.DataCentre));
        Assert.Equal(second, Assert.Single((await services.With<ShowDemand, Result<DemandView>>(s => s.Run(first, false, Person(unit, Roles.Liaison), default))).Value.Beside).Other.Id);
        Assert.True((await services.With<WithdrawDemand, Result<Done>>(w => w.Run(first, "重复了", Person(unit, Roles.Liaison), default))).Ok);
        Assert.Empty(await Findings(services));
        Assert.Empty(await Pairs(services, unit));
    }

    [Theory, Engines]
    public async Task What_two_units_want_alike_is_answered_together(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (one, other) = (await services.Unit("示例市住建委", "00999047"), await services.Unit("示例市民政局", "00999012"));
        var (first, second) = (await services.Drafted(one), await services.Drafted(other, Complete with { Scenario = "社区养老服务布点" }));
        foreach (var (id, unit) in new[] { (first, one), (second, other) })
        {
            Assert.True((await services.Submit(id, unit, Sheet)).Ok);
            // Only what is in the demand list is seen by the other unit.
            Assert.Empty(await Pairs(services, one));
            Assert.True((await services.Check(id)).Ok);
        }
        Assert.Equal(RepeatKind.Alike, Assert.Single(await Pairs(services, one)).Kind);
        Assert.Empty(await Findings(services));
        var pair = Assert.Single(await Pairs(services, 0, Roles.DataCentre));
        Assert.True(pair.MayDecide);
        Assert.Equal("lists.demand.not-yours", await Fault(services.With<DecideRepeat, Result<Done>>(d => d.Run(pair.Id, true, "", Person(one, Roles.Liaison), default))));
        Assert.True((await Decide(services, pair.Id, true, "")).Ok);
        Assert.Equal("lists.repeat.decided", await Fault(Decide(services, pair.Id, true, "")));
        Assert.Equal("lists.repeat.not-found", await Fault(Decide(services, 77, true, "")));
        var beside = Assert.Single(await services.With<FindRepeats, IReadOnlyList<RepeatBeside>>(f => f.Of(second, Person(other, Roles.Liaison), default)));
        Assert.Equal((true, first), (beside.Together, beside.Other.Id));
        Assert.Equal(1, (await Page(services, RepeatState.Joined, 0, Roles.DataCentre)).Total);
    }

    [Theory, Engines]
    public async Task What_was_told_apart_stays_so_until_one_wants_something_else(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委", "00999047");
        var (first, second) = (await services.Drafted(unit), await services.Drafted(unit));
        foreach (var id in new[] { first, second }) Assert.True((await services.Submit(id, unit, Sheet)).Ok);
        var pair = Assert.Single(await Pairs(services, 0, Roles.DataCentre)).Id;
        Assert.Equal("lists.repeat.why.required", await Fault(Decide(services, pair, false, " ")));
        Assert.Equal("lists.repeat.why.too-long", await Fault(Decide(services, pair, false, new string('长', 501))));
        Assert.True((await Decide(services, pair, false, "一件用于汛期，一件用于日常")).Ok);
        Assert.Empty(await Findings(services));
        Assert.True((await services.Check(second, false, "请写清范围")).Ok);
        Assert.True((await Save(services, second, unit, Complete with { Scope = "防汛处、值班室" })).Ok);
        Assert.Equal(1, (await Page(services, RepeatState.Rejected, unit)).Total);
        Assert.True((await Save(services, second, unit, Complete with { Items = [.. Complete.Items, new(0, 0, "朝向")] })).Ok);
        Assert.Equal(0, (await Page(services, RepeatState.Rejected, unit)).Total);
        Assert.Single(await Pairs(services, unit));
    }

    // Without a bound two thousand demands for one resource are two million pairs.
    [Theory, Engines]
    public async Task What_all_units_want_is_compared_with_the_latest_of_others_and_all_of_the_own(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市住建委"), await services.Unit("示例市民政局"));
        var own = await services.Drafted(unit, Complete with { Scenario = "" });
        var first = await services.Drafted(other, Complete with { Scenario = "" });
        await services.With<Store>(async store =>
        {
            var item = await store.Set<DemandItem>().AsNoTracking().Where(i => i.DemandId == first).ToListAsync();
            for (var i = 1; i <= KeepRepeats.MostOthers; i++)
            {
                store.Add(new Demand { Id = first + i, UnitId = other, Name = "同样的", State = DemandState.InCheck });
                store.AddRange(item.Select((w, n) => new DemandItem { Id = first + 1000 + (i * 10) + n, DemandId = first + i, Name = w.Name }));
                store.AddRange((await store.Set<DemandKey>().AsNoTracking().Where(k => k.DemandId == first).ToListAsync()).Select(k => new DemandKey { DemandId = first + i, Value = k.Value }));
            }
            await store.SaveChangesAsync();
        });
        services.Clock.Advance(TimeSpan.FromSeconds(10));
        var last = await services.Drafted(unit, Complete with { Scenario = "" });
        var paired = await Paired();
        Assert.Equal((KeepRepeats.MostOthers + 1, true, false), (paired.Count, paired.Contains(own), paired.Contains(first)));
        // Looked at again when others have come, it keeps the pairs that it has.
        await services.Drafted(other, Complete with { Scenario = "" });
        Assert.True((await Save(services, last, unit, Complete with { Scenario = "", Note = "改了备注" })).Ok);
        Assert.Equal(MostAnd(2), (await Paired()).Count);

        static int MostAnd(int more) => KeepRepeats.MostOthers + more;

        Task<HashSet<long>> Paired() => services.With<Store, HashSet<long>>(async s => [.. await s.Set<DemandRepeat>().Where(r => r.FirstId == last || r.SecondId == last).Select(r => r.FirstId == last ? r.SecondId : r.FirstId).ToListAsync()]);
    }

    [Theory, Engines]
    public async Task While_it_is_typed_the_unit_is_told_what_it_has_asked_for(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市住建委"), await services.Unit("示例市民政局"));
        var id = await services.Drafted(unit);
        Assert.Equal(id, Assert.Single(await Typed(unit, Complete)).Other.Id);
        Assert.Empty(await Typed(other, Complete));
        Assert.Empty(await Typed(unit, Complete with { Scenario = "城市照明设施巡检养护派单" }));
        Task<IReadOnlyList<RepeatBeside>> Typed(long by, DemandInput input) => services.With<FindRepeats, IReadOnlyList<RepeatBeside>>(f => f.Typed(0, input, Person(by, Roles.Liaison), default));
    }

    [Theory, Engines]
    public async Task Demands_of_earlier_are_compared_at_the_next_look(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        await services.Drafted(unit);
        await services.Drafted(unit);
        await services.With<Store>(async store => { await store.Execute("DELETE FROM lists_demand_keys", default); await store.Execute("DELETE FROM lists_demand_repeats", default); });
        foreach (var _ in new[] { 1, 2 }) await services.With<IEnumerable<IRegularWork>>(all => all.OfType<CompareEarlier>().Single().Run(default));
        Assert.Single(await Pairs(services, unit));
    }

    // Twelve steps of any history, on one store: each begins where the last one ended.
    [Theory, Engines]
    public async Task Kept_step_by_step_the_pairs_are_those_of_comparing_all(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        long[] units = [await services.Unit("示例市住建委"), await services.Unit("示例市民政局"), await services.Unit("示例市水务局")];
        string[] names = ["点位编号", "经纬度", "朝向", "建成日期"];
        var demands = new List<(long Id, long Unit)>();
        var input = Gen.Select(Gen.Int[0, 3].List[1, 4], Gen.Int[0, 2], Gen.Int[0, 2].Select(i => new[] { "防汛调度时查看点位", "城市照明设施巡检", "" }[i])).Select((wanted, provider, scenario) =>
            Complete with { ProviderId = provider == 0 ? 0 : units[provider], Scenario = scenario, Items = [.. wanted.Distinct().Select(n => new DemandItemInput(0, 0, names[n]))] });
        await Gen.Select(Gen.Int[0, 5], Gen.Int[0, 99], input).List[12].SampleAsync(async steps =>
        {
            foreach (var (act, which, said) in steps)
            {
                if (act < 3 || demands.Count == 0)
                {
                    var unit = units[which % 2];
                    demands.Add((await services.Drafted(unit, said), unit));
                }
                else if (act < 5) await Save(services, demands[which % demands.Count].Id, demands[which % demands.Count].Unit, said);
                else
                {
                    var gone = demands[which % demands.Count];
                    Assert.True((await services.With<WithdrawDemand, Result<Done>>(w => w.Run(gone.Id, "不要了", Person(gone.Unit, Roles.Liaison), default))).Ok);
                    demands.Remove(gone);
                }
            }
            await services.With<Store>(async store =>
            {
                var items = (await store.Set<DemandItem>().AsNoTracking().ToListAsync()).ToLookup(i => i.DemandId);
                var all = (await store.Set<Demand>().AsNoTracking().Where(d => d.State != DemandState.Withdrawn).OrderBy(d => d.Id).ToListAsync()).ConvertAll(d => WantedThings.Of(d, items[d.Id]));
                var anew = all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (A: a.DemandId, B: b.DemandId, Like: DemandLikeness.Of(a, b)))).Where(p => p.Like is not null).Select(p => (p.A, p.B, p.Like!.Common, p.Like.Of, p.Like.SameScenario)).Order();
                var kept = (await store.Set<DemandRepeat>().AsNoTracking().ToListAsync()).Select(r => (r.FirstId, r.SecondId, r.Common, r.Smaller, r.SameScenario)).Order();
                Assert.Equal(anew, kept);
            });
        }, iter: 6, threads: 1);
    }

    private static Task<Result<Done>> Decide(TestServices services, long pair, bool together, string why) =>
        services.With<DecideRepeat, Result<Done>>(d => d.Run(pair, together, why, Person(3, Roles.DataCentre), default));

    private static async Task<Result<Done>> Save(TestServices services, long id, long unit, DemandInput input)
    {
        var edit = (await services.Demand(id)).Edit;
        return await services.With<SaveDemand, Result<Done>>(s => s.Update(id, edit, input, Person(unit, Roles.Liaison), default));
    }

    private static async Task<IReadOnlyList<RepeatView>> Pairs(TestServices services, long unit, string role = Roles.Liaison) => (await Page(services, RepeatState.Open, unit, role)).Pairs;

    private static Task<RepeatList> Page(TestServices services, RepeatState state, long unit, string role = Roles.Liaison) =>
        services.With<FindRepeats, RepeatList>(f => f.Page(new RepeatFilter(state, null, 0), 1, Person(unit, role), default));

    private static Task<List<string>> Findings(TestServices services) => services.With<Store, List<string>>(s => s.Query("SELECT place FROM records_findings WHERE code = 'R19' ORDER BY place", r => r.GetString(0), default));
}
