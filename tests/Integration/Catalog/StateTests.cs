using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Todos;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class StateTests
{
    [Theory, Engines]
    public async Task A_draft_goes_by_the_head_and_the_authority_into_force_and_gets_both_codes(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        Assert.True((await world.Submit(id)).Ok);
        Assert.Equal(ResourceState.InReview, (await world.Row(id)).State);
        Assert.True((await world.Review(id, CatalogWorld.Consent)).Ok);
        var row = await world.Row(id);
        Assert.Equal((ResourceState.Published, 1), (row.State, row.Version));
        Assert.True(CatalogCode.Parse(row.Code, "code").Ok);
        Assert.EndsWith("/000001", row.NationalCode, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Another_units_draft_is_not_there(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        Assert.Equal(FaultKind.NotFound, (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Stranger, default))).Faults[0].Kind);
        Assert.Equal(FaultKind.NotFound, (await world.Update(id, 1, CatalogWorld.Complete, world.Stranger)).Faults[0].Kind);
        var auditor = world.Stranger with { Roles = new HashSet<string> { Roles.Auditor } };
        Assert.True((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, auditor, default))).Ok);
        Assert.Equal(1, (await world.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(new CatalogQuery(), auditor, default))).Total);
        Assert.Equal(0, (await world.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(new CatalogQuery(), world.Stranger, default))).Total);
        Assert.Equal(FaultKind.NotFound, (await world.Update(id, 1, CatalogWorld.Complete, auditor)).Faults[0].Kind);
        Assert.True((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Authority, default))).Ok);
    }

    [Theory, Engines]
    public async Task An_incomplete_draft_names_all_it_owes_at_once(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft(new() { Name = "空目录" });
        var faults = (await world.Submit(id)).Faults.Select(f => f.Field);
        Assert.Superset(new HashSet<string?> { "summary", "formats", "dataLevel", "systemName", "frequency", "items", "share" }, faults.ToHashSet());
    }

    [Theory, Engines]
    public async Task What_is_returned_goes_back_with_its_reason(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        await world.Submit(id);
        Assert.Equal("opinion", (await world.Review(id, new SignOffInput(false, ""))).Faults[0].Field);
        Assert.True((await world.Review(id, new SignOffInput(false, "摘要太短"))).Ok);
        Assert.Equal(ResourceState.Draft, (await world.Row(id)).State);
    }

    [Theory, Engines]
    public async Task What_the_reviewer_did_not_see_is_not_published(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        await world.Submit(id);
        var seen = (await world.Row(id)).Edit;
        await world.Review(id, new SignOffInput(false, "摘要太短"));
        await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Summary = "没有人看过的" });
        await world.Submit(id);
        Assert.Equal(CatalogFaults.NotAsSeen, (await world.Review(id, CatalogWorld.Consent, seen)).Faults[0]);
        Assert.Equal(ResourceState.InReview, (await world.Row(id)).State);
    }

    [Theory, Engines]
    public async Task What_is_not_a_draft_says_why_it_cannot_be_handed_in(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        Assert.Equal(CatalogFaults.NoDraft, (await world.Submit(id)).Faults[0]);
        await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Summary = "变更" });
        await world.Submit(id);
        Assert.Equal(CatalogFaults.InReview, (await world.Submit(id)).Faults[0]);
    }

    [Theory, Engines]
    public async Task A_draft_given_up_is_gone_from_every_page_and_stands_in_the_audit_log(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        Assert.Equal(CatalogFaults.NotFound, (await Drop(world, id, actor: world.Stranger)).Faults[0]);
        Assert.Equal(CatalogFaults.NotAsSeen, (await Drop(world, id, edit: 7)).Faults[0]);
        Assert.Equal(ResourceState.Removed, (await Drop(world, id)).Value);
        Assert.False((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Authority, default))).Ok);
        Assert.Equal(0, (await world.Services.With<BrowseCatalog, CatalogPage>(browse => browse.Page(new() { Text = "婚姻" }, world.Liaison, default))).Total);
        var audited = await world.Services.With<Store, AuditEvent>(store => store.Set<AuditEvent>().SingleAsync(e => e.Action == CatalogAudit.DraftDropped.Code));
        Assert.Contains("婚姻登记系统", audited.Before, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_change_given_up_leaves_the_version_in_force_and_what_is_in_review_cannot_be(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        Assert.Equal(CatalogFaults.NoDraft, (await Drop(world, id)).Faults[0]);
        await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Summary = "不要了" });
        Assert.Equal(ResourceState.Published, (await Drop(world, id)).Value);
        var view = (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Liaison, default))).Value;
        Assert.Equal((ResourceState.Published, 1, CatalogWorld.Complete.Summary, null), (view.State, view.Version, view.Content.Summary, view.Next));
        await world.Update(id, view.Edit, CatalogWorld.Complete with { Summary = "要的" });
        await world.Submit(id);
        Assert.Equal(CatalogFaults.InReview, (await Drop(world, id)).Faults[0]);
    }

    [Theory, Engines]
    public async Task The_authority_is_told_what_waits_and_the_unit_what_came_back(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (waits, back) = (await world.Draft(CatalogWorld.Complete with { Name = "待审的" }), await world.Draft(CatalogWorld.Complete with { Name = "退回的" }));
        await world.Draft(CatalogWorld.Complete with { Name = "还在写的" });
        foreach (var id in new[] { waits, back }) await world.Submit(id);
        await world.Review(back, new SignOffInput(false, "摘要太短"));
        Assert.Equal([("待审核", $"/catalog/{waits}/review", world.Liaison.UnitId)], (await Todos(world, world.Authority)).Select(t => (t.Step, t.Href, t.From)));
        Assert.Equal([("已退回", $"/catalog/{back}")], (await Todos(world, world.Liaison)).Select(t => (t.Step, t.Href)));
        Assert.Empty(await Todos(world, world.Stranger));
        await world.Submit(back);
        Assert.Empty(await Todos(world, world.Liaison));
    }

    [Theory, Engines]
    public async Task A_change_leaves_what_is_in_force_until_the_authority_agrees(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        Assert.True((await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete with { Frequency = UpdateFrequency.Daily })).Ok);
        var between = await world.Row(id);
        Assert.Equal((ResourceState.Changing, UpdateFrequency.Monthly), (between.State, between.Frequency));
        await world.Submit(id);
        await world.Review(id, CatalogWorld.Consent);
        var after = await world.Row(id);
        Assert.Equal((ResourceState.Published, UpdateFrequency.Daily, 2, between.Code), (after.State, after.Frequency, after.Version, after.Code));
        var view = (await world.Services.With<ReadResource, Result<ResourceView>>(read => read.WithHistory(id, world.Liaison, default))).Value;
        Assert.Equal([2, 1], view.Versions.Select(v => v.Number));
    }

    [Theory, Engines]
    public async Task Withdrawing_needs_a_reason_and_keeps_the_record(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        Assert.Equal("why", (await Withdraw(world, id, "")).Faults[0].Field);
        Assert.True((await Withdraw(world, id, "系统停用")).Ok);
        Assert.True((await world.Services.With<ReadResource, Result<ResourceView>>(read => read.Run(id, world.Stranger, default))).Ok);
        Assert.Equal(CatalogFaults.NotEditable, (await world.Update(id, (await world.Row(id)).Edit, CatalogWorld.Complete)).Faults[0]);
    }

    [Theory, Engines]
    public async Task A_classification_mark_is_refused_before_anything_is_saved(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var result = await world.Services.With<SaveResource, Result<long>>(save => save.Create(CatalogWorld.Complete with { Summary = "秘密★5年" }, world.Liaison, default));
        Assert.False(result.Ok);
        Assert.Equal(0, await world.Services.With<Store, int>(store => Task.FromResult(store.Set<Resource>().Count())));
    }

    private static async Task<Result<ResourceState>> Drop(CatalogWorld world, long id, int? edit = null, Actor? actor = null)
    {
        var seen = edit ?? (await world.Row(id)).Edit;
        return await world.Services.With<DropDraft, Result<ResourceState>>(drop => drop.Run(id, seen, actor ?? world.Liaison, default));
    }

    private static Task<IReadOnlyList<Todo>> Todos(CatalogWorld world, Actor actor) =>
        world.Services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(sources => sources.OfType<CatalogTodos>().Single().For(actor, 50, default));

    private static Task<Result<Done>> Withdraw(CatalogWorld world, long id, string why) =>
        world.Services.With<WithdrawResource, Result<Done>>(withdraw => withdraw.Run(id, why, world.Authority, default));
}
