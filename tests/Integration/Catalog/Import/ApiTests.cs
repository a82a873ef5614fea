using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

public sealed class ApiTests
{
    private const string Root = "/api/v1/imports";
    private const string File = "目录名称,更新频率,备注栏\n婚姻登记,每天,无\n低保对象,每月,无\n";

    [Theory, Engines]
    public async Task A_file_goes_its_way_by_the_api_as_by_the_pages(Engine engine)
    {
        await using var app = await Start(engine);
        var id = await Upload(app, File, "published");
        await Ok(app.Http.PutAsJsonAsync($"{Root}/{id}/mapping", new { provider = "市民政局", keepAs = "月报" }));
        var found = await Settled(app, id);
        Assert.Equal(("checked", "市民政局", 2), (Text(found, "state"), Text(found, "provider"), Figure(found, "new")));
        // What is absent stays as it was: the provider too.
        await Ok(app.Http.PutAsJsonAsync($"{Root}/{id}/mapping", new { columns = new Dictionary<string, string> { ["目录名称"] = "name" } }));
        found = await Settled(app, id);
        Assert.Equal(("checked", "市民政局"), (Text(found, "state"), Text(found, "provider")));
        await Ok(app.Http.PostAsJsonAsync($"{Root}/{id}/start", new { onlyGood = false }));
        Assert.Equal(2, Figure(await Settled(app, id), "created"));
        await Ok(app.Http.DeleteAsync($"{Root}/{id}"));
        Assert.Equal("undone", Text(await Settled(app, id), "state"));
        Assert.Equal(HttpStatusCode.Conflict, (await app.Http.PostAsync($"{Root}/{id}/again", null)).StatusCode);
    }

    [Theory, Engines]
    public async Task Kept_mappings_are_listed_used_and_dropped(Engine engine)
    {
        await using var app = await Start(engine);
        await Ok(app.Http.PutAsJsonAsync($"{Root}/{await Upload(app, File)}/mapping", new { provider = "市民政局", keepAs = "月报" }));
        var kept = Assert.Single((await app.Http.GetFromJsonAsync<JsonElement>($"{Root}/mappings")).EnumerateArray());
        Assert.Equal(("月报", "市民政局", 2), (Text(kept, "name"), Text(kept, "provider"), kept.GetProperty("columns").GetArrayLength()));
        var used = await Ok(app.Http.PutAsJsonAsync($"{Root}/{await Upload(app, "摘要,目录名称\n说明,养老机构\n")}/mapping", new { kept = "月报" }));
        Assert.Equal(("月报", "市民政局"), (Text(used, "mapping"), Text(used, "provider")));
        Assert.Contains("更新频率", used.GetProperty("fileNotes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Http.DeleteAsync($"{Root}/mappings/月报")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.DeleteAsync($"{Root}/mappings/月报")).StatusCode);
    }

    [Theory, Engines]
    public async Task The_list_is_paged_by_key_and_holds_only_what_a_person_may_see(Engine engine)
    {
        await using var app = await Start(engine);
        var ids = new List<long>();
        for (var i = 0; i < 3; i++) ids.Add(await Upload(app, File));
        var first = await app.Http.GetFromJsonAsync<JsonElement>($"{Root}?limit=2");
        var rest = await app.Http.GetFromJsonAsync<JsonElement>($"{Root}?limit=2&after={Text(first, "next")}");
        Assert.Equal(ids.AsEnumerable().Reverse(), first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(i => i.GetProperty("id").GetInt64()));
        Assert.False(rest.TryGetProperty("next", out _));
        app.Person = TestPerson.Of("王敏", "市民政局", Roles.Liaison);
        Assert.Empty((await app.Http.GetFromJsonAsync<JsonElement>(Root)).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync($"{Root}/{ids[0]}")).StatusCode);
    }

    [Theory, Engines]
    public async Task A_file_is_read_again_by_another_header_row(Engine engine)
    {
        await using var app = await Start(engine);
        var id = await Upload(app, "目录名称,更新频率\n名称,频率\n婚姻登记,每天\n");
        var again = await Ok(app.Http.PutAsJsonAsync($"{Root}/{id}/reading", new { headerRow = 2 }));
        Assert.Equal(["名称", "频率"], again.GetProperty("columns").EnumerateArray().Select(c => Text(c, "header")));
    }

    [Theory, Engines]
    public async Task Unknown_fields_and_columns_are_refused_together(Engine engine)
    {
        await using var app = await Start(engine);
        using var refused = await app.Http.PutAsJsonAsync($"{Root}/{await Upload(app, File)}/mapping", new { columns = new Dictionary<string, string> { ["目录名称"] = "nmae", ["没有这列"] = "summary" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["catalog.import.mapping.unknown-field", "catalog.import.mapping.unknown-column"], problem.GetProperty("faults").EnumerateArray().Select(f => Text(f, "code")));
    }

    private static Task<TestApp> Start(Engine engine) => TestApp.Start(engine, TestPerson.Of("李数", "大数据中心", Roles.DataCentre));

    private static async Task<long> Upload(TestApp app, string csv, string target = "draft")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "目录.csv" }, { new StringContent(target), "target" } };
        return (await Ok(app.Http.PostAsync(Root, form))).GetProperty("id").GetInt64();
    }

    private static async Task<JsonElement> Settled(TestApp app, long id)
    {
        await PageTests.Settle(app, $"/catalog/imports/{id}");
        return await app.Http.GetFromJsonAsync<JsonElement>($"{Root}/{id}");
    }

    private static async Task<JsonElement> Ok(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Figure(JsonElement import, string name) => import.GetProperty("figures").GetProperty(name).GetInt32();
}
