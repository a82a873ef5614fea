using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Standards;

public sealed class StandardsApiTests
{
    [Theory, Engines]
    public async Task A_deadline_comes_with_its_law_and_its_days(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("赵琳", "市住建委", Roles.Liaison));
        var answer = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/deadlines?profile=national-2025&timer=T2&from=2026-11-12");
        Assert.Equal("2026-11-26", answer.GetProperty("date").GetString());
        Assert.Equal(21, answer.GetProperty("article").GetInt32());
        Assert.Equal(14, answer.GetProperty("days").GetArrayLength());
        Assert.Equal("weekend", answer.GetProperty("days")[1].GetProperty("kind").GetString());
    }

    [Theory, Engines]
    public async Task Wrong_questions_are_refused_with_code_and_field(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("赵琳", "市住建委", Roles.Liaison));
        await Refused(app, "/api/v1/deadlines?profile=national-2025&timer=T2&from=12.11.2026", HttpStatusCode.UnprocessableEntity, "standards.date");
        await Refused(app, "/api/v1/deadlines?profile=national-2025&timer=T3&from=2026-11-12&extended=true", HttpStatusCode.UnprocessableEntity, "standards.deadline.no-extension");
        await Refused(app, "/api/v1/deadlines?profile=elsewhere&timer=T2&from=2026-11-12", HttpStatusCode.NotFound, "standards.profile.unknown");
        await Refused(app, "/api/v1/calendar/1066", HttpStatusCode.NotFound, "standards.calendar.year");
        await Refused(app, "/api/v1/declarations/nothing", HttpStatusCode.NotFound, "standards.declaration.unknown");
    }

    [Theory, Engines]
    public async Task Profiles_declarations_and_clauses_are_read(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("赵琳", "市住建委", Roles.Liaison));
        Assert.Equal(2, (await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/profiles")).GetArrayLength());
        Assert.Equal("name", (await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/declarations/resource")).GetProperty("elements")[0].GetProperty("key").GetString());
        var clauses = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/legal-bases?q=" + Uri.EscapeDataString("反洗钱法 第七条"));
        Assert.Equal("express", clauses[0].GetProperty("ban").GetString());
    }

    [Theory, Engines]
    public async Task Only_authority_and_data_centre_change_a_day(Engine engine)
    {
        await using var centre = await TestApp.Start(engine, TestPerson.Of("王敏", "市大数据中心", Roles.DataCentre));
        using var done = await centre.Http.PutAsJsonAsync("/api/v1/calendar/days/2026-11-25", new { kind = "off", holiday = "临时放假" });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var again = await centre.Http.PutAsJsonAsync("/api/v1/calendar/days/2026-11-25", new { kind = "off", holiday = "临时放假" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await using var unit = await TestApp.Start(engine, TestPerson.Of("赵琳", "市住建委", Roles.Liaison));
        using var forbidden = await unit.Http.PutAsJsonAsync("/api/v1/calendar/days/2026-11-25", new { kind = "off", holiday = "临时放假" });
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await using var visitor = await TestApp.Start(engine);
        using var unknown = await visitor.Http.GetAsync("/api/v1/profiles");
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
    }

    private static async Task Refused(TestApp app, string address, HttpStatusCode status, string code)
    {
        using var answer = await app.Http.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
