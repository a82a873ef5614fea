using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary>The page, the forms and the API of what summaries name.</summary>
public sealed class ProposedPageTests
{
    private const string Page = "/catalog/proposed-items", Api = "/api/v1/catalog/proposed-items";

    private static readonly ResourceContent Prose = CatalogWorld.Complete with { Name = "养老机构信息", Summary = "包括机构名称、地址、床位数等信息。", Items = [] };
    private static readonly Actor Liaison = TestPerson.Of("王敏", "市民政局", Roles.Liaison);

    [Theory, Engines]
    public async Task The_page_marks_the_names_confirms_the_ticked_ones_and_offers_to_hand_in(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        var (id, edit) = await Created(app);
        Assert.Contains("<mark>床位数</mark>", await app.Http.GetStringAsync(Page), StringComparison.Ordinal);
        using var empty = await app.Post(Page, [new("id", $"{id}"), new($"edit-{id}", $"{edit}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var done = await app.Post(Page, [new("id", $"{id}"), new($"edit-{id}", $"{edit}"), new($"item-{id}", "地址"), new($"item-{id}", "床位数")]);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var next = await app.Http.GetStringAsync(done.Headers.Location!.ToString());
        Assert.Contains("/catalog/bulk/submission", next, StringComparison.Ordinal);
        Assert.Contains("没有要补的了", next, StringComparison.Ordinal);
        var items = (await app.Http.GetFromJsonAsync<JsonElement>($"/api/v1/catalog/resources/{id}")).GetProperty("content").GetProperty("items");
        Assert.Equal(["地址", "床位数"], items.EnumerateArray().Select(i => i.GetProperty("name").GetString()));
    }

    [Theory, Engines]
    public async Task The_form_puts_ticked_names_into_its_rows_and_loses_nothing_typed(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        var (id, edit) = await Created(app);
        var address = $"/catalog/{id}/edit";
        Assert.Contains("name=\"proposed\"", await app.Http.GetStringAsync(address), StringComparison.Ordinal);
        using var answer = await app.Post(address,
            [new("edit", $"{edit}"), new("original", JsonSerializer.Serialize(Prose, JsonText.Readable)), new("name", "改了的名称"), new("items[0].name", " "), new("proposed", "机构名称"), new("proposed", "地址"), new("action", "take")]);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("value=\"改了的名称\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("name=\"items[1].name\" value=\"地址\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_page_of_a_resource_proposes_to_its_unit_until_somebody_says_that_these_are_none(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        var (id, _) = await Created(app);
        var address = $"/catalog/{id}";
        Assert.Contains("摘要写到 3 个数据项", await app.Http.GetStringAsync(address), StringComparison.Ordinal);
        using var refused = await app.Post(address, [new("back", $"{id}")], $"{Page}/{id}/refusal");
        Assert.Equal(address, refused.Headers.Location!.ToString());
        Assert.DoesNotContain("个数据项。系统", await app.Http.GetStringAsync($"{address}/edit"), StringComparison.Ordinal);
        Assert.DoesNotContain("摘要写到", await app.Http.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_api_lists_confirms_and_refuses_and_others_may_not(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        var (id, edit) = await Created(app);
        var (other, _) = await Created(app);
        var first = (await app.Http.GetFromJsonAsync<JsonElement>($"{Api}?limit=1"));
        Assert.Equal(id, first.GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.Equal(other, (await app.Http.GetFromJsonAsync<JsonElement>($"{Api}?after={first.GetProperty("next").GetInt64()}")).GetProperty("items")[0].GetProperty("id").GetInt64());
        using var taken = await app.Http.PostAsJsonAsync(Api, new { resources = new[] { new { id, edit, items = new[] { "地址" } } } });
        Assert.Equal(1, (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("done").GetInt32());
        using var refused = await app.Http.PostAsync($"{Api}/{other}/refusal", null);
        Assert.Equal(HttpStatusCode.NoContent, refused.StatusCode);
        Assert.Equal(0, (await app.Http.GetFromJsonAsync<JsonElement>(Api)).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Http.GetAsync($"{Api}?limit=0")).StatusCode);
        using var hollow = await app.Http.PostAsJsonAsync(Api, new { resources = new object?[] { null } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hollow.StatusCode);

        app.Person = TestPerson.Of("赵", "市数据局", Roles.Authority);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Http.GetAsync(Api)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(Page)).StatusCode);
    }

    private static async Task<(long Id, int Edit)> Created(TestApp app)
    {
        using var answer = await app.Http.PostAsJsonAsync("/api/v1/catalog/resources", Prose, JsonText.Readable);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (made.GetProperty("id").GetInt64(), made.GetProperty("edit").GetInt32());
    }
}
