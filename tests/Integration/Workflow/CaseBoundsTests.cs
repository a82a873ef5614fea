using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Proofs;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>What must not get in by a side door of the course.</summary>
public sealed class CaseBoundsTests
{
    private static readonly DateOnly Later = new(2026, 12, 31);

    [Theory, Engines]
    public async Task What_was_supplied_cannot_be_withdrawn_though_a_dispute_grants_more_of_it(Engine engine)
    {
        await using var world = await InDispute(engine);
        var item = (await world.Services.DemandItems(world.Id))[1].Id;
        _ = (await Move(world, DisputeAct.Agree, world.Provides, Roles.UnitHead, new() { [item] = Verdict.Mask })).Value;
        Assert.Equal(CaseState.ToSupplyMore, (await world.Case()).State);
        Assert.Contains(world.Id, await world.Services.With<IUsedDemands, IReadOnlySet<long>>(u => u.Since(DateTimeOffset.MaxValue, default)));
        Assert.Equal("workflow.case.withdraw.in-use", (await world.Services.With<WithdrawDemand, Result<Done>>(w => w.Run(world.Id, "不要了", Person(world.Asks, Roles.Liaison), default))).Faults.Single().Code);
        _ = (await world.Supply()).Value;
        Assert.Equal(CaseState.InUse, (await world.Case()).State);
    }

