using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Matching;

/// <summary>Matching as a page, by the API and at the command line.</summary>
public sealed class MatchFaceTests
{
    private const string Page = "/catalog/match", Api = "/api/v1/catalog/matches";

    [Theory, Engines]
    public async Task The_page_marks_what_matched_and_refuses_with_what_was_typed(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Of(app, Roles.Liaison);
        Assert.DoesNotContain("<mark>", await app.Http.GetStringAsync(Page));
        Assert.Contains("<mark>婚姻登记</mark>", await app.Http.GetStringAsync($"{Page}?need=需要婚姻登記的情況"));
        using var found = await app.Post(Page, Said("需要婚姻登记的情况"));
        var page = await found.Content.ReadAsStringAsync();
        Assert.Contains("<mark>婚姻登记</mark>", page);
        Assert.Contains("/lists/demands/basket?resource=", page);
        using var refused = await app.Post(Page, Said("？？"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("？？", await refused.Content.ReadAsStringAsync());
        using var nothing = await app.Post(Page, Said("量子纠缠"));
        Assert.Contains("没有像的目录", await nothing.Content.ReadAsStringAsync());
    }

    [Theory, Engines]
    public async Task The_api_gives_the_same_and_refuses_by_code(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        app.Person = await Of(app, Roles.DataCentre);
        using var found = await app.Http.PostAsJsonAsync(Api, new { need = "需要婚姻登记的情况" });
        var first = (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0];
        Assert.Contains("婚姻登记", first.GetProperty("name").GetString());
        Assert.Equal("婚姻登记", first.GetProperty("words")[0].GetString());
        using var refused = await app.Http.PostAsJsonAsync(Api, new { need = "、" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("catalog.match.nothing", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        app.Person = app.Person with { Roles = new HashSet<string> { Roles.SystemAdmin } };
        using var stranger = await app.Http.PostAsJsonAsync(Api, new { need = "婚姻登记" });
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    [Theory, Engines]
    public async Task The_verb_prints_them_with_the_words(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var (code, output, _) = await VerbRun.Run(services, "match", "需要婚姻登记的情况");
        Assert.Equal(0, code);
        Assert.Contains("[婚姻登记", output.Split('\n')[0]);
        var (_, json, _) = await VerbRun.Run(services, "match", "婚姻登记", "--json");
        Assert.Contains("婚姻登记", JsonDocument.Parse(json).RootElement.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(1, (await VerbRun.Run(services, "match", "，")).Code);
    }

    private static async Task<Actor> Of(TestApp app, string role)
    {
        await using var scope = app.Scope();
        var units = await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default);
        return new Actor(1, "王敏", units.Resolve("市民政局")!.Value, "市民政局", new HashSet<string> { role });
    }

    private static IEnumerable<KeyValuePair<string, string>> Said(string need) => [KeyValuePair.Create("need", need)];
}
