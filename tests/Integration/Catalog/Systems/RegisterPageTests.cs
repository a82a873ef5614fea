using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Systems;

public sealed class RegisterPageTests
{
    private static readonly Actor Liaison = TestPerson.Of("王敏", "市民政局", Roles.Liaison);

    [Theory, Engines]
    public async Task A_system_is_registered_planned_drafted_and_checked_by_forms(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        using var refused = await app.Post("/catalog/systems/new", Form(("name", ""), ("state", "Building"), ("note", "留着的话")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("留着的话", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await Sent(app, "/catalog/systems/new", null, ("name", "婚姻登记系统"), ("state", "Building"), ("project", "2026-017"));
        using var more = await app.Post($"{page}/plan", Form(("edit", "1"), ("action", "add"), ("rows[0].name", "婚姻登记信息"), ("rows[0].items", "姓名")));
        Assert.Contains("rows[3].name", await more.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var late = await app.Post($"{page}/plan", Form(("edit", "9"), ("rows[0].name", "我写的目录")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("我写的目录", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Sent(app, $"{page}/plan", null, ("edit", "1"), ("rows[0].name", "婚姻登记信息"), ("rows[0].items", "姓名\r\n日期"), ("rows[0].share", "Conditional"));
        await Sent(app, page, $"{page}/plan/drafts");
        Assert.Contains("编制中", await app.Http.GetStringAsync($"{page}/check"), StringComparison.Ordinal);
        using var wrong = await app.Post($"{page}/check", Form(("verdict", "pass"), ("checker", "陈工"), ("checkedOn", "2026-11-20"), ("remark", "照旧"), ("digest", "0")));
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("照旧", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var sheet in new[] { $"{page}/check/print", page, "/catalog/systems?q=婚登&state=Building" }) Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(sheet)).StatusCode);
    }

    [Theory, Engines]
    public async Task Two_who_save_a_duty_choose_field_by_field(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        var page = await Sent(app, "/catalog/duties/new", null, ("name", "婚姻登记管理"), ("basis", "三定规定"), ("state", "InUse"));
        await Sent(app, $"{page}/edit", null, ("edit", "1"), ("name", "婚姻登记管理"), ("basis", "三定规定（2024）"), ("state", "InUse"));
        using var late = await app.Post($"{page}/edit", Form(("edit", "1"), ("name", "婚姻登记管理"), ("basis", "权责清单"), ("state", "InUse")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync();
        Assert.True(both.Contains("权责清单", StringComparison.Ordinal) && both.Contains("三定规定（2024）", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task The_coverage_opens_registers_prints_and_exports(Engine engine)
    {
        await using var app = await TestApp.Start(engine, Liaison);
        await using (var scope = app.Scope())
            await scope.ServiceProvider.GetRequiredService<SaveResource>().Create(CatalogWorld.Complete with { Name = "{0} 救助信息", SystemName = "救助系统" }, Liaison, default);
        Assert.Contains("登记这些系统", await app.Http.GetStringAsync("/catalog/coverage?list=Unregistered"), StringComparison.Ordinal);
        Assert.Contains("救助信息", await app.Http.GetStringAsync("/catalog/coverage?list=Unregistered&name=救助系统"), StringComparison.Ordinal);
        await Sent(app, "/catalog/coverage?list=Unregistered", "/catalog/coverage/register");
        Assert.Contains("救助系统", await app.Http.GetStringAsync("/catalog/systems?proposed=true"), StringComparison.Ordinal);
        await Sent(app, "/catalog/duties/new", null, ("name", "救助"), ("basis", "三定 {1} 规定"), ("state", "InUse"));
        foreach (var list in new[] { "", "?list=Bare", "?list=Idle", "?list=Unnamed", "?page=45000000", "/print" }) Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync($"/catalog/coverage{list}")).StatusCode);
        await using var file = new MemoryStream(await app.Http.GetByteArrayAsync("/catalog/coverage/export"));
        using var workbook = new ZipArchive(file);
        Assert.Equal(5, workbook.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_the_units_keepers_write_and_only_its_people_and_the_city_see()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, Liaison);
        var system = await Sent(app, "/catalog/systems/new", null, ("name", "婚姻登记系统"), ("state", "Running"));
        app.Person = Liaison with { UnitId = 2 };
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(system)).StatusCode);
        Assert.DoesNotContain("婚姻登记系统", await app.Http.GetStringAsync("/catalog/systems"), StringComparison.Ordinal);
        app.Person = TestPerson.Of("赵", "市数据局", Roles.Authority) with { UnitId = 3 };
        Assert.Contains("婚姻登记系统", await app.Http.GetStringAsync("/catalog/systems"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Http.GetAsync($"{system}/edit")).StatusCode);
        app.Person = TestPerson.Of("管", "", Roles.SystemAdmin);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Http.GetAsync("/catalog/coverage")).StatusCode);
    }

    private static async Task<string> Sent(TestApp app, string page, string? action, params (string, string)[] fields)
    {
        using var answer = await app.Post(page, Form(fields), action);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.ToString();
    }

    private static KeyValuePair<string, string>[] Form(params (string Name, string Value)[] fields) => [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
}