    [Theory, Engines]
    public async Task A_draft_is_seen_by_nobody_else_though_it_was_sent_back_or_withdrawn(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Refuse, "内部掌握", "反恐怖主义法", "第一条")).Value;
        _ = (await world.Sign(agrees: false)).Value;
        foreach (var unit in new[] { world.Asks, 3 })
        {
            var view = await View(world, unit, unit == 3 ? Roles.Authority : Roles.Liaison);
            Assert.All(view.Items, i => Assert.Equal(("", "", ""), (i.Verdict, i.Reason, i.Basis)));
            Assert.All(view.Steps.Where(s => s.Code is "Answer" or "ReturnDraft"), s => Assert.True(s is { Note: "", SignOff: null }));
        }
        Assert.Equal("请补依据", (await View(world, world.Provides, Roles.Liaison)).Steps.Single(s => s.Code == "ReturnDraft").SignOff!.Opinion);
        _ = (await world.Services.With<WithdrawDemand, Result<Done>>(w => w.Run(world.Id, "不要了", Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.All((await View(world, world.Asks, Roles.Liaison)).Items, i => Assert.Equal("", i.Reason));
    }

    [Theory, Engines]
    public async Task What_never_came_to_the_provider_it_does_not_see(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Services.With<WithdrawDemand, Result<Done>>(w => w.Run(world.Id, "不要了", Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.Equal("workflow.case.not-found", (await world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(world.Provides, Roles.Liaison), default))).Faults.Single().Code);
        Assert.Empty((await world.Services.With<FindCases, CaseListView>(f => f.Page(new CaseFilter(CaseFilter.All, null, null, null), 1, Person(world.Provides, Roles.Liaison), default))).Rows);
    }

    [Theory, Engines]
    public async Task Data_can_be_stopped_and_ended_at_any_time_and_the_day_to_mend_by_is_a_term(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        _ = (await world.Act(CaseAct.AskRenewal, world.Asks, Roles.Liaison, day: new DateOnly(2029, 12, 31))).Value;
        _ = (await world.Act(CaseAct.Suspend, 3, Roles.Authority, day: Later)).Value;
        var term = (await Clocks(world)).Single(c => c.State == ClockState.Running);
        Assert.Equal(("P15", world.Asks, (DateOnly?)Later), (term.Timer, term.OwnerId, term.DueOn));
        Assert.Equal(Later, (await world.Case()).DueOn);
        _ = (await world.Act(CaseAct.Rectify, world.Asks, Roles.Liaison)).Value;
        _ = (await world.Act(CaseAct.Resume, world.Provides, Roles.UnitHead)).Value;
        _ = (await world.Act(CaseAct.ProposeStop, world.Provides, Roles.UnitHead)).Value;
        _ = (await world.End()).Value;
        Assert.Equal(CaseState.ToDispose, (await world.Case()).State);
    }

    [Theory, Engines]
    public async Task A_new_provider_takes_over_terms_and_disputes(Engine engine)
    {
        await using var world = await InDispute(engine);
        var next = await world.Services.Unit("示例市数据局", "00999077");
        await using (var scope = world.Services.Scope())
        {
            foreach (var listener in scope.ServiceProvider.GetServices<IDemandListener>()) await listener.ProviderChanged([world.Id], next, Person(3, Roles.Authority), default);
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        Assert.Equal(next, (await Dispute(world)).ProviderId);
        Assert.Equal([next], (await world.Services.With<Store, List<long>>(s => s.Set<Clock>().Where(c => c.State == ClockState.Running).Select(c => c.OwnerId).ToListAsync())));
        Assert.Equal("workflow.dispute.not-found", (await Move(world, DisputeAct.Agree, world.Provides, Roles.UnitHead)).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task Time_is_asked_for_before_the_last_day_decided_while_the_requester_completes_and_each_word_is_a_step(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var world = await InCatalog(services);
        _ = (await world.Dispatch()).Value;
        _ = (await Extension(world)).Value;
        _ = (await world.Missing()).Value;
        _ = (await Decide(world, true, "涉及面广，同意")).Value;
        _ = (await world.Supplement()).Value;
        Assert.Equal(5, (await Clocks(world)).Single(c => c.State == ClockState.Running).Extension);
        var edit = await world.Edit();
        _ = (await services.With<AllowSupplement, Result<Done>>(a => a.Run(world.Id, edit, "事项有变", Person(3, Roles.Authority), default))).Value;
        Assert.Equal([("AskExtension", "系统多"), ("Extend", "涉及面广，同意"), ("AllowSupplement", "事项有变")],
            (await View(world, world.Asks, Roles.Liaison)).Steps.Where(s => s.Code is "AskExtension" or "Extend" or "AllowSupplement").Select(s => (s.Code, s.Note)));

        var late = await Another(world, insist: "");
        _ = (await late.Dispatch()).Value;
        services.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal("workflow.extension.late", (await Extension(late)).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task What_the_negative_list_forbids_is_granted_by_no_signature_settlement_or_level_above(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var world = await InCatalog(services);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        await Ban(services, world);
        Assert.Equal("workflow.answer.negative", (await world.Sign()).Faults.Single().Code);
        _ = (await world.Sign(agrees: false)).Value;
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        _ = (await world.Sign()).Value;
        _ = (await services.With<RaiseDispute, Result<long>>(r => r.Run(world.Id, "依据不适用", Person(world.Asks, Roles.Liaison), default))).Value;
        var item = (await services.DemandItems(world.Id))[0].Id;
        Assert.Equal("workflow.answer.negative", (await Move(world, DisputeAct.Agree, world.Provides, Roles.UnitHead, new() { [item] = Verdict.Agree })).Faults.Single().Code);
        Assert.True((await Move(world, DisputeAct.Agree, world.Provides, Roles.UnitHead, new() { [item] = Verdict.Mask })).Ok);

        var above = await Another(world, insist: "履职必需");
        _ = (await above.Act(CaseAct.PassUp, 3, Roles.DataCentre, number: "国-1")).Value;
        Assert.Equal("workflow.answer.negative", (await above.Act(CaseAct.GrantedAbove, 3, Roles.DataCentre)).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task A_signature_for_somebody_who_is_away_says_for_whom(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        var (edit, deputy) = (await world.Edit(), Person(world.Provides, Roles.UnitHead) with { StandsFor = new Dictionary<string, string> { [Roles.UnitHead] = "高峰" } });
        _ = (await world.Services.With<SignAnswer, Result<Done>>(s => s.Run(world.Id, edit, new SignOffInput(true, ""), deputy, default))).Value;
        Assert.Equal("高峰", (await View(world, world.Asks, Roles.Liaison)).Steps.Single(s => s.Code == "Consent").SignOff!.StandsFor);
        var proof = (await world.Services.With<IssueProof, Result<long>>(i => i.Run(world.Id, Person(world.Provides, Roles.Liaison), default))).Value;
        Assert.Contains("\"standsFor\":\"高峰\"", await world.Services.With<Store, string>(s => s.Set<Proof>().Where(p => p.Id == proof).Select(p => p.Payload).SingleAsync()), StringComparison.Ordinal);
    }

    private static async Task<CaseWorld> InDispute(Engine engine)
    {
        var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var (items, edit) = (await world.Services.DemandItems(world.Id), await world.Edit());
        AnswerInput[] answers = [new(items[0].Id, "Agree"), new(items[1].Id, "Refuse", "", "涉及国家安全", "反恐怖主义法", "第一条")];
        _ = (await world.Services.With<DraftAnswer, Result<Done>>(d => d.Run(world.Id, edit, answers, "", Person(world.Provides, Roles.Liaison), default))).Value;
        _ = (await world.Sign()).Value;
        _ = (await world.Supply()).Value;
        _ = (await world.Services.With<RaiseDispute, Result<long>>(r => r.Run(world.Id, "依据不适用", Person(world.Asks, Roles.Liaison), default))).Value;
        return world;
    }

    private static async Task<CaseWorld> InCatalog(TestServices services)
    {
        var (provider, resource) = await services.InForce();
        return await Listed(services, await services.Unit("示例市住建委", "00999047"), provider, resource, "企业名称核对", "");
    }

    // Of the same item.
    private static async Task<CaseWorld> Another(CaseWorld world, string insist) =>
        await Listed(world.Services, world.Asks, world.Provides, (await world.Services.DemandItems(world.Id))[0].ResourceId, "另一件", insist);

    private static async Task<CaseWorld> Listed(TestServices services, long asks, long provider, long resource, string name, string insist)
    {
        var items = await services.CatalogItems(resource);
        var id = await services.Drafted(asks, DemandWorld.Complete with { Name = name, Purpose = name, ProviderId = provider, Insist = insist, Items = [.. items.Select(i => new DemandItemInput(resource, i.Id, i.Name))] });
        _ = (await services.Submit(id, asks, role: Roles.UnitHead)).Value;
        _ = (await services.Check(id)).Value;
        return CaseWorld.Of(services, asks, provider, id);
    }

    private static async Task Ban(TestServices services, CaseWorld world)
    {
        var item = (await services.DemandItems(world.Id))[0];
        _ = (await services.Decide(new NegativeRuling(NegativeAct.Agree, ""), await services.Signed(world.Provides, Banned with { ResourceId = item.ResourceId, ItemIds = [item.ItemId] }))).Value;
    }

    private static async Task<Result<Done>> Extension(CaseWorld world)
    {
        var edit = await world.Edit();
        return await world.Services.With<AskExtension, Result<Done>>(a => a.Run(world.Id, edit, 5, "系统多", Person(world.Provides, Roles.Liaison), default));
    }

    private static async Task<Result<Done>> Decide(CaseWorld world, bool agrees, string opinion)
    {
        var edit = await world.Edit();
        return await world.Services.With<DecideExtension, Result<Done>>(d => d.Run(world.Id, edit, agrees, opinion, Person(3, Roles.Authority), default));
    }

    private static Task<CaseView> View(CaseWorld world, long unit, string role) => world.Services.With<ShowCase, CaseView>(async s => (await s.Run(world.Id, Person(unit, role), default)).Value);

    private static Task<List<Clock>> Clocks(CaseWorld world) => world.Services.With<Store, List<Clock>>(s => s.Set<Clock>().AsNoTracking().Where(c => c.CaseId == world.Id).ToListAsync());

    private static Task<Dispute> Dispute(CaseWorld world) => world.Services.With<Store, Dispute>(s => s.Set<Dispute>().AsNoTracking().OrderByDescending(d => d.Id).FirstAsync(d => d.CaseId == world.Id));

    private static async Task<Result<Done>> Move(CaseWorld world, DisputeAct act, long unit, string role, Dictionary<long, Verdict>? verdicts = null)
    {
        var row = await Dispute(world);
        return await world.Services.With<MoveDispute, Result<Done>>(m => m.Run(row.Id, row.Edit, act, new DisputeInput("如实说明", "", verdicts), Person(unit, role), default));
    }
}
