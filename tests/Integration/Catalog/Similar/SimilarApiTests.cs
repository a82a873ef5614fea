using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Similar;

public sealed class SimilarApiTests
{
    private const string Address = "/api/v1/catalog/similar";

    [Theory, Engines]
    public async Task Groups_are_read_merged_and_undone_and_the_old_resource_says_where_it_went(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        long[] ids = [await Add(app, "企业名录"), await Add(app, "企业名录1"), await Add(app, "个体户名录"), await Add(app, "个体户名录（2）")];
        await Compare(app);
        var first = await Json(app, $"{Address}?limit=1");
        var group = first.GetProperty("items")[0];
        Assert.Equal(("open", "name", true), (group.GetProperty("state").GetString(), group.GetProperty("kind").GetString(), group.GetProperty("mayDecide").GetBoolean()));
        Assert.Contains("名称只差", group.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
        var second = await Json(app, $"{Address}?limit=1&after={first.GetProperty("next").GetString()}");
        Assert.NotEqual(group.GetProperty("id").GetInt64(), second.GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.False(second.TryGetProperty("next", out _));

        var members = group.GetProperty("resources").EnumerateArray().Select(r => (Id: r.GetProperty("id").GetInt64(), Edit: r.GetProperty("edit").GetInt32())).ToList();
        var body = new { stays = members[0].Id, others = new[] { members[1].Id }, reason = "重复", seen = members.ToDictionary(m => m.Id, m => m.Edit) };
        using var merged = await app.Http.PostAsJsonAsync($"{Address}/{group.GetProperty("id")}/merge", body);
        var answer = await merged.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.OK, 1), (merged.StatusCode, answer.GetProperty("done").GetInt32()));
        Assert.Equal(members[0].Id, (await Json(app, $"/api/v1/catalog/resources/{members[1].Id}")).GetProperty("mergedInto").GetProperty("id").GetInt64());
        Assert.Equal(members[1].Id, (await Json(app, $"/api/v1/catalog/resources/{members[0].Id}")).GetProperty("former")[0].GetProperty("id").GetInt64());
        Assert.Contains("已并入", await app.Http.GetStringAsync($"/catalog/{members[1].Id}"), StringComparison.Ordinal);
        using var undone = await app.Http.DeleteAsync($"{Address}/merges/{answer.GetProperty("decision")}");
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.False((await Json(app, $"/api/v1/catalog/resources/{members[1].Id}")).TryGetProperty("mergedInto", out _));

        using var rejected = await app.Http.PostAsJsonAsync($"{Address}/{second.GetProperty("items")[0].GetProperty("id")}/rejection", new { resources = ids.Except(members.Select(m => m.Id)) });
        Assert.Equal(HttpStatusCode.NoContent, rejected.StatusCode);
        Assert.Single((await Json(app, $"{Address}?state=rejected")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Others_see_no_groups_and_readers_decide_nothing()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        await Add(app, "企业名录");
        await Add(app, "企业名录1");
        await Compare(app);
        var group = (await Json(app, Address)).GetProperty("items")[0].GetProperty("id").GetInt64();
        app.Person = app.Person! with { Roles = new HashSet<string> { Roles.Auditor } };
        Assert.False((await Json(app, Address)).GetProperty("items")[0].GetProperty("mayDecide").GetBoolean());
        using var reader = await app.Http.PostAsJsonAsync($"{Address}/{group}/rejection", new { resources = Array.Empty<long>() });
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
        app.Person = new Actor(5, "周", 77, "别的单位", new HashSet<string> { Roles.Liaison });
        Assert.Empty((await Json(app, Address)).GetProperty("items").EnumerateArray());
        using var stranger = await app.Http.GetAsync($"/catalog/similar/{group}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    private static async Task<long> Add(TestApp app, string name)
    {
        using var made = await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete with { Name = name, Items = [new ItemContent { Name = "名称" }] }, JsonText.Readable);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<Store>().Execute("UPDATE catalog_resources SET state = 'Published', version = 1 WHERE id = @id", default, ("id", id));
        return id;
    }

    private static async Task Compare(TestApp app)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<CompareResources>().Run(null, default);
    }

    private static Task<JsonElement> Json(TestApp app, string address) => app.Http.GetFromJsonAsync<JsonElement>(address);
}
