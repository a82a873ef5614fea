using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class ApiTests
{
    private const string Path = "/api/v1/catalog/resources";

    [Theory, Engines]
    public async Task A_resource_goes_its_way_by_the_api_as_by_the_pages(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person(Roles.Liaison, Roles.UnitHead));
        using var created = await app.Http.PostAsJsonAsync(Path, CatalogWorld.Complete, JsonText.Readable);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var place = created.Headers.Location!.ToString();

        using var unguarded = await app.Http.PutAsJsonAsync(place, CatalogWorld.Complete, JsonText.Readable);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unguarded.StatusCode);
        using var stale = await Put(app, place, "\"99\"");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var saved = await Put(app, place, created.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        using var again = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, place) { Headers = { { "If-None-Match", saved.Headers.ETag!.Tag } } });
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var handedIn = await app.Http.PostAsJsonAsync($"{place}/submission", new { assessed = true });
        Assert.Equal("inReview", (await Json(handedIn)).GetProperty("state").GetString());

        app.Person = Person(Roles.Authority);
        using var unseen = await app.Http.PostAsJsonAsync($"{place}/publication", new { agrees = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        using var published = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{place}/publication") { Content = JsonContent.Create(new { agrees = true }), Headers = { { "If-Match", handedIn.Headers.ETag!.Tag } } });
        Assert.Equal("published", (await Json(published)).GetProperty("state").GetString());
        using var withdrawn = await app.Http.DeleteAsync($"{place}/publication?reason=停用");
        Assert.Equal("withdrawn", (await Json(withdrawn)).GetProperty("state").GetString());
    }

    [Theory, Engines]
    public async Task A_draft_can_be_given_up(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person(Roles.Liaison));
        using var created = await app.Http.PostAsJsonAsync(Path, CatalogWorld.Complete, JsonText.Readable);
        var draft = $"{created.Headers.Location}/draft";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Http.DeleteAsync(draft)).StatusCode);
        using var dropped = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, draft) { Headers = { { "If-Match", created.Headers.ETag!.Tag } } });
        Assert.Equal(HttpStatusCode.NoContent, dropped.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(created.Headers.Location)).StatusCode);
    }

    [Theory, Engines]
    public async Task Pages_of_the_list_follow_each_other_without_gap(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person(Roles.Liaison));
        for (var i = 0; i < 7; i++) (await app.Http.PostAsJsonAsync(Path, CatalogWorld.Complete with { Name = $"目录{i}" }, JsonText.Readable)).Dispose();
        var names = new List<string?>();
        for (string? next = ""; next is not null;)
        {
            var page = await app.Http.GetFromJsonAsync<JsonElement>($"{Path}?limit=3&after={(next.Length > 0 ? next : "0")}&q=目录");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()));
            next = page.TryGetProperty("next", out var after) ? after.GetString() : null;
        }
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"目录{i}"), names);
    }

    [Theory]
    [InlineData("""{"name":"名称","share":7}""", "share")]
    [InlineData("""{"name":"名称","share":"conditional, notShared"}""", "share")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"名称","items":null}""", "items")]
    [InlineData("""{"name":"名称","items":[null]}""", "items")]
    [InlineData("""{"name":"名称","items":[{"name":"姓名","note":null}]}""", "items[0].note")]
    [InlineData("""{"name":"名称","elements":{"office":null}}""", "elements")]
    [InlineData("""{"name":"名称","elements":{"office":7}}""", "elements.office")]
    [InlineData("""{"name":"名称"} {}""", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    public async Task A_body_that_says_nothing_usable_is_refused_with_a_sentence_and_stores_nothing(string body, string? field)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Person(Roles.Liaison));
        using var answer = await app.Http.PostAsync(Path, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("catalog.body.invalid", field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
        Assert.Equal(0, (await app.Http.GetFromJsonAsync<JsonElement>(Path)).GetProperty("total").GetInt32());
    }

    [Theory, Engines]
    public async Task Who_sees_no_business_data_gets_none(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Person(Roles.SystemAdmin));
        using var answer = await app.Http.GetAsync(Path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static Actor Person(params string[] roles) => TestPerson.Of("王敏", "市民政局", roles);

    private static Task<HttpResponseMessage> Put(TestApp app, string place, string tag) =>
        app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Put, place) { Content = JsonContent.Create(CatalogWorld.Complete with { Summary = "改过" }, options: JsonText.Readable), Headers = { { "If-Match", tag } } });

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
