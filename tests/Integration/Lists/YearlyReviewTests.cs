using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Lists.Reviews;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>年度复核 of negative entries and of responsibilities that nobody used.</summary>
public sealed class YearlyReviewTests
{
    private static readonly ReviewFilter All = ReviewFilter.From(_ => null);
    private static readonly ReviewInput Input = new("2026 年度清单复核", "示数发〔2026〕30号", "2027-12-31", "", [], []);

    [Theory, Engines]
    public async Task Answers_take_effect_with_the_heads_word_and_removals_wait_for_the_authority(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var (kept, again, dropped, repealed) = (await Listed(services, unit, "甲"), await Listed(services, unit, "乙"), await Listed(services, unit, "丙"), await Listed(services, unit, "丁"));
        await services.With<Store>(s => s.Execute("UPDATE lists_negatives SET review_cause = 'Repealed', review_law = '示例法', review_changed_on = '2026-11-20' WHERE id = @id", default, ("id", repealed)));
        Assert.Equal("lists.review.not-yours", await Fault(Open(services, Input, Liaison(unit))));
        Assert.Equal(["title", "noticeNumber", "dueOn"], (await Open(services, Input with { Title = "", NoticeNumber = "", DueOn = "2020-01-01" })).Faults.Select(f => f.Field));
        var review = (await Open(services, Input)).Value;
        var sheet = Assert.Single((await Board(services, review)).Sheets);
        Assert.Equal((unit, 4, 0), (sheet.UnitId, sheet.Figures.Rows, sheet.Figures.Answered));
        Assert.Equal("/lists/reviews/sheets/" + sheet.Id, Assert.Single(await Todos(services, Liaison(unit))).Href);

        // By filter: what was repealed is left, and the page says so.
        Assert.Equal(new RowsAnswered(3, 1), (await Answer(services, sheet.Id, unit, "Keep")).Value);
        var rows = (await Sheet(services, sheet.Id, unit)).Rows.ToDictionary(r => r.Name, r => r.Id);
        Assert.Equal("lists.review.keep.basis", await Fault(Answer(services, sheet.Id, unit, "Keep", "还要用", rows["丁"])));
        Assert.Equal("lists.review.reason.required", await Fault(Answer(services, sheet.Id, unit, "Remove", "", rows["丙"])));
        Assert.Equal("lists.review.unanswered", await Fault(Submit(services, sheet.Id, unit)));
        Assert.Equal(1, (await Answer(services, sheet.Id, unit, "ReviewAgain", "", rows["乙"])).Value.Count);
        Assert.Equal(2, (await Answer(services, sheet.Id, unit, "Remove", "法律没有禁止", rows["丙"], rows["丁"])).Value.Count);
        Assert.Equal("lists.review.not-found", await Fault(Answer(services, sheet.Id, unit + 1, "Keep")));
        Assert.True((await Submit(services, sheet.Id, unit)).Ok);
        Assert.Equal("lists.review.not-now", await Fault(Answer(services, sheet.Id, unit, "Keep")));
        Assert.Equal("lists.review.head", await Fault(Sign(services, sheet.Id, Liaison(unit))));
        Assert.True((await Sign(services, sheet.Id, Head(unit), agrees: false)).Ok);
        Assert.True((await Submit(services, sheet.Id, unit)).Ok);
        Assert.Equal("去签批", Assert.Single(await Todos(services, Head(unit))).Action);
        services.Clock.Advance(TimeSpan.FromDays(30));
        Assert.True((await Sign(services, sheet.Id, Head(unit))).Ok);

        Assert.Equal(new DateOnly(2027, 12, 23), (await services.Negative(kept)).ReviewOn);
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<Negative>().CountAsync(n => n.ReplacesId == again && n.State == NegativeState.Candidate)));
        Assert.Equal([NegativeState.InForce, NegativeState.InForce], new[] { (await services.Negative(dropped)).State, (await services.Negative(repealed)).State });
        Assert.Equal(2, await services.With<Store, int>(s => s.Set<SignOff>().CountAsync(o => o.TargetId == sheet.Id)));

        var board = await Board(services, review);
        Assert.Equal((1, 2), (board.Line.SignedUnits, board.Proposed.Count));
        Assert.Equal($"/lists/reviews/{review}", Assert.Single(await Todos(services, Authority)).Href);
        Assert.Equal("lists.review.reason.required", await Fault(Decide(services, review, true, "", board.Proposed.Select(p => p.Id))));
        Assert.Equal("lists.review.not-yours", await Fault(Decide(services, review, true, "同意", board.Proposed.Select(p => p.Id), Liaison(unit))));
        Assert.Equal(1, (await Decide(services, review, true, "同意", [board.Proposed.Single(p => p.Name == "丙").Id])).Value);
        Assert.Equal(1, (await Decide(services, review, false, "另有依据", [board.Proposed.Single(p => p.Name == "丁").Id])).Value);
        Assert.Equal([NegativeState.Removed, NegativeState.InForce], new[] { (await services.Negative(dropped)).State, (await services.Negative(repealed)).State });
        Assert.Empty(await Todos(services, Authority));
        Assert.Equal(["已保留", "重新审核中", "已移出", "不采纳，继续保留"], (await Sheet(services, sheet.Id, unit)).Rows.OrderBy(r => r.Id).Select(r => r.Outcome));

        Assert.True((await services.With<CloseReview, Result<Done>>(c => c.Run(review, board.Edit, Authority, default))).Ok);
        Assert.Contains("\"removed\":1", (await services.With<Store, AuditEvent>(s => s.Set<AuditEvent>().SingleAsync(e => e.Action == "lists.review.closed"))).After!.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("lists.review.closed", await Fault(services.With<CloseReview, Result<Done>>(c => c.Run(review, board.Edit + 1, Authority, default))));
    }

    [Theory, Engines]
    public async Task Responsibilities_that_no_demand_asked_for_in_a_year_are_asked_about(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, asks) = (await services.Unit("示例市民政局", "00999011"), await services.Unit("示例市住建委", "00999047"));
        var used = await services.Publish(unit, "婚姻登记", ShareProperty.Unconditional, true, "编号");
        _ = await services.Publish(unit, "社会组织登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        await services.With<Store>(s => s.Execute("UPDATE lists_entries SET state = 'InForce', share_stated = TRUE, decided_at = @at", default, ("at", services.Clock.GetUtcNow().ToUnixTimeMilliseconds())));
        Assert.Equal("lists.review.nothing", await Fault(Open(services, Input)));
        services.Clock.Advance(TimeSpan.FromDays(366));
        var item = (await services.CatalogItems(used.Id))[0];
        var demand = await services.Drafted(asks, DemandWorld.Complete with { Name = "婚姻登记", StartsOn = "2028-01-01", Items = [new(used.Id, item.Id, "")] });
        Assert.True((await services.Submit(demand, asks, role: Roles.UnitHead)).Ok);
        var review = (await Open(services, Input with { Kinds = ["Responsibility"], Units = [unit] })).Value;
        var sheet = Assert.Single((await Board(services, review)).Sheets);
        var row = Assert.Single((await Sheet(services, sheet.Id, unit)).Rows);
        Assert.Equal(("社会组织登记", "责任清单"), (row.Name, row.Kind));
        Assert.Equal("lists.review.again.negative", await Fault(Answer(services, sheet.Id, unit, "ReviewAgain")));
        Assert.Equal(1, (await Answer(services, sheet.Id, unit, "Remove", "没有人要")).Value.Count);
        Assert.True((await Submit(services, sheet.Id, unit)).Ok);
        Assert.True((await Sign(services, sheet.Id, Head(unit))).Ok);
        Assert.Equal(1, (await Decide(services, review, true, "同意", [row.Id])).Value);
        row = Assert.Single((await Sheet(services, sheet.Id, unit)).Rows);
        Assert.Equal("同意移出，已提出变更", row.Outcome);
        var change = Assert.Single(await services.Changes());
        Assert.Equal((EntryChangeKind.Remove, "没有人要", "示数发〔2026〕30号"), (change.Kind, change.Reason, change.Anchor));
        Assert.Equal(2, await InForce());
        var confirmed = (await services.ConfirmChanges()).Value;
        Assert.Equal(1, await InForce());
        Assert.Equal(1, (await services.Undo(confirmed.DecisionId, Centre)).Value);
        Assert.Equal((2, EntryChangeState.Open), (await InForce(), (await services.Changes()).Single().State));

        Task<int> InForce() => services.With<Store, int>(s => s.Set<Entry>().CountAsync(e => e.State == EntryState.InForce));
    }

    [Theory, Engines]
    public async Task Of_two_who_answer_at_once_the_second_is_told(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        _ = await Listed(services, unit, "甲");
        var review = (await Open(services, Input)).Value;
        var sheet = (await Board(services, review)).Sheets[0].Id;
        var edit = (await Sheet(services, sheet, unit)).Edit;
        var order = new RowsAnswer("Keep", "", null, All);
        Assert.True((await services.With<AnswerRows, Result<RowsAnswered>>(a => a.Run(sheet, edit, order, Liaison(unit), default))).Ok);
        Assert.Equal("lists.review.changed", await Fault(services.With<AnswerRows, Result<RowsAnswered>>(a => a.Run(sheet, edit, order, Liaison(unit), default))));
    }

    private static Actor Head(long unit) => Person(unit, Roles.UnitHead);

    private static async Task<long> Listed(TestServices services, long unit, string name)
    {
        var id = await services.Signed(unit, Banned with { Name = name });
        _ = (await services.Decide(new(NegativeAct.Agree, ""), id)).Value;
        return id;
    }

    private static Task<Result<long>> Open(TestServices services, ReviewInput input, Actor? actor = null) => services.With<OpenReview, Result<long>>(o => o.Run(input, actor ?? Authority, default));

    private static async Task<ReviewView> Board(TestServices services, long review) => (await services.With<ShowReview, Result<ReviewView>>(s => s.Run(review, Authority, default))).Value;

    private static async Task<SheetView> Sheet(TestServices services, long sheet, long unit) => (await services.With<ShowSheet, Result<SheetView>>(s => s.Run(sheet, All, 1, Liaison(unit), default))).Value;

    private static async Task<int> Edit(TestServices services, long sheet) => await services.With<Store, int>(s => s.Set<ReviewSheet>().Where(r => r.Id == sheet).Select(r => r.Edit).SingleAsync());

    private static async Task<Result<RowsAnswered>> Answer(TestServices services, long sheet, long unit, string answer, string reason = "", params long[] rows)
    {
        var edit = await Edit(services, sheet);
        return await services.With<AnswerRows, Result<RowsAnswered>>(a => a.Run(sheet, edit, new RowsAnswer(answer, reason, rows.Length == 0 ? null : rows, All), Liaison(unit), default));
    }

    private static async Task<Result<Done>> Submit(TestServices services, long sheet, long unit) { var edit = await Edit(services, sheet); return await services.With<SubmitSheet, Result<Done>>(s => s.Run(sheet, edit, Liaison(unit), default)); }

    private static async Task<Result<Done>> Sign(TestServices services, long sheet, Actor actor, bool agrees = true)
    {
        var edit = await Edit(services, sheet);
        return await services.With<SignSheet, Result<Done>>(s => s.Run(sheet, edit, new SignOffInput(agrees, agrees ? "" : "再看看丙"), actor, default));
    }

    private static Task<Result<int>> Decide(TestServices services, long review, bool agrees, string reason, IEnumerable<long> rows, Actor? actor = null) =>
        services.With<DecideProposals, Result<int>>(d => d.Run(review, [.. rows], agrees, reason, actor ?? Authority, default));

    private static Task<IReadOnlyList<Todo>> Todos(TestServices services, Actor actor) => services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(s => s.Single(t => t.Kind == "年度复核").For(actor, 20, default));
}
