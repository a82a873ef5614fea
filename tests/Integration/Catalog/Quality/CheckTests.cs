using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Records.Findings;
using Qingdan.Records.Findings.Scores;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Quality;

public sealed class CheckTests
{
    private static readonly ResourceContent Clean = CatalogWorld.Complete with { ShareWays = "文件下载" };

    [Theory, Engines]
    public async Task A_published_resource_is_checked_and_mending_it_takes_its_finding_off(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(CatalogWorld.Complete with { Formats = "abc" });
        await world.Jobs();
        Assert.Equal("A02 Q06", await Codes(world, id));
        await world.Change(id, Clean);
        await world.Jobs();
        Assert.Equal("A02", await Codes(world, id));
        await world.Services.With<SaveSystem, Result<long>>(s => s.Run(0, 0, new SystemDraft { Name = "婚姻登记系统", State = nameof(SystemState.Running) }, world.Liaison, default));
        await world.Jobs();
        Assert.Equal("", await Codes(world, id));
    }

    [Theory, Engines]
    public async Task Only_what_was_written_is_looked_at_again(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(Clean);
        await world.Published(Clean with { Name = "收养登记信息" });
        await world.Jobs();
        Assert.Equal(0, await Check(world));
        await world.Change(id, Clean with { Formats = "abc" });
        await world.Jobs();
        Assert.Equal(0, await Check(world));
    }

