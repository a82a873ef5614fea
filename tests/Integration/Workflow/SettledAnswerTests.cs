using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Archive;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Meetings;
using Qingdan.Workflow.Meetings.Viewing;
using Qingdan.Workflow.Overview;
using Qingdan.Workflow.Proofs;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>What was signed stays what it is, whatever a dispute makes of it later.</summary>
public sealed class SettledAnswerTests
{
    [Theory, Engines]
    public async Task A_settlement_stands_beside_the_signed_answer_and_alters_no_proof_letter_or_figure_of_it(Engine engine)
    {
        await using var world = await Answered(engine, Verdict.Refuse, Verdict.Refuse);
        var before = await Documents(world);
        await Settle(world, Verdict.Mask);
        var after = await Documents(world);

        Assert.Equal(before.Proof, after.Proof);
        Assert.Equal(before.Refusal, after.Refusal);
        Assert.Equal(before.Reply, after.Reply);
        Assert.Equal((1, 0), after.Refused);
        // The figure opens the case, though it waits for its data now.
        var found = await world.Services.With<FindCases, CaseListView>(f => f.Page(new CaseFilter(CaseFilter.All, null, null, world.Provides, nameof(Qingdan.Workflow.Cases.Answered.Refused)), 1, Person(3, Roles.Authority), default));
        Assert.Equal(world.Id, found.Rows.Single().Id);
        var view = await Case(world, world.Provides);
        Assert.Equal([("不同意共享", "涉及国家安全", "以脱敏方式满足"), ("不同意共享", "涉及国家安全", "")], view.Items.Select(i => (i.Verdict, i.Reason, i.Settled)));
        Assert.Contains("<td>不同意共享</td><td></td><td>涉及国家安全</td><td>《反恐怖主义法》第一条</td><td>以脱敏方式满足</td>", ArchiveIndex.Write(view, [], []), StringComparison.Ordinal);
        // The file that was sealed before is the answer's still.
        using var file = new MemoryStream();
        LetterFile.Write(before.Sent, file);
        file.Position = 0;
        Assert.True((await world.Services.With<KeepLetter, Result<Done>>(k => k.Run(world.Id, LetterKind.Refusal, "示公函〔2026〕3 号", "告知书.docx", file, Person(world.Provides, Roles.Liaison), default))).Ok);
    }

    [Theory, Engines]
    public async Task Of_an_answer_that_refuses_a_part_no_page_says_that_it_consents(Engine engine)
    {
        await using var world = await Answered(engine, Verdict.Agree, Verdict.Refuse);
        Assert.Contains("部分同意共享", (await Case(world, world.Asks)).Steps.Select(s => s.Act));
        Assert.DoesNotContain("同意共享", (await Case(world, world.Asks)).Steps.Select(s => s.Act));
        Assert.Equal((0, 1), (await Documents(world)).Refused);
    }

    [Theory, Engines]
    public async Task What_is_all_granted_in_another_way_is_called_so(Engine engine)
    {
        await using var world = await Answered(engine, Verdict.Verify, Verdict.Agree);
        Assert.Contains("以替代方式满足", (await Case(world, world.Asks)).Steps.Select(s => s.Act));
        Assert.DoesNotContain("Refusal", (await Case(world, world.Provides)).Letters.Select(l => l.Kind));
    }

    [Theory, Engines]
    public async Task Of_what_the_data_centre_granted_directly_no_letter_says_that_the_provider_answered(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var world = await DirectWorld(services);
        Assert.Equal(CaseState.ToSupply, (await world.Case()).State);
        Assert.Equal(["Application"], (await Case(world, world.Provides)).Letters.Select(l => l.Kind));
    }

