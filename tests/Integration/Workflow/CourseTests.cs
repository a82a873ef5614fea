using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Clocks;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Renewal, suspension, stopping a service, levels above and below the city.</summary>
public sealed class CourseTests
{
    [Theory, Engines]
    public async Task A_case_passed_up_bears_the_number_of_above_and_ours_stands_still_meanwhile(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        Assert.Equal(["workflow.text.required"], (await world.Act(CaseAct.PassUp, 3, Roles.DataCentre)).Faults.Select(f => f.Code));
        Assert.True((await world.Act(CaseAct.PassUp, 3, Roles.DataCentre, number: "GJ-2026-0001")).Ok);
        var row = await world.Case();
        Assert.Equal((CaseState.PassedUp, "GJ-2026-0001"), (row.State, row.OuterNumber));
        Assert.Equal([(ClockState.Paused, 0), (ClockState.Running, -1)], (await Clocks(world)).Where(c => c.StoppedOn is null).Select(c => (c.State, c.OwnerId)));
        world.Services.Clock.Advance(TimeSpan.FromDays(7));
        Assert.True((await world.Act(CaseAct.ReturnedAbove, 3, Roles.DataCentre)).Ok);
        // Two working days from 2026-11-23, and five on which it stood still.
        Assert.Equal((CaseState.ToDispatch, new DateOnly(2026, 12, 2)), ((await world.Case()).State, (await world.Case()).DueOn!.Value));
        _ = (await world.Act(CaseAct.PassUp, 3, Roles.DataCentre, number: "GJ-2026-0002")).Value;
        Assert.True((await world.Act(CaseAct.GrantedAbove, 3, Roles.DataCentre)).Ok);
        Assert.All(await world.Services.With<Store, List<CaseAnswer>>(s => s.Set<CaseAnswer>().ToListAsync()), a => Assert.Equal(Verdict.Agree, a.Verdict));
        Assert.Single(await Clocks(world), c => c.StoppedOn is null);
    }

    [Theory, Engines]
    public async Task Use_is_renewed_by_the_provider_and_only_to_a_later_day(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        var until = (await world.Case()).UsableUntil!.Value;
        Assert.Equal("workflow.renewal.earlier", (await world.Act(CaseAct.AskRenewal, world.Asks, Roles.Liaison, day: until)).Faults[0].Code);
        Assert.True((await world.Act(CaseAct.AskRenewal, world.Asks, Roles.Liaison, day: until.AddYears(1))).Ok);
        Assert.Equal("workflow.case.not-yours", (await world.Act(CaseAct.Renew, world.Provides, Roles.Liaison)).Faults[0].Code);
        Assert.True((await world.Act(CaseAct.Renew, world.Provides, Roles.UnitHead)).Ok);
        Assert.Equal((CaseState.InUse, until.AddYears(1), null), ((await world.Case()).State, (await world.Case()).UsableUntil!.Value, (await world.Case()).AskedOn));
    }

    [Theory, Engines]
    public async Task A_service_stops_only_with_reason_talks_and_filing(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        Assert.Equal("workflow.text.required", (await world.Act(CaseAct.ProposeStop, world.Provides, Roles.UnitHead, "")).Faults[0].Code);
        _ = (await world.Act(CaseAct.ProposeStop, world.Provides, Roles.UnitHead)).Value;
        Assert.Equal("workflow.case.not-now", (await world.Act(CaseAct.FileStop, 3, Roles.Authority)).Faults[0].Code);
        _ = (await world.Act(CaseAct.AnswerTalks, world.Asks, Roles.Liaison)).Value;
        Assert.Equal("workflow.filing.stop", (await world.Act(CaseAct.FileChange, 3, Roles.Authority)).Faults[0].Code);
        Assert.True((await world.Act(CaseAct.DenyFiling, 3, Roles.Authority)).Ok);
        Assert.Equal(CaseState.InUse, (await world.Case()).State);
        _ = (await world.Act(CaseAct.ProposeStop, world.Provides, Roles.UnitHead)).Value;
        _ = (await world.Act(CaseAct.RecordTalks, world.Provides, Roles.Liaison)).Value;
        Assert.True((await world.Act(CaseAct.FileStop, 3, Roles.Authority)).Ok);
        Assert.Equal(CaseState.ToDispose, (await world.Case()).State);
    }

    [Theory, Engines]
    public async Task Sharing_ends_only_after_the_time_for_mending_or_a_mending_that_falls_short(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        var by = new DateOnly(2026, 12, 1);
        Assert.Equal("workflow.day.past", (await world.Act(CaseAct.Suspend, 3, Roles.Authority, day: new DateOnly(2026, 11, 1))).Faults[0].Code);
        _ = (await world.Act(CaseAct.Suspend, 3, Roles.Authority, day: by)).Value;
        Assert.Equal((CaseState.Suspended, by), ((await world.Case()).State, (await world.Case()).DueOn!.Value));
        Assert.Equal("workflow.terminate.early", (await world.Act(CaseAct.Terminate, world.Provides, Roles.UnitHead)).Faults[0].Code);
        _ = (await world.Act(CaseAct.Rectify, world.Asks, Roles.Liaison)).Value;
        Assert.True((await world.Act(CaseAct.Resume, world.Provides, Roles.UnitHead)).Ok);
        _ = (await world.Act(CaseAct.Suspend, world.Provides, Roles.UnitHead, day: by)).Value;
        world.Services.Clock.Advance(TimeSpan.FromDays(30));
        Assert.True((await world.Act(CaseAct.Terminate, world.Provides, Roles.UnitHead)).Ok);
        Assert.Equal(CaseState.ToDispose, (await world.Case()).State);
    }

