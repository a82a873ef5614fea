using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Lines;
using Qingdan.Records.Lines.Viewing;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>The book of lines: what is in force, and what was on any day.</summary>
public sealed class LineTests
{
    private const int Steps = 40;

    [Theory, Engines]
    public async Task Whatever_people_do_the_book_says_what_is_and_what_was_in_force(Engine engine)
    {
        var (most, ended) = (0L, 0L);
        foreach (var seed in new[] { 1, 2 })
        {
            await using var services = await TestServices.Create(engine);
            var history = new ListHistory(services, seed);
            var days = new Dictionary<DateOnly, string>();
            await history.Begin();
            for (var step = 0; step < Steps; step++)
            {
                await history.Step();
                var gaps = await services.With<LineBook, long>(b => b.Gaps(default));
                Assert.True(gaps == 0, $"seed {seed}: {gaps} after {string.Join(' ', history.Done)}");
                if (step % 5 != 0) continue;
                days[services.Clock.Today()] = await Read(services, null);
                services.Clock.Advance(TimeSpan.FromDays(1));
            }
            var (lists, some) = await services.With<Store, (long, long)>(async s => (await s.Query("SELECT count(DISTINCT list), count(to_at) FROM records_lines", r => (r.GetInt64(0), r.GetInt64(1)), default))[0]);
            (most, ended) = (Math.Max(most, lists), ended + some);
            foreach (var (day, lines) in days) Assert.Equal(lines, await Read(services, day));
        }
        // Else it would have been about nothing.
        Assert.True(most == 3 && ended > 5, $"{most} lists, {ended} lines ended");
    }

    [Theory, Engines]
    public async Task A_store_that_had_lists_before_the_book_is_filled_once(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.InForce();
        var unit = (await services.Entries())[0].ProviderId;
        await services.Publish(unit, "企业年报", ShareProperty.Unconditional, true, "年度");
        await services.Generate();
        await services.Confirm(new EntryChoice(null, ListsWorld.Candidates), ListsWorld.Centre);
        var lines = await Read(services, null);
        // Also where the filling was broken off after the first row.
        await services.With<Store>(s => s.Execute("DELETE FROM records_lines WHERE id = (SELECT max(id) FROM records_lines)", default));
        Assert.Equal(1, await services.With<LineBook, long>(b => b.Gaps(default)));
        foreach (var _ in new[] { 1, 2 }) await services.With<FillLines>(f => f.Run(default));
        Assert.Equal(lines, await Read(services, null));
        Assert.Equal(lines, await Read(services, services.Clock.Today()));
    }

    [Theory, Engines]
    public async Task A_clock_that_is_set_back_makes_no_line_end_before_it_began(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        services.Clock.AdjustTime(services.Clock.GetUtcNow().AddDays(-2));
        await services.Change(resource, r => r.Name = "企业登记信息");
        await services.Generate();
        await services.ConfirmChanges();
        Assert.Equal(0, await services.With<Store, long>(async s => (await s.Query("SELECT count(*) FROM records_lines WHERE to_at < from_at", r => r.GetInt64(0), default))[0]));
        Assert.Equal(0, await services.With<LineBook, long>(b => b.Gaps(default)));
        // And it is noted, once, with both times.
        var noted = Assert.Single(await services.With<Store, List<AuditEvent>>(s => s.Set<AuditEvent>().Where(e => e.Action == "records.clock.behind").ToListAsync()));
        Assert.Equal(("公共数据责任清单", "2026-11-23", "2026-11-21"), (noted.SubjectName, Day(noted.Before), Day(noted.After)));

        static string Day(string? json) => ((string)JsonNode.Parse(json!)!["at"]!)[..10];
    }

    [Theory, Engines]
    public async Task An_entry_tells_what_was_altered_and_a_day_tells_what_stood_there(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (_, resource) = await services.InForce();
        var entry = (await services.Entries()).Single();
        var first = services.Clock.Today();
        services.Clock.Advance(TimeSpan.FromDays(3));
        await services.Change(resource, r => r.Name = "企业登记信息");
        await services.Generate();
        await services.ConfirmChanges();
        var view = (await services.With<ShowLine, Result<LineHistoryView>>(s => s.Run("responsibility", entry.Id, default))).Value;
        Assert.Equal(["变更", "新增"], view.Versions.Select(v => v.Said));
        Assert.Equal(("目录名称", "企业登记", "企业登记信息"), view.Versions[0].Fields.Where(f => f.Title == "目录名称").Select(f => (f.Title, f.Before, f.After)).Single());
        var (then, now) = (await Page(services, new LineFilter("responsibility", first, 0, "")), await Page(services, new LineFilter("responsibility", null, 0, "登记信息")));
        Assert.Equal(("企业登记", "企业登记信息"), (then.Lines.Single().Name, now.Lines.Single().Name));
        Assert.Empty((await Page(services, new LineFilter("responsibility", first, 0, "登记信息"))).Lines);
        Assert.Empty((await Page(services, new LineFilter("responsibility", first.AddDays(-1), 0, ""))).Lines);
    }

    [Theory, Engines]
    public async Task Words_are_looked_for_in_so_many_lines_and_the_page_says_so(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = await services.InForce();
        Assert.False((await Page(services, new LineFilter("responsibility", null, 0, "企业登记"))).Partly);
        await services.With<Store>(s => s.Execute(
            $$"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{FindLines.Searched}})
            INSERT INTO records_lines (id, list, entry_id, key, unit_id, from_at, content) SELECT i, 'responsibility', -i, CAST(i AS TEXT), 1, 0, '{"name":"别的","unit":"别的单位"}' FROM n
            """, default));
        var (all, own) = (await Page(services, new LineFilter("responsibility", null, 0, "企业登记")), await Page(services, new LineFilter("responsibility", null, unit, "企业登记")));
        Assert.Equal((0L, true, 1L, false), (all.Total, all.Partly, own.Total, own.Partly));
        Assert.Equal(1, await services.With<FindLines, int>(async f => await f.All(new LineFilter("responsibility", null, 0, "企业登记"), default).CountAsync()));
    }

    private static Task<LinesOnDay> Page(TestServices services, LineFilter filter) => services.With<FindLines, LinesOnDay>(f => f.Page(filter, 1, default));

    private static async Task<string> Read(TestServices services, DateOnly? on)
    {
        await using var scope = services.Scope();
        var lines = new List<string>();
        foreach (var list in scope.ServiceProvider.GetServices<IEditionList>().OrderBy(l => l.Place))
            await foreach (var line in scope.ServiceProvider.GetRequiredService<LinesInForce>().Read(list.Name, [], default, on)) lines.Add($"{line.Key} {line.UnitId} {line.Content}");
        return string.Join('\n', lines);
    }
}
