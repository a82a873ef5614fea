using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Division;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Organizations;

/// <summary>职责分工表: read off the accounts and the routes.</summary>
public sealed class DivisionTests
{
    [Theory, Engines]
    public async Task It_names_the_holders_of_each_post_and_what_is_missing(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var view = await List(services, Auditor, "?q=市民政局");
        var row = Assert.Single(view.Rows);
        Assert.Equal(["赵国安", "王敏", "刘洋", "钱立", "冯谨"], DivisionRow.Posts.Keys.SelectMany(p => row.People[p]));
        Assert.False(row.Lacks);
        Assert.All((await List(services, Auditor, "?need=missing")).Rows, r => Assert.True(r.Lacks));
    }

    [Theory, Engines]
    public async Task Who_does_what_is_what_the_routes_say(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var kinds = (await List(services, Auditor, "")).Kinds.ToDictionary(k => k.Kind, k => string.Join(' ', k.Steps.Select(s => $"{s.Part}:{s.Role}")));
        Assert.Equal("Fills:liaison Reviews:unit-head Decides:data-centre", kinds["需求清单"]);
        Assert.Equal("Fills:liaison Reviews:legal Reviews:secrecy Reviews:unit-head Decides:authority", kinds["负面清单"]);
        Assert.Equal("Fills:liaison Reviews:unit-head Decides:authority", kinds["数据目录"]);
    }

    [Theory, Engines]
    public async Task A_unit_sees_its_own_people_only(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await DirectoryTests.LoadDemo(services);
        var unit = (await DirectoryTests.Tree(services)).Resolve("市公安局")!.Value;
        var view = await List(services, new Actor(1, "何志强", unit, "市公安局", new HashSet<string> { Roles.Liaison }), "");
        Assert.Equal([unit], view.Rows.Select(r => r.Unit.Id));
    }

    [Fact]
    public async Task It_is_printed_and_exported()
    {
        await using var app = await TestApp.StartCity(Engine.Sqlite);
        app.Person = Auditor;
        Assert.Contains("市民政局", await app.Http.GetStringAsync("/organizations/duties/print?q=市民政局"), StringComparison.Ordinal);
        using var file = await app.Http.GetAsync("/organizations/duties/export?format=xlsx");
        Assert.Equal((HttpStatusCode.OK, (byte)'P'), (file.StatusCode, (await file.Content.ReadAsByteArrayAsync())[0]));
    }

    private static readonly Actor Auditor = new(6, "周静", 0, "", new HashSet<string> { Roles.Auditor });

    private static Task<DivisionView> List(TestServices services, Actor actor, string query) =>
        services.With<ListDivision, DivisionView>(l => l.Run(new QueryState(new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }), actor, default));
}
