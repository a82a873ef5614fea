using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Standards.LegalBases;
using Qingdan.Standards.LegalBases.Importing;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Integration.Workflow.Notices;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Refusals;
using Qingdan.Workflow.Updates;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>依据的生命周期: what a law that changed does to what stands on it.</summary>
public sealed class BasisLifeTests
{
    private const string Head = "名称,层级,文号,施行日期,状态,失效日期,代替的版本,条款号,条款原文,来源\n";
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, Engines]
    public async Task A_law_imported_only_in_its_new_version_sends_older_entries_to_review_once_and_tells_unit_and_authority(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var (liaison, authority) = (await services.Hire("沈", unit, Roles.Liaison), await services.Hire("李", await services.Unit("市数据局", "00999099"), Roles.Authority));
        var (old, same) = (await services.Signed(unit), await services.Signed(unit, Banned with { Name = "另一份资料", BasisClause = "第六条", BasisText = "第六条照旧。" }));
        Assert.Equal(2, (await services.Decide(new(NegativeAct.Agree, ""), old, same)).Value);
        var before = await services.Negative(old);
        await Import(services, Head + "示例法,法律,主席令第9号,2026-11-20,现行有效,,2010年通过的版本,第五条,统计资料应当保密。,公报\n示例法,,,2026-11-20,,,,第六条,第六条照旧。,\n");

        await Follow(services);
        await Follow(services);
        var row = await services.Negative(old);
        Assert.Equal((NegativeState.InForce, ReviewCause.Amended, "示例法", new DateOnly(2026, 11, 20), Today), (row.State, row.ReviewCause, row.ReviewLaw, row.ReviewChangedOn!.Value, row.ReviewOn!.Value));
        Assert.Equal((before.BasisState, before.Edit + 1), (row.BasisState, row.Edit));
        Assert.Equal((ReviewCause.None, Today.AddYears(1)), (await services.Negative(same)) is var kept ? (kept.ReviewCause, kept.ReviewOn!.Value) : default);
        Assert.Equal(1, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.Action == "lists.negative.review-due")));
        Assert.Equal([["示例法", "已修订", "1", "0", "0"]], (await services.Told(liaison)).Select(n => Args(n.Args)));
        Assert.Equal([["示例法", "已修订", "1", "0", "0"]], (await services.Told(authority)).Select(n => Args(n.Args)));

        var todo = Assert.Single(await services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(s => s.Single(t => t.Kind == "负面清单").For(Person(unit, Roles.Liaison), 20, default)));
        Assert.Equal(("依据已修订", $"/lists/negatives/{old}"), (todo.Step, todo.Href));
        var list = await List(services, unit, new NegativeFilter(NegativeState.InForce, null, null, null, null, ReviewStanding.Amended));
        Assert.Equal([old], list.Rows.Select(r => r.Id));
        Assert.Equal([(ReviewStanding.Amended, 1L), (ReviewStanding.Later, 1L)], list.Reviews.Select(f => (f.Value, f.Count)).Order());
        var shown = (await services.With<ShowNegative, Result<NegativeView>>(s => s.Run(old, Person(unit, Roles.Liaison), default))).Value;
        Assert.Equal(new ReviewReason("依据已修订", "示例法", "第五条", new DateOnly(2026, 11, 20)), shown.Review);

        // What is listed after the change stands on the new text.
        var next = (await services.With<ReviewAgain, Result<long>>(r => r.Run(old, Person(unit, Roles.Liaison), default))).Value;
        Assert.Equal((ReviewCause.None, BasisState.Amended), (await services.Negative(next)) is var copy ? (copy.ReviewCause, copy.BasisState) : default);
    }

    [Theory, Engines]
    public async Task A_repeal_stated_for_a_day_to_come_counts_from_that_day_and_lists_what_was_refused_on_it(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        var services = world.Services;
        var (asks, provides) = (await services.Hire("唐", world.Asks, Roles.Liaison), await services.Hire("何", world.Provides, Roles.Liaison));
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Refuse, "法律明确不得提供", "《示例甲法》", "第九条")).Value;
        await Import(services, Head + "示例甲法,法律,,2010-01-01,现行有效,,,9,不得提供。,公报\n");
        var law = (await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default))).Single(l => l.Name == "示例甲法");
        var entry = await services.Signed(world.Provides, Banned with { BasisName = "示例甲法", BasisClause = "第九条" });
        _ = (await services.Decide(new(NegativeAct.Agree, ""), entry)).Value;
        Assert.Equal(0, (await Refusals(services, law.Id, world.Asks)).Items);
        _ = (await world.Sign()).Value;

        Assert.Equal("standards.law-import.forbidden", (await State(services, law, new("Repealed", Today, "公报"), Person(world.Provides, Roles.Liaison))).Faults[0].Code);
        Assert.Equal(["endedOn", "why"], (await State(services, law, new("Repealed", null, ""))).Faults.Select(f => f.Field));
        Assert.True((await State(services, law, new("Repealed", Today.AddDays(2), "示例公报 2026 年第 11 期"))).Ok);
        Assert.Equal("standards.law.changed", (await State(services, law, new("Repealed", Today, "公报"))).Faults[0].Code);
        await Follow(services);
        Assert.Equal(ReviewCause.None, (await services.Negative(entry)).ReviewCause);
        Assert.True((await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default))).Single(l => l.Id == law.Id).Holds);

        services.Clock.Advance(TimeSpan.FromDays(2));
        var told = (await services.Told(asks)).Count;
        await Follow(services);
        await Follow(services);
        Assert.Equal((NegativeState.InForce, ReviewCause.Repealed, Today.AddDays(2)), (await services.Negative(entry)) is var row ? (row.State, row.ReviewCause, row.ReviewChangedOn!.Value) : default);
        Assert.Equal(["示例甲法", "已废止", "0", "0", "1"], Args((await services.Told(asks))[^1].Args));
        Assert.Equal(told + 1, (await services.Told(asks)).Count);
        Assert.Equal(["示例甲法", "已废止", "1", "1", "0"], Args((await services.Told(provides))[^1].Args));

        var view = await Refusals(services, law.Id, world.Asks);
        var refused = Assert.Single(view.Rows);
        Assert.Equal((2, world.Id, world.Asks, world.Provides, Today, true, true), (view.Items, refused.CaseId, refused.UnitId, refused.ProviderId, refused.On!.Value, refused.MayDispute, refused.MayDemand));
        Assert.False((await Refusals(services, law.Id, world.Provides)).Rows[0].MayDispute);
        Assert.Equal((0, 2), ((await Refusals(services, law.Id, world.Asks, 8)).Items, (await Refusals(services, law.Id, world.Asks, 9)).Items));
        Assert.Empty((await Refusals(services, law.Id, await services.Unit("示例市气象局"))).Rows);
        Assert.Equal((law.Id, true, 2), Assert.Single(await services.With<FindRefusals, IReadOnlyList<ChangedLawRow>>(f => f.Laws(Person(world.Asks, Roles.Liaison), default)), l => l.Name == "示例甲法") is var changed ? (changed.Id, changed.Repealed, changed.Refused) : default);

        var uses = await services.With<FindLawUses, IReadOnlyList<LawUse>>(u => u.Run(law.Id, law.Name, Authority, default));
        Assert.Equal([("负面清单条目（生效中）", 1), ("不同意共享的数据项", 2), ("期限规则", 0)], uses.Select(u => (u.What, u.Total)));
        Assert.Equal((1, 2), (uses[0].ByArticle[9], uses[1].ByArticle[9]));
        // What was signed stays a refusal when the case is withdrawn.
        await services.With<Store>(s => s.Execute("UPDATE workflow_cases SET state = 'Withdrawn'", default));
        Assert.Equal(2, (await Refusals(services, law.Id, world.Asks)).Items);
        Assert.Equal([entry], (await List(services, world.Provides, new NegativeFilter(NegativeState.InForce, null, null, null, null, Law: law.Id))).Rows.Select(r => r.Id));
    }

    [Theory, Engines]
    public async Task A_version_that_took_effect_and_is_repealed_later_opens_updates_both_times(Engine engine)
    {
        await using var world = await UpdateWorld.Create(engine);
        var services = world.Services;
        await services.With<Store>(s => s.Execute("UPDATE catalog_resources SET elements = @basis WHERE id = @id", default, ("basis", """{"shareBasis":"《示例甲法》第五条"}"""), ("id", world.First)));
        await Import(services, Head + "示例甲法（2026年修订）,法律,,2026-11-20,现行有效,,,5,新的一条。,公报\n");
        await world.Hour();
        Assert.Equal([(UpdateOrigin.NewVersion, new DateOnly(2026, 11, 20))], (await world.Rows()).Select(u => (u.Origin, u.ChangedOn)));
        await Import(services, Head + "示例甲法（2026年修订）,法律,,2026-11-20,已废止,2026-11-23,,,,公报\n");
        await world.Hour();
        await world.Hour();
        Assert.Equal([(UpdateOrigin.NewVersion, new DateOnly(2026, 11, 20)), (UpdateOrigin.Repeal, Today)], (await world.Rows()).Select(u => (u.Origin, u.ChangedOn)));
    }

    [Theory, Engines]
    public async Task A_day_of_ending_is_read_with_its_state(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var faults = (await Receive(services, Head + "甲法,法律,,2020-01-01,现行有效,2026-01-01,,1,文,公报\n乙法,法律,,2020-01-01,已废止,2019-01-01,,1,文,公报\n")).Faults;
        Assert.Equal([(2, "standards.law-import.ended-state"), (3, "standards.law-import.ended-order")], faults.Select(f => ((int)f.Args[0], f.Code)));
        await Import(services, Head + "乙法,法律,,2020-01-01,已废止,2026-12-01,,1,文,公报\n");
        Assert.Equal((LawState.InEffect, new DateOnly(2026, 12, 1)), (await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default))).Single(l => l.Name == "乙法") is var law ? (law.State, law.EndedOn!.Value) : default);
    }

    private static string[] Args(string json) => [.. System.Text.Json.JsonDocument.Parse(json).RootElement.EnumerateArray().Select(a => a.ToString())];

    private static Task Follow(TestServices services) => services.With<FollowBases>(f => f.Run(default));

    private static Task<NegativeListView> List(TestServices services, long unit, NegativeFilter filter) => services.With<FindNegatives, NegativeListView>(f => f.Page(filter, 1, Person(unit, Roles.Liaison), default));

    private static async Task<RefusalsView> Refusals(TestServices services, long law, long unit, int? article = null) =>
        (await services.With<FindRefusals, Result<RefusalsView>>(f => f.Of(law, article, 0, 50, Person(unit, Roles.Liaison), default))).Value;

    private static Task<Result<Done>> State(TestServices services, LawRow law, LawStatement said, Actor? actor = null) => services.With<StateLaw, Result<Done>>(s => s.Run(law.Id, law.Edit, said, actor ?? Authority, default));

    private static Task<Result<long>> Receive(TestServices services, string csv) => services.With<ReceiveLaws, Result<long>>(r => r.Run("laws.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), Authority, default));

    private static async Task Import(TestServices services, string csv)
    {
        var import = (await Receive(services, csv)).Value;
        var digest = (await services.With<CompareLaws, Result<ComparedLaws>>(c => c.Run(import, default))).Value.Digest;
        _ = (await services.With<TakeLaws, Result<Done>>(t => t.Run(import, digest, Authority, default))).Value;
    }
}
