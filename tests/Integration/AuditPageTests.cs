using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.App.Audit;
using Qingdan.Catalog.Versions;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class AuditPageTests
{
    private static readonly AuditAction Tested = new("test.done", "测试");

    [Fact]
    public void A_difference_shows_what_changed_first_with_names_and_units_in_words()
    {
        var fields = new AuditFields(new DeclarationBook(new StoreOptions("none")), [new AuditWord("lists.demand", "Draft", "草稿")]);
        var e = new AuditEvent
        {
            ActorName = "", Action = "", SubjectKind = "lists.demand", Before = """{"name":"甲","kind":"district","parentId":7,"aliases":["一","二"],"state":"Draft","items":["丙"]}""", After = """{"name":"乙","kind":"district","parentId":8,"other":null,"state":"Draft"}""",
        };
        var rows = new AuditDifference(fields, id => id == 7 ? "市政府" : null).Of(e);
        Assert.Equal(
            [new("需求名称", "甲", "乙", true), new("上级单位", "市政府", "8", true), new("别名", "一\n二", "", true), new("数据项", "丙", "", true), new("类别", "区级政府", "区级政府", false), new("状态", "草稿", "草稿", false)], rows);
    }

    [Fact]
    public async Task Every_field_that_the_city_writes_into_its_events_has_a_name()
    {
        await using var services = await TestServices.CreateCity(Engine.Sqlite);
        var texts = await services.With<Store, List<string?>>(async store => [.. await store.Set<AuditEvent>().Select(e => e.Before).ToListAsync(), .. await store.Set<AuditEvent>().Select(e => e.After).ToListAsync()]);
        var written = texts.OfType<string>().SelectMany(text => Keys(JsonDocument.Parse(text).RootElement)).Concat(Inputs.SelectMany(t => t.GetProperties()).Where(p => p.GetMethod!.IsPublic && p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))).Distinct();
        var fields = new AuditFields(new DeclarationBook(new StoreOptions("none")), []);
        Assert.Equal([], written.Where(key => fields.Name("", key) == key));
    }

    // What use-cases put into events as it was written.
    private static readonly Type[] Inputs = [typeof(DemandInput), typeof(DemandItemInput), typeof(NegativeInput), typeof(EntryInput), typeof(ResourceContent), typeof(ItemContent)];

    // The columns of a file are named by the file.
    private static IEnumerable<string> Keys(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => p.Name == "mapping" ? [p.Name] : Keys(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    [Theory, Engines]
    public async Task Events_are_found_by_words_person_action_subject_and_day_newest_first(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, "张三", "低保对象");
        services.Clock.Advance(TimeSpan.FromDays(2));
        await Write(services, "李四", "婚姻登记");
        Assert.Equal(["婚姻登记", "低保对象"], await Found(services, "?action=test.done"));
        Assert.Equal(["低保对象"], await Found(services, "?q=低保"));
        Assert.Equal(["婚姻登记"], await Found(services, "?person=李四"));
        Assert.Equal(["婚姻登记"], await Found(services, "?from=2026-11-25"));
        Assert.Equal(["低保对象"], await Found(services, "?to=2026-11-23"));
        Assert.Equal(["婚姻登记", "低保对象"], await Found(services, "?kind=test&subject=5"));
        Assert.Empty(await Found(services, "?sealed=yes"));
        Assert.Equal(["婚姻登记", "低保对象"], await Found(services, "?sealed=no"));
    }

    [Fact]
    public async Task Auditor_and_authority_read_the_log_and_nobody_else()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        foreach (var role in Roles.Names.Keys)
        {
            app.Person = TestPerson.Of("某人", "市数据局", role);
            using var answer = await app.Http.GetAsync("/audit");
            Assert.Equal(role is Roles.Auditor or Roles.Authority ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_export_is_itself_in_the_log_and_formulas_in_it_are_text()
    {
        await using var app = await TestApp.Start(Engine.Sqlite, TestPerson.Of("周静", "市政府", Roles.Auditor));
        await using (var scope = app.Scope())
        {
            scope.ServiceProvider.GetRequiredService<AuditLog>().Add(Actor.System, Tested, new Subject("test", 1, "=1+1"));
            await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
        }
        var file = await app.Http.GetStringAsync("/audit/export.csv?action=test.done");
        Assert.Contains("'=1+1", file, StringComparison.Ordinal);
        await using var after = app.Scope();
        Assert.Equal("周静", await after.ServiceProvider.GetRequiredService<Store>().Set<AuditEvent>().Where(e => e.Action == "platform.audit.exported").Select(e => e.ActorName).SingleAsync());
    }

    [Theory, Engines]
    public async Task Checkups_are_well_on_a_fresh_store_and_tell_of_a_broken_chain(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, "张三", "一");
        await services.With<AuditSealer, int>(s => s.Seal(default));
        Assert.All(await Look(services), report => Assert.True(report.Well, report.Finding));
        await services.With<Store>(store => store.Execute("UPDATE platform_audit SET why = '改过' WHERE seal = 1", default));
        Assert.Equal(["审计链"], (await Look(services)).Where(r => !r.Well).Select(r => r.Name));
    }

    private static async Task<List<CheckupReport>> Look(TestServices services)
    {
        await using var scope = services.Scope();
        var reports = new List<CheckupReport>();
        foreach (var checkup in scope.ServiceProvider.GetServices<ICheckup>()) reports.Add(await checkup.Look(default));
        return reports;
    }

    private static async Task Write(TestServices services, string person, string subject)
    {
        await using var scope = services.Scope();
        scope.ServiceProvider.GetRequiredService<AuditLog>().Add(new Actor(3, person, 0, "", new HashSet<string>()), Tested, new Subject("test", 5, subject));
        await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
    }

    private static Task<string[]> Found(TestServices services, string query) => services.With<SearchAudit, string[]>(async search =>
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Request.QueryString = new Microsoft.AspNetCore.Http.QueryString(query);
        return [.. (await search.Page(AuditFilter.Of(new Platform.Web.QueryState(http)), default)).Rows.Select(r => r.SubjectName)];
    });
}
