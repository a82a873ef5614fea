using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Usage.Reports;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>An application is changed by asking and deciding.</summary>
public sealed class ApplicationChangeTests
{
    private static readonly Actor Centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);

    [Theory, Engines]
    public async Task An_approved_change_is_no_new_application(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var before = await Admitted(services);
        var asks = new Actor(9, "王敏", (await services.With<Store, Application>(s => s.Set<Application>().AsNoTracking().FirstAsync())).UnitId, "", new HashSet<string> { Roles.Liaison });
        var id = (await services.With<AskForAccess, Result<long>>(a => a.Run(new ApplicationInput("系统", "办理", "127.0.0.1"), asks, default))).Value;
        Assert.True((await services.With<DecideAccess, Result<Done>>(d => d.Run(id, 1, true, "", Centre, default))).Ok);
        Assert.Equal(before + 1, await Admitted(services));
        Assert.True((await services.With<AskForChange, Result<Done>>(a => a.Run(id, 2, new ApplicationInput("新系统", "办理", "127.0.0.1"), asks, default))).Ok);
        Assert.True((await services.With<DecideAccess, Result<Done>>(d => d.Run(id, 3, true, "", Centre, default))).Ok);
        Assert.Equal(before + 1, await Admitted(services));
        var events = await services.With<Store, List<string>>(s => s.Set<AuditEvent>().AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
        Assert.Equal(["exchange.application.asked", "exchange.application.admitted", "exchange.application.change-asked", "exchange.application.change-admitted"], events);
    }

    [Theory, Engines]
    public async Task Who_came_second_keeps_what_he_typed_and_saves_it_upon_what_is_there_now(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await using var scope = app.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<Store>().Set<Application>().AsNoTracking().Where(a => a.State == ApplicationState.Admitted).OrderBy(a => a.Id).FirstAsync();
        app.Person = TestPerson.Of("王敏", "示例单位", Roles.Liaison) with { UnitId = row.UnitId };
        var page = $"/exchange/applications/{row.Id}/change";
        using var first = await app.Post(page, Typed(row.Edit, "先改的名称"));
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        using var second = await app.Post(page, Typed(row.Edit, "后改的名称"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var html = await second.Content.ReadAsStringAsync();
        Assert.Contains("后改的名称", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"edit\" value=\"{row.Edit + 1}\"", html, StringComparison.Ordinal);
        using var third = await app.Post(page, Typed(row.Edit + 1, "后改的名称"));
        Assert.Equal(HttpStatusCode.Found, third.StatusCode);
        Assert.Equal("后改的名称", (await scope.ServiceProvider.GetRequiredService<Store>().Set<Application>().AsNoTracking().SingleAsync(a => a.Id == row.Id)).AskedName);
    }

    [Theory, Engines]
    public async Task Nothing_that_is_said_with_an_act_bears_the_mark_of_a_secret(Engine engine)
    {
        await using var world = await FollowedCase.Open(engine);
        await world.Grants();
        const string marked = "见附件，秘密★10年";
        var row = await world.Services.With<Store, Application>(s => s.Set<Application>().AsNoTracking().Where(a => a.State == ApplicationState.Asked).OrderBy(a => a.Id).FirstAsync());
        Result<Done>[] refused =
        [
            await world.Suspend(marked), await world.Limit(5, 5, marked), await world.Services.With<DecideAccess, Result<Done>>(d => d.Run(row.Id, row.Edit, true, marked, Centre, default)),
            await world.Services.With<EndAccess, Result<Done>>(e => e.Run(row.Id, row.Edit, marked, Centre, default)),
        ];
        Assert.All(refused, r => Assert.Equal("standards.classification-mark", r.Faults.Single().Code));
        Assert.Equal(["reason", "why", "opinion", "reason"], refused.Select(r => r.Faults[0].Field));
    }

    private static KeyValuePair<string, string>[] Typed(int edit, string name) => [new("edit", $"{edit}"), new("name", name), new("purpose", "办理"), new("allowlist", "10.1.2.3")];

    private static async Task<long> Admitted(TestServices services) =>
        (await services.With<MonthFigures, MonthReport>(m => m.Of(new DateOnly(2026, 11, 2), default))).Figures.Single(f => f.Name == "新接入应用").Value;
}