    [Theory, Engines]
    public async Task A_dispute_about_a_case_that_is_suspended_says_so_beforehand_and_does_not_hold_up_the_other_matters(Engine engine)
    {
        await using var world = await Answered(engine, Verdict.Agree, Verdict.Refuse);
        _ = (await world.Supply()).Value;
        var dispute = await Raise(world);
        _ = (await Move(world, dispute, DisputeAct.Escalate, world.Asks, Roles.Liaison)).Value;
        _ = (await world.Act(CaseAct.Suspend, 3, Roles.Authority, day: new DateOnly(2026, 12, 31))).Value;
        var name = (await world.Case()).Name;

        var offered = (await world.Services.With<FindMatters, IReadOnlyList<OfferedMatter>>(f => f.Run(default))).Single(m => m.Key == $"Dispute:{dispute}");
        Assert.Equal(("workflow.dispute.case-waits", name), (offered.Hindrance!.Code, offered.Hindrance.Args[0]));
        var meeting = (await world.Services.With<PlanMeeting, Result<long>>(p => p.Run(new("第五次会商", new DateOnly(2026, 11, 25), "三楼会议室", [offered.Key]), Person(3, Roles.Authority), default))).Value;
        var view = (await world.Services.With<ShowMeeting, Result<MeetingView>>(s => s.Run(meeting, Person(3, Roles.Authority), default))).Value;
        Assert.Equal("workflow.dispute.case-waits", view.Matters[0].Hindrance!.Code);

        var refused = (await Conclude(world, meeting, view.Edit, new(1, "Grant", "同意共享"))).Faults.Single();
        Assert.Equal(("matters[1].outcome", name, "已暂停，限期整改"), (refused.Field, refused.Args[0], refused.Args[1]));
        Assert.True((await Conclude(world, meeting, view.Edit, new(1, "Defer", "恢复共享后再议"))).Ok);
        Assert.Null((await world.Services.With<Store, Dispute>(s => s.Set<Dispute>().SingleAsync(d => d.Id == dispute))).ClosedAt);
    }

    [Fact]
    public void Two_resources_with_items_of_one_name_are_told_apart_in_every_letter()
    {
        DemandedItem[] items = [Item(1, "人口基础信息"), Item(2, "婚姻登记信息")];
        var demand = new DemandFacts(9, "XQ-1", "办理", 1, 2, true, "核对", "《某法》第一条", "本市", false, "审批", "查询核验", null, null, "无", true, "", items, []);
        LetterSources sources = new(demand, "甲局", "乙局", [CaseAnswer.To(9, items[0], 1, Verdict.Agree), Refused(items[1])], "", new DateOnly(2026, 11, 24));
        Assert.Equal(("人口基础信息（姓名）", "婚姻登记信息（姓名）：涉及国家安全，依据《某法》第一条"), (LetterTexts.Write(LetterKind.Reply, sources).Facts["答复1"], LetterTexts.Write(LetterKind.Reply, sources).Facts["答复2"]));
        Assert.Equal("婚姻登记信息（姓名）", LetterTexts.Write(LetterKind.Refusal, sources).Facts["数据项1"]);
        Assert.Equal("人口基础信息（姓名）；婚姻登记信息（姓名）", LetterTexts.Write(LetterKind.Application, sources).Facts["数据项"]);

        static DemandedItem Item(long id, string resource) => new(id, id, resource, id, "姓名", "", true, null, "", "", "");
        static CaseAnswer Refused(DemandedItem i) => new() { CaseId = 9, ItemId = i.Id, Place = 2, Resource = i.Resource, Name = i.Name, Verdict = Verdict.Refuse, Reason = "涉及国家安全", BasisName = "某法", BasisClause = "第一条" };
    }

    private static async Task<CaseWorld> Answered(Engine engine, params Verdict[] verdicts)
    {
        var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var (items, edit) = (await world.Services.DemandItems(world.Id), await world.Edit());
        var answers = items.Select((item, i) => verdicts[i] == Verdict.Refuse ? new AnswerInput(item.Id, "Refuse", "", "涉及国家安全", "反恐怖主义法", "第一条") : new AnswerInput(item.Id, $"{verdicts[i]}"));
        _ = (await world.Services.With<DraftAnswer, Result<Done>>(d => d.Run(world.Id, edit, [.. answers], "", Person(world.Provides, Roles.Liaison), default))).Value;
        _ = (await world.Sign()).Value;
        return world;
    }

