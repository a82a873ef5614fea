using System.Net;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Standards;

public sealed class StandardsPagesTests
{
    private static readonly Actor Centre = TestPerson.Of("王敏", "市大数据中心", Roles.DataCentre);
    private static readonly Actor Liaison = TestPerson.Of("赵琳", "市住建委", Roles.Liaison);

    [Theory]
    [InlineData("/standards", "政务数据共享条例")]
    [InlineData("/standards/deadline?term=T2&from=2026-11-12&extended=true", "2026-12-10")]
    [InlineData("/standards/deadline?term=T2&term=T7&kind=PublicService&from=2026-11-12", "只在经授权时适用")]
    [InlineData("/standards/calendar/2026", "国办发明电〔2025〕7号")]
    [InlineData("/standards/calendar/2028", "暂计")]
    [InlineData("/standards/declarations/negative", "保密义务")]
    [InlineData("/standards/legal-bases", "中华人民共和国统计法")]
    [InlineData("/standards/legal-bases?q=%E7%BB%9F%E8%AE%A1%E6%B3%95%2028", "单个统计调查对象")]
    [InlineData("/standards?lang=en", "Rules and calendar")]
    public async Task Every_page_shows_what_it_is_about(string address, string expected)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Liaison);
        Assert.Contains(expected, await app.Http.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_data_centre_changes_a_day_by_form_and_a_fault_stands_beside_its_field(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Centre);
        const string Page = "/standards/calendar/2026?day=2026-11-25", Action = "/standards/calendar/days/2026-11-25";
        using var refused = await app.Post(Page, Form(("kind", "off"), ("holiday", ""), ("version", "0")), Action);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("f-holiday-e", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var done = await app.Post(Page, Form(("kind", "off"), ("holiday", "临时放假"), ("version", "0")), Action);
        Assert.Equal("/standards/calendar/2026", done.Headers.Location?.ToString());
        Assert.Contains("临时放假", await app.Http.GetStringAsync("/standards/calendar/2026"), StringComparison.Ordinal);
        using var late = await app.Post(Page, Form(("kind", "week"), ("version", "0")), Action);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task A_year_is_recorded_as_announced_by_form()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Centre);
        using var refused = await app.Post("/standards/calendar/2027", Form(("notice", " ")), "/standards/calendar/2027/announce");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var early = await app.Post("/standards/calendar/2027", Form(("notice", "国办发明电〔2026〕9号")), "/standards/calendar/2027/announce");
        Assert.Contains("还没有录入这些节日的放假日", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var done = await app.Post("/standards/calendar/2026", Form(("notice", "国办发明电〔2025〕7号（更正）")), "/standards/calendar/2026/announce");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("（更正）", await app.Http.GetStringAsync("/standards/calendar/2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_liaison_sees_the_calendar_without_its_forms_and_cannot_send_them()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Liaison);
        Assert.DoesNotContain("<form method=\"post\" action=\"/standards", await app.Http.GetStringAsync("/standards/calendar/2026?day=2026-11-25"), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(Form(("kind", "off"), ("holiday", "临时放假")));
        using var answer = await app.Http.PostAsync("/standards/calendar/days/2026-11-25", form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/standards/calendar/1999", HttpStatusCode.NotFound)]
    [InlineData("/standards/declarations/nothing", HttpStatusCode.NotFound)]
    [InlineData("/standards/legal-bases/1", HttpStatusCode.NotFound)]
    [InlineData("/standards/deadline?term=T2&from=yesterday", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/standards/deadline?from=2026-11-12", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/standards/deadline?term=nonsense&from=2026-11-12", HttpStatusCode.NotFound)]
    public async Task What_does_not_exist_is_said_and_nothing_breaks(string address, HttpStatusCode status)
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Centre);
        using var answer = await app.Http.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
    }

    private static KeyValuePair<string, string>[] Form(params (string Name, string Value)[] fields) => [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
}
