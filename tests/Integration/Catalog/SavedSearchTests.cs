using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class SavedSearchTests
{
    private const string Path = "/api/v1/catalog/searches", Resources = "/api/v1/catalog/resources";

    [Theory, Engines]
    public async Task A_kept_search_tells_of_what_came_since_and_is_quiet_once_looked_at(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person);
        await Save(app, "婚姻登记信息");
        using var kept = await app.Http.PostAsJsonAsync(Path, new { name = "婚姻的", query = "?q=婚姻&share=conditional&page=3" });
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        Assert.Equal(0, (await One(app)).GetProperty("new").GetInt32());
        Assert.Equal("?q=%E5%A9%9A%E5%A7%BB&share=conditional", (await One(app)).GetProperty("query").GetString());

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Save(app, "婚姻档案");
        await Save(app, "户籍信息");
        Assert.Equal(1, (await One(app)).GetProperty("new").GetInt32());
        Assert.Contains("婚姻的", await app.Http.GetStringAsync("/todo"), StringComparison.Ordinal);
        Assert.Contains("1 个新的", await app.Http.GetStringAsync("/catalog/searches"), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var looked = await app.Http.PostAsync($"{Path}/{(await One(app)).GetProperty("id").GetInt64()}/look", null);
        Assert.Equal(0, (await looked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("new").GetInt32());
        Assert.DoesNotContain("婚姻的", await app.Http.GetStringAsync("/todo"), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_search_is_its_person_s_own_and_can_be_dropped(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person);
        (await app.Http.PostAsJsonAsync(Path, new { name = "婚姻的", query = "q=婚姻" })).Dispose();
        var id = (await One(app)).GetProperty("id").GetInt64();
        app.Person = Person with { PersonId = Person.PersonId + 1 };
        Assert.Equal(0, (await app.Http.GetFromJsonAsync<JsonElement>(Path)).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.PostAsync($"{Path}/{id}/look", null)).StatusCode);
        app.Person = Person;
        Assert.Equal(HttpStatusCode.NoContent, (await app.Http.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(0, (await app.Http.GetFromJsonAsync<JsonElement>(Path)).GetProperty("items").GetArrayLength());
    }

    [Theory, Engines]
    public async Task What_cannot_be_kept_is_refused_with_all_its_faults(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person);
        Assert.Equal(["catalog.search.name.required", "catalog.search.query.required"], await Refused(app, " ", "page=2"));
        Assert.Equal(["catalog.search.name.long"], await Refused(app, new string('名', 51), "q=婚姻"));
        Assert.Equal(["catalog.search.name.signs"], await Refused(app, "名\0称", "q=婚姻"));
        Assert.Equal(["catalog.search.query.long"], await Refused(app, "名", $"q={new string('x', 4000)}"));
        for (var i = 0; i < 20; i++) Assert.Empty(await Refused(app, $"第{i}个", "q=婚姻"));
        Assert.Equal(["catalog.search.most", "catalog.search.name.taken"], await Refused(app, "第0个", "q=婚姻"));
    }

    [Theory, Engines]
    public async Task Names_of_units_resources_and_items_are_offered_while_typing_and_not_without_end(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person);
        await Save(app, "婚姻登记信息");
        await Save(app, "婚姻档案");
        Assert.Equal([("resource", "婚姻档案"), ("resource", "婚姻登记信息")], await Offered(app, "婚姻"));
        Assert.Equal([("item", "登记日期")], await Offered(app, "登記日"));
        foreach (var nothing in new[] { "", "*", "-婚", "\0" }) Assert.Empty(await Offered(app, nothing));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
        {
            using var answer = await app.Http.GetAsync("/api/v1/catalog/suggestions?q=婚");
            answers.Add(answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static Actor Person { get; } = TestPerson.Of("王敏", "市民政局", Roles.Liaison);

    private static async Task Save(TestApp app, string name)
    {
        using var answer = await app.Http.PostAsJsonAsync(Resources, CatalogWorld.Complete with { Name = name, Summary = "" }, JsonText.Readable);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static async Task<JsonElement> One(TestApp app) => (await app.Http.GetFromJsonAsync<JsonElement>(Path)).GetProperty("items")[0];

    private static async Task<string?[]> Refused(TestApp app, string name, string query)
    {
        using var answer = await app.Http.PostAsJsonAsync(Path, new { name, query });
        return answer.IsSuccessStatusCode ? [] : [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString())];
    }

    private static async Task<(string?, string?)[]> Offered(TestApp app, string words) =>
        [.. (await app.Http.GetFromJsonAsync<JsonElement>($"/api/v1/catalog/suggestions?q={Uri.EscapeDataString(words)}")).GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("kind").GetString(), i.GetProperty("text").GetString()))];
}