    // 上海市数据条例 39 II: at once. From the day of discovery to the day of stopping it was late.
    [Theory, Engines]
    public async Task The_data_centre_stops_what_goes_beyond_the_necessary_at_once_and_days_between_are_late(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        world.Services.Clock.Advance(TimeSpan.FromDays(4));
        var found = new DateOnly(2026, 11, 25);
        var items = (await world.Services.DemandItems(world.Id)).ConvertAll(i => i.Id);
        Assert.Equal(["text", "since", "items"], (await world.Act(CaseAct.StopExcess, 3, Roles.DataCentre, text: "")).Faults.Select(f => f.Field));
        Assert.Equal("items", (await world.Act(CaseAct.StopExcess, 3, Roles.DataCentre, since: found, items: [items[0], 77])).Faults.Single().Field);
        Assert.Equal("workflow.since.future", (await world.Act(CaseAct.StopExcess, 3, Roles.DataCentre, since: new DateOnly(2026, 12, 10), items: items[0])).Faults[0].Code);
        Assert.Equal("workflow.since.early", (await world.Act(CaseAct.StopExcess, 3, Roles.DataCentre, since: new DateOnly(2026, 11, 1), items: items[0])).Faults[0].Code);
        Assert.Equal("workflow.case.not-yours", (await world.Act(CaseAct.StopExcess, 3, Roles.Authority, since: found, items: items[0])).Faults[0].Code);
        Assert.True((await world.Act(CaseAct.StopExcess, 3, Roles.DataCentre, since: found, items: items[0])).Ok);
        // Only the excess: the rest is used on.
        Assert.Equal((CaseState.InUse, null), ((await world.Case()).State, (await world.Case()).DueOn));
        Assert.Equal([items[1]], await world.Services.With<Store, List<long>>(s => s.Set<CaseAnswer>().Granted().Select(a => a.ItemId).ToListAsync()));
        var term = await world.Services.With<Store, Clock>(s => s.Set<Clock>().SingleAsync(c => c.CaseId == world.Id && c.Timer == "T9"));
        Assert.Equal(("shanghai-2021", Clock.Centre, found, found, new DateOnly(2026, 11, 27), ClockState.Done), (term.Profile, term.OwnerId, term.StartedOn, term.DueOn!.Value, term.StoppedOn!.Value, term.State));
        var shown = (await world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(3, Roles.DataCentre), default))).Value.Clocks[^1];
        Assert.Equal((0, "《上海市数据条例》第三十九条第二款", "大数据中心"), (shown.Days.Count, shown.Law, shown.Owner));
        Assert.Equal("items", (await world.Act(CaseAct.RestoreItems, 3, Roles.DataCentre, items: items[1])).Faults.Single().Field);
        Assert.True((await world.Act(CaseAct.RestoreItems, 3, Roles.DataCentre, items: items[0])).Ok);
        Assert.Equal(2, await world.Services.With<Store, int>(s => s.Set<CaseAnswer>().Granted().CountAsync()));
    }

    [Theory, Engines]
    public async Task A_street_asks_its_district_which_passes_on_or_answers_itself(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (district, other) = (await Unit(services, "示例市东岸区人民政府", OrganizationKind.District), await Unit(services, "示例市西岭区人民政府", OrganizationKind.District));
        var street = await Unit(services, "示例市东岸区梧桐街道办事处", OrganizationKind.Subdistrict, "示例市东岸区人民政府");
        var first = await services.Drafted(street, DemandWorld.Complete);
        _ = (await services.Submit(first, street, role: Roles.UnitHead)).Value;
        Assert.Equal((DemandState.AtDistrict, CaseState.AtDistrict), ((await services.Demand(first)).State, await State(services, first)));
        Assert.Equal("lists.demand.not-now", (await services.Check(first)).Faults[0].Code);
        Assert.False((await services.Pass(first, other, Roles.Liaison)).Ok);
        Assert.True((await services.Pass(first, district, Roles.Liaison)).Ok);
        Assert.Equal(CaseState.InCheck, await State(services, first));
        Assert.True((await services.Check(first, agrees: false, opinion: "请写明事项")).Ok);
        Assert.Equal(CaseState.Returned, await State(services, first));
        _ = (await services.Submit(first, street, role: Roles.UnitHead)).Value;
        Assert.Equal(CaseState.AtDistrict, await State(services, first));

        var second = await services.Drafted(street, DemandWorld.Complete);
        _ = (await services.Submit(second, street, role: Roles.UnitHead)).Value;
        Assert.Equal("lists.demand.not-yours", (await services.Pass(second, district, Roles.Liaison, take: true)).Faults[0].Code);
        Assert.True((await services.Pass(second, district, Roles.UnitHead, take: true)).Ok);
        Assert.Equal((DemandState.Listed, CaseState.ToAnswer), ((await services.Demand(second)).State, await State(services, second)));
        Assert.Equal(district, (await services.Demand(second)).ProviderId);
    }

    private static async Task<long> Unit(TestServices services, string name, OrganizationKind kind, string parent = "") => (await services.With<CreateOrganization, Result<long>>(c => c.Run(
        new OrganizationDraft { Name = name, ShortName = name, Kind = $"{kind}", Level = kind == OrganizationKind.Subdistrict ? nameof(OrganizationLevel.Street) : nameof(OrganizationLevel.District), District = "东岸区", Parent = parent }, Actor.System, default))).Value;

    private static Task<CaseState> State(TestServices services, long id) => services.With<Store, CaseState>(s => s.Set<Case>().AsNoTracking().Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private static Task<List<Clock>> Clocks(CaseWorld world) => world.Services.With<Store, List<Clock>>(s => s.Set<Clock>().AsNoTracking().Where(c => c.CaseId == world.Id).OrderBy(c => c.Id).ToListAsync());
}