    [Theory, Engines]
    public async Task A_withdrawn_resource_has_no_findings_and_counts_for_nothing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(Clean with { Formats = "abc" });
        await world.Jobs();
        Assert.NotEqual("", await Codes(world, id));
        await world.Services.With<WithdrawResource, Result<Done>>(w => w.Run(id, "不再产生", world.Authority, default));
        await world.Jobs();
        Assert.Equal("", await Codes(world, id));
        Assert.Empty(await Scores(world));
    }

    [Theory, Engines]
    public async Task The_counts_are_those_of_the_rows_and_the_score_follows_from_them(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published(Clean);
        await world.Published(Clean with { Name = "收养登记信息", Formats = "abc", Items = [CatalogWorld.Complete.Items[0] with { DataType = "甲" }] });
        await world.Jobs();
        await CountsAreRight(world);
        var score = Assert.Single(await Scores(world));
        // A02 of both, Q06 and Q09 of one of two.
        Assert.Equal((2, 100 - 3 - 1 - 1.5m), (score.Checked, score.Score));
        Assert.Equal(["A02", "Q09", "Q06"], score.Counts.Select(c => c.Kind.Code));
    }

    [Theory, Engines]
    public async Task Data_that_are_not_renewed_are_found_on_the_day_without_anybody_writing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(Clean with { Frequency = UpdateFrequency.Weekly, DataUpdatedOn = new(2026, 11, 20) });
        await world.Jobs();
        Assert.Equal("A02", await Codes(world, id));
        await Regular(world);
        Assert.Equal("A02", await Codes(world, id));
        world.Services.Clock.Advance(TimeSpan.FromDays(12));
        await Regular(world);
        Assert.Equal("A02 R20", await Codes(world, id));
    }

    [Theory, Engines]
    public async Task Other_rules_have_all_resources_looked_at_again(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published(Clean);
        await world.Jobs();
        await Regular(world);
        Assert.Equal(0, await Check(world));
        await world.Services.With<Store, int>(s => s.Execute("UPDATE catalog_quality_rules SET digest = 'others'", default));
        await world.Services.With<IEnumerable<IRegularWork>>(async works =>
        {
            foreach (var work in works.OfType<ChecksDue>()) await work.Run(default);
        });
        Assert.Equal(1, await Check(world));
    }

    [Theory, Engines]
    public async Task A_system_has_those_resources_looked_at_again_that_name_it_by_a_former_or_a_new_name_and_no_others(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (whole, part, other) = (await world.Published(Clean), await world.Published(Clean with { Name = "收养登记信息", SystemName = "收养系统；婚姻登记 系统" }), await world.Published(Clean with { Name = "低保信息", SystemName = "救助系统" }));
        await world.Jobs();
        var before = await Rows(world, other);
        var system = (await System(world, 0, 0, "婚姻登记系统")).Value;
        await world.Jobs();
        Assert.Equal(("", "A02", "A02"), (await Codes(world, whole), await Codes(world, part), await Codes(world, other)));
        Assert.True((await System(world, system, 1, "收养系统")).Ok);
        await world.Jobs();
        Assert.Equal(("A02", "A02"), (await Codes(world, whole), await Codes(world, part)));
        Assert.Equal(2, (await world.Services.With<RegisterFoundSystems, Result<int>>(r => r.Run(world.Liaison, default))).Value);
        Assert.NotEmpty(before);
        Assert.Equal(before, await Rows(world, other));
        await world.Jobs();
        Assert.Equal(("", "", ""), (await Codes(world, whole), await Codes(world, part), await Codes(world, other)));
    }

    [Theory, Engines]
    public async Task Findings_are_shown_to_their_unit_and_the_city_and_to_nobody_else(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(Clean);
        await world.Jobs();
        foreach (var (actor, shown) in new[] { (world.Liaison, 1), (world.Authority, 1), (world.Stranger, 0), (world.Liaison with { UnitId = 0 }, 0) })
            Assert.Equal(shown, (await world.Services.With<FindingBook, IReadOnlyList<ShownFinding>>(b => b.OfResource(id, actor, default))).Count(f => f.Kind.Code == "A02"));
    }

    [Theory, Engines]
    public async Task Each_day_keeps_its_last_score(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(Clean with { Formats = "abc" });
        await world.Jobs();
        await Regular(world);
        await world.Change(id, Clean);
        await world.Jobs();
        await Regular(world);
        world.Services.Clock.Advance(TimeSpan.FromDays(1));
        await Regular(world);
        var days = await world.Services.With<ReadScores, IReadOnlyList<ScoreDay>>(s => s.Days(0, new(2026, 11, 1), default));
        Assert.Equal([(new DateOnly(2026, 11, 23), 97m), (new DateOnly(2026, 11, 24), 97m)], days.Select(d => (d.Day, d.Value!.Value)));
    }

    [Theory, Engines]
    public async Task Names_that_differ_in_a_number_only_are_a_finding_until_somebody_tells_them_apart(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var first = await world.Published(Clean);
        var second = await world.Published(Clean with { Name = "婚姻登记信息2", Items = [.. Clean.Items.Take(1)] });
        await world.Jobs();
        Assert.Equal("A02 D01", await Codes(world, first));
        Assert.Equal("A02 D01", await Codes(world, second));
        var group = await world.Services.With<Store, SimilarGroup>(s => s.Set<SimilarGroup>().SingleAsync());
        Assert.True((await world.Services.With<RejectSimilar, Result<Done>>(r => r.Run(group.Id, [first, second], "两类婚姻", world.Head, default))).Ok);
        await world.Jobs();
        Assert.Equal("A02", await Codes(world, first));
    }

    /// <summary>The maintained counts against the rows.</summary>
    internal static Task CountsAreRight(CatalogWorld world) => world.Services.With<Store>(async store => Assert.Equal(
        await store.Query("SELECT provider_id, code, count(*), sum(CASE WHEN waived THEN 1 ELSE 0 END) FROM records_findings GROUP BY provider_id, code ORDER BY 1, 2", r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)), default),
        await store.Query("SELECT provider_id, code, total + waived, waived FROM records_finding_counts WHERE total <> 0 OR waived <> 0 ORDER BY 1, 2", r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)), default)));

    private static async Task<string> Codes(CatalogWorld world, long id) => string.Join(' ', (await world.Services.With<FindingBook, IReadOnlyList<ShownFinding>>(b => b.OfResource(id, world.Authority, default))).Select(f => f.Kind.Code).Where(c => c[0] is not 'U').Order());

    private static Task<Result<long>> System(CatalogWorld world, long id, int edit, string name) =>
        world.Services.With<SaveSystem, Result<long>>(s => s.Run(id, edit, new SystemDraft { Name = name, State = nameof(SystemState.Running) }, world.Liaison, default));

    // A check writes its findings anew.
    private static Task<List<long>> Rows(CatalogWorld world, long resource) => world.Services.With<Store, List<long>>(s => s.Set<Finding>().Where(f => f.ResourceId == resource && f.Source == QualityRules.Source).Select(f => f.Id).Order().ToListAsync());

    private static Task<long> Check(CatalogWorld world) => world.Services.With<CheckResources, long>(c => c.Run(_ => Task.CompletedTask, default));

    private static async Task<IReadOnlyList<UnitScore>> Scores(CatalogWorld world) => [.. (await world.Services.With<ReadScores, IReadOnlyList<UnitScore>>(s => s.Now(default))).Where(s => s.Unit == "市民政局")];

    private static async Task Regular(CatalogWorld world)
    {
        await world.Services.With<IEnumerable<IRegularWork>>(async works =>
        {
            foreach (var work in works) await work.Run(default);
        });
        await world.Jobs();
    }
}
