using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

/// <summary>职能划转 on its pages: the authority records, the units concerned look, all others do not.</summary>
public sealed class TransferPageTests
{
    [Theory, Engines]
    public async Task It_is_shown_first_then_recorded_and_seen_by_those_concerned(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        var units = await Tree(app);
        var (from, to, other) = (units.Resolve("市民政局")!.Value, units.Resolve("市卫健委")!.Value, units.Resolve("市公安局")!.Value);
        var authority = new Actor(1, "李卫东", units.Resolve("市数据局") ?? 0, "市数据局", new HashSet<string> { Roles.Authority });
        app.Person = authority;
        var form = $"/organizations/{from}/transfers/new";
        KeyValuePair<string, string>[] fields = [new("kind", "Move"), new("to", "市卫健委"), new("day", "2026-12-31"), new("document", "示编〔2026〕8号"), new("note", "殡葬管理"), new("scope", "Whole"), new("system", "")];
        using (var bad = await app.Post(form, [], $"/organizations/{from}/transfers/impact")) Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        using var impact = await app.Post(form, fields, $"/organizations/{from}/transfers/impact");
        Assert.Equal(HttpStatusCode.OK, impact.StatusCode);
        Assert.Contains("这次划转会影响什么", await impact.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var recorded = await app.Post(form, fields, $"/organizations/{from}/transfers");
        var page = recorded.Headers.Location!.OriginalString;

        foreach (var (unit, status) in new[] { (from, HttpStatusCode.OK), (to, HttpStatusCode.OK), (other, HttpStatusCode.NotFound) })
        {
            app.Person = new Actor(5, "某人", unit, "单位", new HashSet<string> { Roles.Liaison });
            Assert.Equal((status, status), (await Status(app, page), await Status(app, $"{page}/print")));
            Assert.Equal(HttpStatusCode.Forbidden, await Status(app, form));
            using var withdrawn = await app.Post("/todo", [], $"{page}/withdraw");
            Assert.Equal(HttpStatusCode.Forbidden, withdrawn.StatusCode);
            Assert.Equal(status == HttpStatusCode.OK, (await app.Http.GetStringAsync($"/organizations/{unit}")).Contains(page, StringComparison.Ordinal));
        }
        app.Person = new Actor(6, "周静", 0, "", new HashSet<string> { Roles.Auditor });
        Assert.Contains(page, await app.Http.GetStringAsync($"/organizations/{from}"), StringComparison.Ordinal);
        app.Person = authority;
        using (var withdrawn = await app.Post(page, [], $"{page}/withdraw")) Assert.Equal(page, withdrawn.Headers.Location!.OriginalString);
        Assert.Contains("已撤回", await app.Http.GetStringAsync(page), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(TestApp app, string path)
    {
        using var answer = await app.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<UnitTree> Tree(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default);
    }
}
