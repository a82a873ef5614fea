using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>The list as pages and files show it.</summary>
public sealed class EntryListTests
{
    [Theory, Engines]
    public async Task A_page_counts_each_choice_and_shows_only_what_fits(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = await TwoUnits(services);
        var view = await Page(services, new EntryFilter(EntryState.Candidate, []), ListsWorld.Centre);
        Assert.Equal((3, 1), (view.Total, view.Undetermined));
        Assert.Equal([("示例市经济局", 2L), ("示例市民政局", 1L)], view.Units.Select(u => (u.Text, u.Count)));
        Assert.Equal([("stated", 1L), ("inferred", 1L)], view.Bases.OrderByDescending(b => b.Value).Select(b => (b.Value, b.Count)));
        var narrowed = await Page(services, new EntryFilter(EntryState.Candidate, ["登记"], unit), ListsWorld.Centre);
        Assert.Equal("企业登记", Assert.Single(narrowed.Rows).Name);
        Assert.Equal(1, narrowed.Units.Single(u => u.Text == "示例市民政局").Count);
        Assert.Equal(["企业年报", "企业登记"], (await Page(services, new EntryFilter(EntryState.Candidate, ["企业"]), ListsWorld.Centre, "name")).Rows.Select(r => r.Name));
    }

    [Theory, Engines]
    public async Task What_a_long_transaction_wrote_is_seen_when_it_commits(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await TwoUnits(services);
        var all = new EntryFilter(EntryState.Candidate, []);
        Assert.Equal(3, (await Page(services, all, ListsWorld.Centre)).Total);
        await using var scope = services.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<ListsTurn>().Begin(default);
        var revision = scope.ServiceProvider.GetRequiredService<IdSource>().Next();
        await store.Execute("UPDATE lists_entries SET state = 'Rejected', revision = @revision WHERE name = '企业登记'", default, ("revision", revision));
        services.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(3, (await Page(services, all, ListsWorld.Centre)).Total);
        await transaction.CommitAsync(default);
        Assert.Equal(2, (await Page(services, all, ListsWorld.Centre)).Total);
    }

    [Theory, Engines]
    public async Task A_units_people_see_others_only_in_force(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = await TwoUnits(services);
        Assert.Equal(1, (await Page(services, new EntryFilter(EntryState.Candidate, []), ListsWorld.Liaison(other))).Total);
        await services.With<ConfirmCandidates, Result<Decided>>(c => c.Run(new EntryChoice(null, new EntryFilter(EntryState.Candidate, [])), ListsWorld.Liaison(unit), default));
        Assert.Equal(["企业登记"], (await Page(services, new EntryFilter(EntryState.InForce, []), ListsWorld.Liaison(other))).Rows.Select(r => r.Name));
        var hidden = (await services.Entries()).First(e => e.State == EntryState.Candidate && e.ProviderId == unit);
        Assert.Equal("lists.entry.not-found", (await services.With<ShowEntry, Result<EntryView>>(s => s.Run(hidden.Id, ListsWorld.Liaison(other), default))).Faults.Single().Code);
    }

    [Theory, Engines]
    public async Task A_row_answers_why_it_is_there(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = await TwoUnits(services);
        var row = (await services.Entries()).Single(e => e.Name == "企业登记");
        var view = (await services.With<ShowEntry, Result<EntryView>>(s => s.Run(row.Id, ListsWorld.Liaison(unit), default))).Value;
        Assert.Equal((row.ResourceId, 1, true), (view.ResourceId, view.Version, view.MayChange));
        Assert.Equal(Qingdan.Standards.Contracts.Anchors.OwnRule, view.Rule.Anchor);
        Assert.Null(view.Clause);
        Assert.Contains(view.Findings, f => f.Title == "共享属性推断待确认");
        Assert.Equal("生成拟列入", Assert.Single(view.History).What);
        var stated = (await services.Entries()).Single(e => e.Name == "婚姻登记");
        var clause = (await services.With<ShowEntry, Result<EntryView>>(s => s.Run(stated.Id, ListsWorld.Centre, default))).Value.Clause!;
        Assert.Equal(("第三十八条", "根据法定职责，明确本单位可以共享的数据责任清单"), (clause.Article, clause.Parts.Single(p => p.Decisive).Text));
    }

    [Theory, Engines]
    public async Task The_list_in_force_is_exported_by_its_name(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = await TwoUnits(services);
        await services.With<ConfirmCandidates, Result<Decided>>(c => c.Run(new EntryChoice(null, new EntryFilter(EntryState.Candidate, [])), ListsWorld.Centre, default));
        using var file = new MemoryStream();
        Assert.True((await services.With<ListExports, Result<Done>>(e => e.Write("responsibility", new ListExportOrder(TableFormat.Json), Actor.System, file, default))).Ok);
        var rows = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF'));
        Assert.Equal(["企业登记", "企业登记", "婚姻登记"], rows.EnumerateArray().Select(r => r.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        using var workbook = new MemoryStream();
        await services.With<ListExports, Result<Done>>(e => e.Write("responsibility", new ListExportOrder(TableFormat.Xlsx, true, unit), Actor.System, workbook, default));
        Assert.True(workbook.Length > 2_000);
        Assert.Equal("lists.export.unknown", (await services.With<ListExports, Result<Done>>(e => e.Write("other", new ListExportOrder(TableFormat.Csv), Actor.System, file, default))).Faults.Single().Code);
    }

    private static async Task<(long Unit, long Other)> TwoUnits(TestServices services)
    {
        var (unit, other) = (await services.Unit("示例市经济局", "00999011"), await services.Unit("示例市民政局", "00999012"));
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, false, "名称", "地址");
        await services.Publish(unit, "企业年报", null, false, "名称");
        await services.Publish(other, "婚姻登记", ShareProperty.Unconditional, true, "姓名");
        await services.Generate();
        return (unit, other);
    }

    private static Task<EntryListView> Page(TestServices services, EntryFilter filter, Actor actor, string sort = "") => services.With<FindEntries, EntryListView>(f => f.Page(filter, sort, 1, actor, default));
}
