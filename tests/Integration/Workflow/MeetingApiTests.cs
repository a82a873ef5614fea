using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>Meetings for programs: planned, looked at, concluded or cancelled, each on the version that was read.</summary>
public sealed class MeetingApiTests
{
    private const string Meetings = "/api/v1/workflow/meetings";

    [Theory, Engines]
    public async Task A_meeting_is_planned_read_and_cancelled_on_the_version_that_was_read(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var key = await Matter(app);
        var empty = await app.Http.PostAsJsonAsync(Meetings, new { });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var planned = await app.Http.PostAsJsonAsync(Meetings, new { title = "会商", meetsOn = Day(app), place = "三楼", matters = new[] { key } });
        Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
        var (address, tag) = (planned.Headers.Location!.ToString(), planned.Headers.ETag!.ToString());
        Assert.Equal(tag, (await app.Http.GetAsync(address)).Headers.ETag!.ToString());
        Assert.Contains(((JsonArray)(await app.Http.GetFromJsonAsync<JsonObject>(Meetings))!["items"]!).Select(m => (string)m!["title"]!), t => t == "会商");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(app, $"{address}/cancel", null, JsonContent.Create(new { why = "改期" }))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(app, $"{address}/cancel", "\"7\"", JsonContent.Create(new { why = "改期" }))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Send(app, $"{address}/cancel", tag, JsonContent.Create(new { why = "改期" }))).StatusCode);
        Assert.Equal("已取消", (string)(await app.Http.GetFromJsonAsync<JsonObject>(address))!["row"]!["state"]!);
    }

    [Theory, Engines]
    public async Task Minutes_are_a_form_with_their_number_and_what_was_said_of_each_matter(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var key = await Matter(app);
        var planned = await app.Http.PostAsJsonAsync(Meetings, new { title = "会商", meetsOn = Day(app), place = "三楼", matters = new[] { key } });
        var (address, tag) = (planned.Headers.Location!.ToString(), planned.Headers.ETag!.ToString());
        using var nothing = Minutes("");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(app, $"{address}/minutes", tag, nothing)).StatusCode);
        using var minutes = Minutes("Defer");
        Assert.Equal(HttpStatusCode.NoContent, (await Send(app, $"{address}/minutes", tag, minutes)).StatusCode);
        var read = (await app.Http.GetFromJsonAsync<JsonObject>(address))!;
        Assert.Equal(("示数会纪〔2026〕5 号", "暂不作结论"), ((string)read["row"]!["minutes"]!, (string)read["matters"]![0]!["outcome"]!));
        // Units neither see meetings nor plan them.
        await app.SignIn("minzheng", "Qingdan-Demo-2026");
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Http.GetAsync(address)).StatusCode);

        MultipartFormDataContent Minutes(string outcome)
        {
            var scan = new ByteArrayContent("%PDF-1.4"u8.ToArray());
            return new() { { new StringContent("李卫东"), "signer" }, { new StringContent(Day(app)), "signedOn" }, { new StringContent("示数会纪〔2026〕5 号"), "documentNumber" }, { scan, "scan", "纪要.pdf" }, { new StringContent(outcome), "matters[1].outcome" }, { new StringContent("下次再议"), "matters[1].conclusion" } };
        }
    }

    // A demand whose provider nobody has named; the authority is signed in afterwards.
    private static async Task<string> Matter(TestApp app)
    {
        await app.SignIn("data-centre", "Qingdan-Demo-2026");
        var demand = (await app.Http.GetFromJsonAsync<JsonObject>($"/api/v1/lists/demands?tab=InCheck&q={Uri.EscapeDataString("玻璃幕墙")}"))!["items"]![0]!["id"]!;
        var read = (await app.Http.GetAsync($"/api/v1/lists/demands/{demand}")).Headers.ETag!.ToString();
        (await Send(app, $"/api/v1/lists/demands/{demand}/check", read, JsonContent.Create(new { agrees = true }))).EnsureSuccessStatusCode();
        await app.SignIn("authority", "Qingdan-Demo-2026");
        return (string)(await app.Http.GetFromJsonAsync<JsonArray>($"{Meetings}/matters"))![0]!["key"]!;
    }

    private static string Day(TestApp app) => app.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<HttpResponseMessage> Send(TestApp app, string address, string? tag, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await app.Http.SendAsync(request);
    }
}
