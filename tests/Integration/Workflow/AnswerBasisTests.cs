using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>What a provider's draft stands on: the register of laws, and a catalogue that is still there; and what becomes of a draft that is sent back.</summary>
public sealed class AnswerBasisTests
{
    [Theory, Engines]
    public async Task A_refusal_stands_on_no_law_that_was_amended_and_a_lower_level_is_told_and_explained(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var old = await Draft(world, Verdict.Refuse, "《中华人民共和国传染病防治法（2013年修正）》", "本单位依此办理");
        Assert.Equal([("workflow.answer.basis.outdated", "items[0].basisName"), ("workflow.answer.basis.outdated", "items[1].basisName")], old.Faults.Select(f => (f.Code, f.Field)));
        var low = await Draft(world, Verdict.Refuse, "上海市公共数据和一网通办管理办法");
        Assert.Equal("workflow.answer.basis.level", low.Faults[0].Code);
        Assert.Equal(["地方政府规章", "法律、行政法规以及国务院决定"], low.Faults[0].Args.Skip(1).Where((_, i) => i is 0 or 2));
        Assert.True((await Draft(world, Verdict.Refuse, "上海市公共数据和一网通办管理办法", "有条件共享的数据，用途不在条件之内")).Ok);
    }

    [Theory, Engines]
    public async Task A_law_in_force_and_one_that_the_register_does_not_know_are_taken_as_they_are_cited(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        Assert.True((await Draft(world, Verdict.Refuse, "统计法")).Ok);
        _ = (await world.Sign(agrees: false)).Value;
        Assert.True((await Draft(world, Verdict.Refuse, "某某条例")).Ok);
    }

    [Theory, Engines]
    public async Task Nothing_is_agreed_on_the_conditions_of_a_resource_that_was_withdrawn(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        var resource = await world.Services.Publish(world.Provides, "视频监控点位", ShareProperty.Conditional, true, "点位编号");
        await world.Services.With<Store>(s => s.Execute("UPDATE lists_demand_items SET resource_id = @id", default, ("id", resource.Id)));
        await world.Services.Change(resource.Id, r => r.State = ResourceState.Withdrawn);
        var agreed = await Draft(world, Verdict.Agree);
        Assert.Equal([("workflow.answer.withdrawn", "点位编号"), ("workflow.answer.withdrawn", "经纬度")], agreed.Faults.Select(f => (f.Code, (string)f.Args[0])));
        await world.Services.Change(resource.Id, r => r.State = ResourceState.Published);
        Assert.True((await Draft(world, Verdict.Agree)).Ok);
    }

    [Theory, Engines]
    public async Task A_draft_that_the_head_sent_back_is_what_the_form_starts_from(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var row = store.Set<Case>().First(c => c.State == CaseState.ToSign);
        app.Person = As(row.ProviderId, Roles.UnitHead);
        _ = (await scope.ServiceProvider.GetRequiredService<SignAnswer>().Run(row.Id, row.Edit, new SignOffInput(false, "请把理由写细"), app.Person, default)).Value;
        await store.Execute("UPDATE workflow_answers SET verdict = 'Refuse', reason = '用途不在条件之内', basis_name = '统计法', basis_clause = '第二十八条', condition = '' WHERE case_id = @id", default, ("id", row.Id));
        app.Person = As(row.ProviderId, Roles.Liaison);
        var page = System.Net.WebUtility.HtmlDecode(await app.Http.GetStringAsync($"/workflow/cases/{row.Id}/answer"));
        foreach (var said in new[] { "请把理由写细", "用途不在条件之内", "value=\"统计法\"", "value=\"第二十八条\"", "value=\"Refuse\" selected" }) Assert.Contains(said, page, StringComparison.Ordinal);

        static Actor As(long unit, string role) => new((unit * 10) + 1, "何志强", unit, "单位", new HashSet<string> { role });
    }

    private static async Task<Result<Done>> Draft(CaseWorld world, Verdict verdict, string law = "", string note = "")
    {
        var (edit, items) = (await world.Edit(), await world.Services.DemandItems(world.Id));
        return await world.Services.With<DraftAnswer, Result<Done>>(d => d.Run(
            world.Id, edit, [.. items.Select(i => new AnswerInput(i.Id, $"{verdict}", "", law.Length == 0 ? "" : "不在条件之内", law, law.Length == 0 ? "" : "第一条"))], note, Person(world.Provides, Roles.Liaison), default));
    }
}
