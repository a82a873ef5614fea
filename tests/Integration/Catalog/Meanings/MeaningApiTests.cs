using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Meanings;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Meanings;

public sealed class MeaningApiTests
{
    private const string Address = "/api/v1/catalog/elements";

    [Theory, Engines]
    public async Task Meanings_are_read_page_by_page_and_decided_by_the_city(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王敏", "市民政局", Roles.Liaison));
        var liaison = app.Person;
        await Add(app, "婚姻登记信息", "姓名", "公民身份号码", "民族");
        app.Person = new Actor(6, "周", 77, "市公安局", new HashSet<string> { Roles.Liaison });
        await Add(app, "户籍人口信息", "姓名", "公民身份号码", "民族", "籍贯");
        await Gather(app);
        var first = await Json(app, $"{Address}?limit=2");
        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        var second = await Json(app, $"{Address}?limit=2&after={first.GetProperty("next").GetString()}");
        Assert.Equal((1, false), (second.GetProperty("items").GetArrayLength(), second.TryGetProperty("next", out _)));
        var row = (await Json(app, $"{Address}?q=身份")).GetProperty("items")[0];
        var id = row.GetProperty("id").GetInt64();
        Assert.Equal(("公民身份号码", 2, "open"), (row.GetProperty("name").GetString(), row.GetProperty("units").GetInt32(), row.GetProperty("state").GetString()));
        using var refused = await app.Http.PutAsJsonAsync($"{Address}/{id}/source", new { unit = 77, edit = 0 });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        app.Person = new Actor(9, "赵", 0, "市数据局", new HashSet<string> { Roles.Authority });
        using var named = await app.Http.PutAsJsonAsync($"{Address}/{id}/source", new { unit = 77, edit = 0, document = "某文件" });
        Assert.Equal(HttpStatusCode.NoContent, named.StatusCode);
        var one = await Json(app, $"{Address}/{id}");
        Assert.Equal((77, 1, 2), (one.GetProperty("row").GetProperty("source").GetProperty("id").GetInt64(), one.GetProperty("edit").GetInt32(), one.GetProperty("items").GetArrayLength()));
        using var unsaid = await app.Http.PutAsJsonAsync($"{Address}/{id}/difference", new { edit = 1 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using var late = await app.Http.PutAsJsonAsync($"{Address}/{id}/difference", new { edit = 0, reason = "晚了" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Single((await Json(app, $"{Address}?state=decided&unit=77")).GetProperty("items").EnumerateArray());
        Assert.Empty((await Json(app, $"{Address}?state=decided&unit=78")).GetProperty("items").EnumerateArray());

        app.Person = liaison;
        Assert.Contains("已定数源", await app.Http.GetStringAsync($"/catalog/elements/{id}"), StringComparison.Ordinal);
        app.Person = new Actor(5, "吴", 78, "别的单位", new HashSet<string> { Roles.Liaison });
        Assert.Empty((await Json(app, Address)).GetProperty("items").EnumerateArray());
        using var stranger = await app.Http.GetAsync($"/catalog/elements/{id}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    private static async Task Add(TestApp app, string name, params string[] items)
    {
        using var made = await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", CatalogWorld.Complete with { Name = name, Items = [.. items.Select(i => new ItemContent { Name = i })] }, JsonText.Readable);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<Store>().Execute("UPDATE catalog_resources SET state = 'Published', version = 1 WHERE id = @id", default, ("id", id));
    }

    private static async Task Gather(TestApp app)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<GatherMeanings>().Run(null, default);
    }

    private static Task<JsonElement> Json(TestApp app, string address) => app.Http.GetFromJsonAsync<JsonElement>(address);
}
