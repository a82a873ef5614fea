using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Overview;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>The figures of who keeps terms, and supply by the data centre from a program.</summary>
public sealed class OverviewTests
{
    [Theory, Engines]
    public async Task The_months_count_the_terms_that_the_table_counts(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        await world.Services.With<Store>(async store =>
        {
            string[] elsewhere = ["T4", "P26", "T5", "P27", "T6", "P28"];
            foreach (var (timer, i) in elsewhere.Select((t, i) => (t, i)))
                store.Add(new Clock { Id = i + 1, CaseId = 9, Timer = timer, Profile = "", OwnerId = world.Provides, StartedOn = new DateOnly(2026, 11, 2), Amount = 10, WorkingDays = true, DueOn = new DateOnly(2026, 11, 16), State = ClockState.Done, StoppedOn = new DateOnly(2026, 11, 23) });
            await store.SaveChangesAsync();
        });
        var view = await world.Services.With<ReadOverview, OverviewView>(o => o.Run(Person(world.Provides, Roles.Liaison), default));
        var month = view.Months.Single();
        Assert.Equal((view.Rows.Sum(r => r.Done), 0), (month.Kept, month.Missed));
    }

    [Theory, Engines]
    public async Task The_data_centre_supplies_what_it_holds_by_the_api_as_on_the_page(Engine engine)
    {
        await using var app = await TestApp.StartCity(engine);
        await using var scope = app.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<Store>().Set<Case>().AsNoTracking().FirstAsync(c => c.State == CaseState.ToSupply);
        app.Person = new Actor(31, "数据中心", 3, "大数据中心", new HashSet<string> { Roles.DataCentre });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflow/cases/{row.Id}/supply") { Content = JsonContent.Create(new { way = "Completed", where = "库表 t_x" }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{row.Edit}\"");
        using var answer = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
