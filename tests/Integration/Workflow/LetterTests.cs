using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Meetings;
using Qingdan.Workflow.Meetings.Viewing;
using Qingdan.Workflow.Orders;
using Qingdan.Workflow.Orders.Viewing;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class LetterTests
{
    [Theory, Engines]
    public async Task A_reply_says_what_was_answered_and_its_final_file_is_kept(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        Assert.Equal("workflow.letter.not-yet", (await Compose(world, LetterKind.Reply, world.Provides)).Faults[0].Code);
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        Assert.Equal("workflow.letter.not-yet", (await Compose(world, LetterKind.Reply, world.Asks)).Faults[0].Code);
        // The provider looks at its draft; it is final once it is signed.
        var draft = (await Compose(world, LetterKind.Refusal, world.Provides)).Value;
        Assert.Equal("workflow.letter.unsigned", (await Keep(world, draft, world.Provides)).Faults.Single().Code);
        _ = (await world.Sign()).Value;
        var letter = (await Compose(world, LetterKind.Refusal, world.Asks)).Value;
        Assert.Equal(("示例市住建委", "示例市公安局", "涉及国家安全", "《反恐怖主义法》第一条"), (letter.To, letter.From, letter.Facts["理由1"], letter.Facts["依据2"]));

        Assert.Equal("workflow.case.not-yours", (await Keep(world, letter, world.Asks)).Faults[0].Code);
        Assert.Equal("workflow.letter.altered", (await Keep(world, letter with { Lines = [new(new LetterText("别的理由", "理由1"))] }, world.Provides)).Faults[0].Code);
        Assert.Equal("standards.classification-mark", (await Keep(world, letter with { Number = "机密★5年" }, world.Provides)).Faults.Single().Code);
        Assert.Equal("workflow.letter.kind", (await Keep(world, letter, world.Provides, "告知书.pdf")).Faults.Single().Code);
        using var final = File(letter with { Title = "告知书（改措辞）" });
        Assert.True((await Keep(world, final, world.Provides)).Ok);
        final.Position = 0;
        Assert.Equal("workflow.letter.twice", (await Keep(world, final, world.Provides)).Faults.Single().Code);
        var shown = (await world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.Equal(("示公函〔2026〕3 号", 64), (shown.Kept.Single().Number, shown.Kept.Single().Digest.Length));
        Assert.Equal(["Application", "Reply", "Refusal"], shown.Letters.Select(l => l.Kind));
    }

    [Theory, Engines]
    public async Task What_is_missing_stands_in_the_notice_line_by_line(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Missing("业务事项编码\n\n评估报告")).Value;
        var letter = (await Compose(world, LetterKind.Supplement, world.Asks)).Value;
        Assert.Equal(("业务事项编码", "评估报告"), (letter.Facts["材料1"], letter.Facts["材料2"]));
        Assert.Equal("防汛调度时查看点位", (await Compose(world, LetterKind.Application, world.Asks)).Value.Facts["应用场景"]);
    }

    [Theory, Engines]
    public async Task A_letter_cites_the_regulation_only_where_it_governs_the_provider(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var company = (await world.Services.With<CreateOrganization, Result<long>>(c => c.Run(new OrganizationDraft { Name = "示例市供水集团有限公司", ShortName = "供水集团", Kind = nameof(OrganizationKind.PublicService) }, Actor.System, default))).Value;
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        Assert.Contains("20 个工作日内提供（《政务数据共享条例》第二十二条）", await Words(world.Provides), StringComparison.Ordinal);
        // The company's clock names the same days as a practice.
        await world.Services.With<Store>(s => s.Execute("UPDATE workflow_cases SET provider_id = @c", default, ("c", company)));
        var words = await Words(company);
        Assert.Contains("20 个工作日内提供。", words, StringComparison.Ordinal);
        Assert.DoesNotContain("政务数据共享", words, StringComparison.Ordinal);

        async Task<string> Words(long unit) => string.Concat((await Compose(world, LetterKind.Reply, unit)).Value.Lines.SelectMany(l => l.Texts).Select(p => p.Text));
    }

    [Theory, Engines]
    public async Task The_final_file_of_an_order_and_of_an_agenda_is_kept_with_its_facts_as_they_are_on_record(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        _ = (await world.Dispatch()).Value;
        var authority = Person(3, Roles.Authority);
        var order = (await services.With<IssueOrder, Result<long>>(i => i.Run(world.Id, "Provider", "请按期答复", "2026-11-26", authority, default))).Value;
        var view = (await services.With<FindOrders, Result<OrderView>>(f => f.One(order, authority, default))).Value;
        var letter = OrderLetter.Write(view, new DateOnly(2026, 11, 24));
        Assert.Equal("workflow.order.not-yours", (await KeepOrder(letter, Person(world.Provides, Roles.Liaison))).Faults[0].Code);
        Assert.Equal("workflow.letter.altered", (await KeepOrder(letter with { Lines = [] }, authority)).Faults[0].Code);
        Assert.True((await KeepOrder(letter with { Title = "督办单（改措辞）" }, authority)).Ok);
        view = (await services.With<FindOrders, Result<OrderView>>(f => f.One(order, Person(world.Provides, Roles.Liaison), default))).Value;
        Assert.Equal(("督办单", "督〔2026〕1号", 64, false), (view.Kept.Single().Name, view.Kept.Single().Number, view.Kept.Single().Digest.Length, view.MayKeep));
        // It is no letter of the case itself, and who is not asked does not get it.
        var shown = (await services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.Empty(shown.Kept);

        await services.With<Store>(s => s.Execute("UPDATE workflow_cases SET state = 'ToDispatch', provider_id = 0", default));
        var meeting = (await services.With<PlanMeeting, Result<long>>(p => p.Run(new("会商", new DateOnly(2026, 11, 25), "三楼", [$"Provider:{world.Id}"]), authority, default))).Value;
        var agenda = AgendaLetter.Write((await services.With<ShowMeeting, Result<MeetingView>>(s => s.Run(meeting, authority, default))).Value, "市数据局", new DateOnly(2026, 11, 24));
        Assert.Equal("workflow.text.required", (await KeepAgenda(agenda, "", authority)).Faults[0].Code);
        Assert.Equal("workflow.letter.altered", (await KeepAgenda(agenda with { Lines = [] }, "示数函〔2026〕8 号", authority)).Faults[0].Code);
        Assert.Equal("workflow.case.not-yours", (await KeepAgenda(agenda, "示数函〔2026〕8 号", Person(3, Roles.Auditor))).Faults[0].Code);
        Assert.True((await KeepAgenda(agenda, "示数函〔2026〕8 号", authority)).Ok);
        Assert.Equal("示数函〔2026〕8 号", (await services.With<ShowMeeting, Result<MeetingView>>(s => s.Run(meeting, authority, default))).Value.Kept.Single().Number);

        Task<Result<Done>> KeepOrder(Letter final, Actor actor) => services.With<KeepOrderLetter, Result<Done>>(k => k.Run(order, "督办单.docx", File(final), actor, default));
        Task<Result<Done>> KeepAgenda(Letter final, string number, Actor actor) => services.With<KeepAgenda, Result<Done>>(k => k.Run(meeting, number, "议题单.docx", File(final), actor, default));
    }

    private static MemoryStream File(Letter letter)
    {
        var file = new MemoryStream();
        LetterFile.Write(letter, file);
        file.Position = 0;
        return file;
    }

    private static Task<Result<Letter>> Compose(CaseWorld world, LetterKind kind, long unit) => world.Services.With<ComposeLetter, Result<Letter>>(c => c.Run(world.Id, kind, Person(unit, Roles.Liaison), default));

    private static async Task<Result<Done>> Keep(CaseWorld world, Letter letter, long unit, string name = "告知书.docx")
    {
        using var file = File(letter);
        return await Keep(world, file, unit, name);
    }

    private static Task<Result<Done>> Keep(CaseWorld world, MemoryStream file, long unit, string name = "告知书.docx") =>
        world.Services.With<KeepLetter, Result<Done>>(k => k.Run(world.Id, LetterKind.Refusal, "示公函〔2026〕3 号", name, file, Person(unit, Roles.Liaison), default));
}
