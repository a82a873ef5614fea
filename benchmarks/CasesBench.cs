using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Clocks;
using Quartz;

namespace Qingdan.Bench;

/// <summary>Inbox and case pages with 100,000 cases and 1,000 people beside those with 1,000 cases; and counting 100,000 running clocks anew beside reading and rewriting their rows bare.</summary>
internal static class CasesBench
{
    private const int Large = 100_000, Small = 1_000, Rounds = 60, WarmUp = 30, Slice = 500;

    /// <summary>The figures on an engine.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine)
    {
        var (small, few) = await Start(engine, Small);
        var (large, many) = await Start(engine, Large);
        await using (small)
        await using (large)
        {
            var rows = new List<Ratio>();
            foreach (var (name, role, pages) in Asked) rows.Add(await Pages(name, engine, role, pages, (small, few), (large, many)));
            rows.Add(await Recount(engine, large));
            return rows;
        }
    }

    /// <summary>The program on a store with cases; a unit of it.</summary>
    public static async Task<(TestApp App, IReadOnlyList<long> Units)> Start(Engine engine, int cases)
    {
        var app = await TestApp.Start(engine);
        await CatalogFill.Write(app.Scope, 60, 1);
        await using var scope = app.Scope();
        var tree = await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default);
        List<long> units = [.. Enumerable.Range(1, 60).Select(i => tree.Resolve($"示例市第{i}局")!.Value)];
        await CasesFill.Write(app, cases, units);
        await Settle(app);
        return (app, units);
    }

    // What the program does at its start and every hour is over before anything is measured: these rows would have come about over years.
    private static async Task Settle(TestApp app)
    {
        await using var scope = app.Scope();
        await (await scope.ServiceProvider.GetRequiredService<ISchedulerFactory>().GetScheduler()).Shutdown(waitForJobsToComplete: true);
        foreach (var work in scope.ServiceProvider.GetServices<IRegularWork>()) await work.Run(default);
        while (await scope.ServiceProvider.GetRequiredService<AuditSealer>().Seal(default) > 0) { }
    }

    // As the pages of everyday: what waits, the list, what is late, one case; of a unit's liaison and of the data centre.
    private static readonly (string Name, string Role, Func<int, string[]> Pages)[] Asked =
    [
        ("inbox of a unit", Roles.Liaison, _ => ["/todo", "/workflow/inbox/waiting", "/workflow/notices"]),
        ("inbox of the data centre", Roles.DataCentre, _ => ["/todo"]),
        ("cases of a unit", Roles.Liaison, round => ["/workflow/cases", $"/workflow/cases?q={1 + round}", "/workflow/cases?tab=late"]),
        ("cases of the city", Roles.DataCentre, round => ["/workflow/cases", $"/workflow/cases?page={1 + round % 9}", "/workflow/cases?tab=late"]),
        ("page of a case", Roles.DataCentre, round => [$"/workflow/cases/{1 + round}", $"/workflow/cases/{2 + round}"]),
    ];

    private static async Task<Ratio> Pages(string name, Engine engine, string role, Func<int, string[]> pages, (TestApp App, IReadOnlyList<long> Units) small, (TestApp App, IReadOnlyList<long> Units) large)
    {
        foreach (var (app, units) in (List<(TestApp, IReadOnlyList<long>)>)[small, large]) app.Person = new Actor(2, "测试", units[1], "示例市第2局", new HashSet<string> { role });
        var (below, above) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
            foreach (var page in pages(Math.Abs(round)))
            {
                var (one, all) = (await Get(small.App, page), await Get(large.App, page));
                if (round < 0) continue;
                below.Add(one);
                above.Add(all);
            }
        var (thing, floor) = (Ratio.P95(above), Ratio.P95(below));
        return new($"{name}, {Large:N0} cases and {CasesFill.People:N0} people, p95; floor: {Small:N0} cases", $"{engine}", thing, floor, thing / floor, 1.5);
    }

    private static async Task<double> Get(TestApp app, string page)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await app.Http.GetAsync(page);
        _ = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode}: nothing was measured.");
        return watch.Elapsed.TotalMilliseconds;
    }

    // Each run sees another calendar: a day becomes one off, or works again.
    private static async Task<Ratio> Recount(Engine engine, TestApp app)
    {
        var off = false;
        return await Ratio.Measure($"counting {Large:N0} running clocks anew after a notice; floor: their rows and their cases' read and rewritten bare", $"{engine}", 3, 4, async () =>
        {
            await using var scope = app.Scope();
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            await store.Execute("DELETE FROM standards_calendar_days WHERE day = '2026-12-01'", default);
            if (off = !off) await store.Execute("INSERT INTO standards_calendar_days (day, works, holiday, version) VALUES ('2026-12-01', FALSE, '示例', 1)", default);
            await scope.ServiceProvider.GetRequiredService<RecountClocks>().Run(default);
            if ((await store.Query("SELECT count(*) FROM workflow_clocks WHERE due_on < '2026-11-20'", r => r.GetInt64(0), default))[0] > 0) throw new InvalidOperationException("The clocks were not counted.");
        }, () => Bare(app));
    }

    private static async Task Bare(TestApp app)
    {
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        for (long after = 0; ;)
        {
            await using var transaction = await store.Database.BeginTransactionAsync();
            var rows = await store.Query("SELECT id, case_id, timer, owner_id, started_on, amount, extension, due_on FROM workflow_clocks WHERE state = 'Running' AND id > @after ORDER BY id LIMIT 500", r => (Id: r.GetInt64(0), Case: r.GetInt64(1), Due: r.GetString(7)), default, ("after", after));
            if (rows.Count == 0) return;
            foreach (var row in rows)
            {
                await store.Execute("UPDATE workflow_clocks SET due_on = @due, provisional = FALSE WHERE id = @id", default, ("due", row.Due), ("id", row.Id));
                await store.Execute("UPDATE workflow_cases SET due_on = @due, provisional = FALSE, edit = edit, revision = @id, changed_at = changed_at WHERE id = @case", default, ("due", row.Due), ("id", row.Id), ("case", row.Case));
            }
            await transaction.CommitAsync();
            after = rows[^1].Id;
            if (rows.Count < Slice) return;
        }
    }
}