    // What is in the catalogue, listed and free to be shared, the data centre grants at once.
    private static async Task<CaseWorld> DirectWorld(TestServices services)
    {
        var (provider, resource) = await services.InForce();
        var asks = await services.Unit("示例市住建委", "00999047");
        var items = await services.CatalogItems(resource);
        var id = await services.Drafted(asks, DemandWorld.Complete with { ProviderId = provider, Items = [.. items.Select(i => new DemandItemInput(resource, i.Id, i.Name))] });
        _ = (await services.Submit(id, asks, role: Roles.UnitHead)).Value;
        _ = (await services.Check(id)).Value;
        var world = CaseWorld.Of(services, asks, provider, id);
        var edit = await world.Edit();
        _ = (await services.With<GrantDirectly, Result<Done>>(g => g.Run(id, edit, "", Person(3, Roles.DataCentre), default))).Value;
        return world;
    }

    private static Task<CaseView> Case(CaseWorld world, long unit) => world.Services.With<ShowCase, CaseView>(async s => (await s.Run(world.Id, Person(unit, Roles.Liaison), default)).Value);

    private static Task<Letter> Compose(CaseWorld world, LetterKind kind) => world.Services.With<ComposeLetter, Letter>(async c => (await c.Run(world.Id, kind, Person(world.Provides, Roles.Liaison), default)).Value);

    private static async Task<(string Proof, Letter Sent, string Refusal, string Reply, (long, long) Refused)> Documents(CaseWorld world)
    {
        var proof = (await world.Services.With<IssueProof, Result<long>>(i => i.Run(world.Id, Person(world.Provides, Roles.Liaison), default))).Value;
        var answers = JsonNode.Parse(await world.Services.With<Store, string>(s => s.Set<Proof>().Where(p => p.Id == proof).Select(p => p.Payload).SingleAsync()))!["answers"]!.ToJsonString();
        var row = (await world.Services.With<ReadOverview, OverviewView>(o => o.Run(Person(3, Roles.Authority), default))).Rows.Single(r => r.UnitId == world.Provides);
        var refusal = await Compose(world, LetterKind.Refusal);
        return (answers, refusal, Facts(refusal), Facts(await Compose(world, LetterKind.Reply)), (row.Refused, row.Partial));

        static string Facts(Letter letter) => string.Join('|', letter.Facts.Select(f => $"{f.Key}={f.Value}"));
    }

    private static Task<long> Raise(CaseWorld world) => world.Services.With<RaiseDispute, long>(async r => (await r.Run(world.Id, "依据不适用", Person(world.Asks, Roles.Liaison), default)).Value);

    private static async Task Settle(CaseWorld world, Verdict first)
    {
        var id = await Raise(world);
        var item = (await world.Services.DemandItems(world.Id))[0].Id;
        _ = (await Move(world, id, DisputeAct.Agree, world.Provides, Roles.UnitHead, new() { [item] = first })).Value;
    }

    private static async Task<Result<Done>> Move(CaseWorld world, long id, DisputeAct act, long unit, string role, Dictionary<long, Verdict>? verdicts = null)
    {
        var edit = await world.Services.With<Store, int>(s => s.Set<Dispute>().Where(d => d.Id == id).Select(d => d.Edit).SingleAsync());
        return await world.Services.With<MoveDispute, Result<Done>>(m => m.Run(id, edit, act, new DisputeInput("如实说明", "", verdicts), Person(unit, role), default));
    }

    private static Task<Result<Done>> Conclude(CaseWorld world, long id, int edit, MatterInput said) => world.Services.With<ConcludeMeeting, Result<Done>>(c =>
        c.Run(id, edit, new SignOffInput(true, "", new PaperSignature("李卫东", new DateOnly(2026, 11, 20), "示数会纪〔2026〕5 号", 77)), [said], Person(3, Roles.Authority), default));
}
