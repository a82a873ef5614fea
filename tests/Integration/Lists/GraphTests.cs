using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Graph;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Catalog;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class GraphTests
{
    [Theory, Engines]
    public async Task Everything_that_hangs_together_with_a_resource_is_linked_item_by_item(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, asking) = (await services.Unit("示例市统计局", "00999011"), await services.Unit("示例市住建委", "00999047"));
        var liaison = Person(unit, Roles.Liaison);
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "主营业务收入/NotShared", "街镇");
        var sibling = await services.Publish(unit, "企业名录", ShareProperty.Conditional, true, "企业名称");
        var (system, duty) = await Registers(services, resource.Id, liaison);
        await services.Generate();
        await services.Confirm(new(null, ListsWorld.Candidates), ListsWorld.Centre);
        var items = await services.CatalogItems(resource.Id);
        var demand = await services.Drafted(asking, Complete with { ProviderId = unit, Items = [new(resource.Id, items[2].Id, "")] });

        var own = await Graph(services, resource.Id, liaison);
        Assert.Equal([GraphKind.Duty, GraphKind.System, GraphKind.Resource, GraphKind.Item, GraphKind.Item, GraphKind.Item, GraphKind.Responsibility, GraphKind.Negative], own.Nodes.Select(n => n.Kind));
        var (entry, negative) = (own.Nodes[6], own.Nodes[7]);
        Assert.Equal(("生效中", "拟列入", "不予共享", ""), (entry.State, negative.State, own.Nodes[4].State, own.Nodes[3].State));
        Assert.Equal((true, false, true), (entry.InForce, negative.InForce, own.Nodes[2].InForce));
        Assert.Equal(
            Sorted(($"duty-{duty}", $"system-{system}"), ($"duty-{duty}", $"resource-{resource.Id}"), ($"system-{system}", $"resource-{resource.Id}"),
                ($"resource-{resource.Id}", $"item-{items[0].Id}"), ($"resource-{resource.Id}", $"item-{items[1].Id}"), ($"resource-{resource.Id}", $"item-{items[2].Id}"),
                ($"item-{items[0].Id}", entry.Id), ($"item-{items[2].Id}", entry.Id), ($"item-{items[1].Id}", negative.Id)),
            Sorted([.. own.Edges.Select(e => (e.From, e.To))]));
        Assert.Equal(($"/catalog/{sibling.Id}", 0), (Assert.Single(own.Siblings).Href, own.FurtherSiblings));

        Assert.True((await services.Submit(demand, asking, Sheet)).Ok);
        Assert.True((await services.Check(demand)).Ok);
        var listed = (await Graph(services, resource.Id, liaison)).Nodes[^1];
        Assert.Equal((GraphKind.Demand, "示例市住建委", $"/lists/demands/{demand}"), (listed.Kind, listed.Unit, listed.Href));
    }

    [Theory, Engines]
    public async Task Others_see_no_registers_no_candidates_and_no_drafts_but_their_own(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, asking, third) = (await services.Unit("示例市统计局", "00999011"), await services.Unit("示例市住建委", "00999047"), await services.Unit("示例市税务局"));
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "主营业务收入/NotShared");
        await services.Publish(unit, "企业名录", ShareProperty.Conditional, true, "企业名称");
        await Registers(services, resource.Id, Person(unit, Roles.Liaison));
        await services.Generate();
        var items = await services.CatalogItems(resource.Id);
        var demand = await services.Drafted(asking, Complete with { ProviderId = unit, Items = [new(resource.Id, items[0].Id, "")] });

        var nothing = await Graph(services, resource.Id, Person(third, Roles.Liaison));
        Assert.Equal([GraphKind.Resource, GraphKind.Item, GraphKind.Item], nothing.Nodes.Select(n => n.Kind));
        Assert.Equal((false, 0), (nothing.Registers, nothing.Siblings.Count));
        var asker = await Graph(services, resource.Id, Person(asking, Roles.Liaison));
        Assert.Contains(new GraphEdge($"item-{items[0].Id}", $"demand-{demand}"), asker.Edges);
        Assert.DoesNotContain(asker.Nodes, n => n.Kind is GraphKind.Negative or GraphKind.Responsibility or GraphKind.System);
        Assert.DoesNotContain((await Graph(services, resource.Id, Person(unit, Roles.Liaison))).Nodes, n => n.Kind is GraphKind.Demand);
        Assert.Equal([GraphKind.Responsibility, GraphKind.Negative], (await Graph(services, resource.Id, ListsWorld.Centre)).Nodes.Select(n => n.Kind).Where(k => k > GraphKind.Item));

        var draft = (await services.With<SaveResource, Result<long>>(s => s.Create(CatalogWorld.Complete, Person(unit, Roles.Liaison), default))).Value;
        Assert.Equal(FaultKind.NotFound, (await services.With<ReadGraph, Result<ResourceGraph>>(g => g.Run(draft, Person(third, Roles.Liaison), default))).Faults[0].Kind);
    }

    [Theory, Engines]
    public async Task What_is_about_the_whole_resource_hangs_on_the_resource_and_old_demands_are_counted(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, asking) = (await services.Unit("示例市统计局"), await services.Unit("示例市住建委"));
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional, true, "企业名称");
        for (var i = 0; i < 12; i++) await services.Drafted(asking, Complete with { Name = $"第 {i} 次", ProviderId = unit, Items = [new(resource.Id, 0, "")] });
        var graph = await Graph(services, resource.Id, Person(asking, Roles.Liaison));
        Assert.Equal((10, 2), (graph.Edges.Count(e => e.From == $"resource-{resource.Id}" && e.To.StartsWith("demand-", StringComparison.Ordinal)), graph.FurtherDemands));
        var named = (await Graph(services, resource.Id, Person(unit, Roles.Liaison))).Nodes[0];
        Assert.Equal((GraphKind.System, "业务系统", "未登记到系统目录"), (named.Kind, named.Text, named.State));
    }

    [Theory, Engines]
    public async Task Programs_read_nodes_and_edges_and_the_page_draws_forty_items(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        var items = Enumerable.Range(1, 45).Select(i => new ItemContent { Name = $"数据项{i}", FieldName = $"f{i}", DataType = "字符串型" });
        using var created = await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete with { Items = [.. items] }, JsonText.Readable);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        var graph = await app.Http.GetFromJsonAsync<JsonElement>($"/api/v1/catalog/resources/{id}/graph");
        Assert.Equal((47, 46), (graph.GetProperty("nodes").GetArrayLength(), graph.GetProperty("edges").GetArrayLength()));
        var node = graph.GetProperty("nodes")[1];
        Assert.Equal(("resource", $"resource-{id}", "婚姻登记信息", $"/catalog/{id}"), (Text(node, "kind"), Text(node, "id"), Text(node, "text"), Text(node, "href")));
        Assert.Equal(($"resource-{id}", "name-1"), (Text(graph.GetProperty("edges")[0], "to"), Text(graph.GetProperty("edges")[0], "from")));
        var page = WebUtility.HtmlDecode(await app.Http.GetStringAsync($"/catalog/{id}/graph"));
        Assert.Contains($"""<a href="/catalog/{id}#items" """, page, StringComparison.Ordinal);
        Assert.Contains("还有 5 个", page, StringComparison.Ordinal);
        Assert.Equal((2, 1), (page.Split($"href=\"/catalog/{id}#item-40\"").Length - 1, page.Split($"href=\"/catalog/{id}#item-41\"").Length - 1)); // drawn and listed; listed only
        Assert.Contains("""id="items" """, await app.Http.GetStringAsync($"/catalog/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/v1/catalog/resources/7/graph")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/catalog/7/graph")).StatusCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<(long System, long Duty)> Registers(TestServices services, long resource, Actor liaison)
    {
        var system = (await services.With<SaveSystem, Result<long>>(s => s.Run(0, 0, new SystemDraft { Name = "业务系统" }, liaison, default))).Value;
        var duty = (await services.With<SaveDuty, Result<long>>(s => s.Run(0, 0, new DutyDraft { Name = "企业统计调查", Basis = "“三定”规定" }, liaison, default))).Value;
        Assert.Equal(2, (await services.With<LinkDuty, Result<int>>(l => l.Add(duty, new([resource], [system]), liaison, default))).Value);
        return (system, duty);
    }

    private static async Task<ResourceGraph> Graph(TestServices services, long id, Actor actor) =>
        (await services.With<ReadGraph, Result<ResourceGraph>>(g => g.Run(id, actor, default))).Value;

    private static IEnumerable<(string, string)> Sorted(params (string From, string To)[] edges) => edges.Order();
}
