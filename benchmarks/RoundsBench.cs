using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>A round of 100 units with 1,000 rows each beside one of 10 units: its board, the difference of one returned workbook, the city-wide one.</summary>
internal static class RoundsBench
{
    private const int RowsEach = 1_000, Rounds = 60, WarmUp = 40;

    private static readonly Actor Authority = new(1, "主管", 0, "市数据局", new HashSet<string> { Roles.Authority });

    /// <summary>The figures at both sizes.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run(Engine engine)
    {
        await using var few = await Start(engine, 10);
        await using var many = await Start(engine, 100);
        var (atFew, atMany) = (new List<double>(), new List<double>());
        for (var i = -WarmUp; i < Rounds; i++)
        {
            var (one, all) = (await Get(few.App, few.Board), await Get(many.App, many.Board));
            if (i < 0) continue;
            atFew.Add(one);
            atMany.Add(all);
        }
        var (thing, floor) = (Ratio.P95(atMany), Ratio.P95(atFew));
        return
        [
            new($"board of a round, 100 units × {RowsEach:N0} rows, p95; floor: 10 units", $"{engine}", thing, floor, thing / floor, 1.5),
            await Ratio.Measure($"difference of one workbook of {RowsEach:N0} rows in it; floor: in the round of 10 units", $"{engine}", 3, null, () => Difference(many), () => Difference(few)),
            await Ratio.Measure($"city-wide workbook of 99 × {RowsEach:N0} rows; floor: of 9 units", $"{engine}", 3, null, () => Get(many.App, $"{many.Board}/merge"), () => Get(few.App, $"{few.Board}/merge")),
        ];
    }

    // The first unit's prefilled workbook comes back: received, looked through, compared row by row with what is stored.
    private static async Task Difference(Sized round)
    {
        await using var scope = round.App.Scope();
        using var content = new MemoryStream();
        await (await scope.ServiceProvider.GetRequiredService<WriteTemplate>().Run(round.Report, 0, Authority, default)).Value.Write(content);
        content.Position = 0;
        var id = (await scope.ServiceProvider.GetRequiredService<ReceiveReturn>().Run(round.Report, 0, "责任清单.xlsx", content, Authority, default)).Value;
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDue(default);
        var figures = (await scope.ServiceProvider.GetRequiredService<Store>().Set<Return>().AsNoTracking().SingleAsync(r => r.Id == id)).ReadFigures();
        if (figures.Same != RowsEach) throw new InvalidOperationException($"{figures.Same} rows of {RowsEach} were found again.");
    }

    private static async Task<Sized> Start(Engine engine, int units)
    {
        var app = await TestApp.Start(engine);
        long round, first;
        await using (var scope = app.Scope())
        {
            var create = scope.ServiceProvider.GetRequiredService<CreateOrganization>();
            var ids = new List<long>();
            for (var i = 0; i < units; i++) ids.Add((await create.Run(new OrganizationDraft { Name = $"第{i}局", ShortName = $"第{i}局", Kind = nameof(OrganizationKind.CityDepartment) }, Actor.System, default)).Value);
            round = (await scope.ServiceProvider.GetRequiredService<OpenRound>().Run(new RoundInput { Title = "梳理", NoticeNumber = "1 号", NoticeOn = "2026-11-02", DueOn = "2027-12-31", Tables = ["catalog", "demand", "responsibility", "negative"], Units = ids }, Authority, default)).Value;
            app.Person = Authority;
            var store = scope.ServiceProvider.GetRequiredService<Store>();
            first = await store.Set<Report>().Where(r => r.RoundId == round && r.TableKey == "responsibility" && r.UnitId == ids[0]).Select(r => r.Id).SingleAsync();
            await Entries(scope.ServiceProvider.GetRequiredService<AddEntry>(), ids[0]);
            await Fill(store, round, first);
        }
        return new Sized(app, $"/rounds/{round}", first);
    }

    private static async Task Entries(AddEntry add, long unit)
    {
        var liaison = new Actor(2, "联络员", unit, "第0局", new HashSet<string> { Roles.Liaison });
        for (var i = 1; i <= RowsEach; i++)
            _ = (await add.Run(new EntryInput { Name = $"第{i}行", Items = "姓名\n登记日期", Share = ShareProperty.Conditional, ShareCondition = "限行政审批", ShareWays = "服务接口", Frequency = UpdateFrequency.Monthly, DataLevel = "一般数据", SystemName = "示例系统", Contact = "信息处" }, liaison, default)).Value;
    }

    private static async Task Fill(Store store, long round, long open)
    {
        await store.Set<Report>().Where(r => r.RoundId == round && r.TableKey == "responsibility").ExecuteUpdateAsync(s => s.SetProperty(r => r.Rows, RowsEach));
        await store.Set<Report>().Where(r => r.RoundId == round && r.TableKey == "responsibility" && r.Id != open).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReportState.Accepted));
        var reports = await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == round && r.TableKey == "responsibility").Select(r => r.Id).ToListAsync();
        await using var transaction = await store.Database.BeginTransactionAsync();
        await using (var writer = await BulkWriter.Open(store, "records_report_rows", default,
            ("report_id", BulkType.Number), ("place", BulkType.Small), ("record_id", BulkType.Number), ("edit", BulkType.Small), ("change", BulkType.Text), ("name", BulkType.Text), ("named_values", BulkType.Text),
            ("part_id", BulkType.Number), ("prefilled", BulkType.Small), ("inferred", BulkType.Small), ("picked", BulkType.Small), ("typed", BulkType.Small)))
        {
            foreach (var report in reports)
                for (var i = 1; i <= RowsEach; i++) await writer.Write([report, i, (long)i, 1, "Same", $"第{i}行", "{\"name\":\"第一行\",\"share\":\"有条件共享\"}", 0L, 12, 1, 0, 0]);
            await writer.Complete(default);
        }
        await transaction.CommitAsync();
    }

    private static async Task<double> Get(TestApp app, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await app.Http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    private sealed record Sized(TestApp App, string Board, long Report) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
