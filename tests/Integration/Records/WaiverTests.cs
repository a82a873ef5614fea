using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Findings;
using Qingdan.Records.Findings.Campaigns;
using Qingdan.Records.Findings.Scores;
using Qingdan.Records.Findings.Waiving;
using Qingdan.Tests.Integration.Catalog;
using Qingdan.Tests.Integration.Catalog.Quality;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>Waivers and campaigns over the findings of a catalogue.</summary>
public sealed class WaiverTests
{
    [Theory, Engines]
    public async Task A_waived_finding_costs_nothing_until_its_day_and_through_every_check(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(CatalogWorld.Complete with { ShareWays = "文件下载", Formats = "abc" });
        await world.Jobs();
        Assert.Equal(95, await Score(world));
        var waiver = (await Ask(world, "Q06", new("系统改造到明年", "2027-03-31"), world.Liaison)).Value;
        Assert.Equal(95, await Score(world));
        Assert.True((await Decide(world, waiver, 0, true)).Ok);
        Assert.Equal(97, await Score(world));
        await CheckTests.CountsAreRight(world);
        // Checked again, still waived.
        await world.Change(id, CatalogWorld.Complete with { ShareWays = "文件下载", Formats = "abcd" });
        await world.Jobs();
        Assert.Equal(97, await Score(world));
        world.Services.Clock.Advance(TimeSpan.FromDays(128));
        await EndDue(world);
        Assert.Equal(97, await Score(world));
        world.Services.Clock.Advance(TimeSpan.FromDays(1));
        await EndDue(world);
        Assert.Equal(95, await Score(world));
        await CheckTests.CountsAreRight(world);
    }

    [Theory, Engines]
    public async Task A_waiver_is_refused_with_a_reason_asked_for_once_and_only_by_the_own_unit(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published(CatalogWorld.Complete with { ShareWays = "文件下载", Formats = "abc" });
        await world.Jobs();
        Assert.Equal("records.finding.not-found", (await Ask(world, "Q06", new("理由", "2027-03-31"), world.Stranger)).Faults[0].Code);
        Assert.Equal(["records.waiver.reason", "records.waiver.until"], (await Ask(world, "Q06", new(" ", "明年"), world.Liaison)).Faults.Select(f => f.Code));
        Assert.Equal(["records.waiver.until-range"], (await Ask(world, "Q06", new("理由", "2028-01-01"), world.Liaison)).Faults.Select(f => f.Code));
        var waiver = (await Ask(world, "Q06", new("理由", "2027-03-31"), world.Liaison)).Value;
        Assert.Equal("records.waiver.twice", (await Ask(world, "Q06", new("再来", "2027-03-31"), world.Liaison)).Faults[0].Code);
        Assert.Equal("records.waiver.opinion", (await Decide(world, waiver, 0, false)).Faults[0].Code);
        Assert.True((await Decide(world, waiver, 0, false, "能改")).Ok);
        Assert.Equal("records.waiver.not-now", (await Decide(world, waiver, 1, true)).Faults[0].Code);
        Assert.True((await Ask(world, "Q06", new("另有理由", "2027-03-31"), world.Liaison)).Ok);
    }

    [Theory, Engines]
    public async Task A_campaign_counts_from_its_start_and_keeps_its_end(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published(CatalogWorld.Complete with { ShareWays = "文件下载", Formats = "abc" });
        await world.Jobs();
        var opened = await world.Services.With<OpenCampaign, Result<long>>(o => o.Run(new CampaignInput("改格式", ["Q06", "Q06", "nothing"], "2026-12-31", ""), world.Authority, default));
        Assert.Equal((1, 1), await Part(world, opened.Value, world.Liaison));
        Assert.Null(await world.Services.With<ReadCampaigns, CampaignView?>(r => r.One(opened.Value, world.Stranger, default)));
        Assert.Equal("还有 {1} 个问题要改，{2} 截止", Assert.Single(await Todos(world)).Task);
        await world.Change(id, CatalogWorld.Complete with { ShareWays = "文件下载" });
        await world.Jobs();
        Assert.Equal((1, 0), await Part(world, opened.Value, world.Liaison));
        Assert.Empty(await Todos(world));
        Assert.True((await world.Services.With<CloseCampaign, Result<Done>>(c => c.Run(opened.Value, world.Authority, default))).Ok);
        await world.Change(id, CatalogWorld.Complete with { ShareWays = "文件下载", Formats = "abc" });
        await world.Jobs();
        Assert.Equal((1, 0), await Part(world, opened.Value, world.Authority));
        Assert.Equal("records.campaign.closed", (await world.Services.With<CloseCampaign, Result<Done>>(c => c.Run(opened.Value, world.Authority, default))).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task Several_campaigns_are_listed_each_with_its_own_units_and_counts(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Published(CatalogWorld.Complete with { ShareWays = "文件下载", Formats = "abc" });
        await world.Published(CatalogWorld.Complete with { Name = "收养登记信息", ShareWays = "文件下载" });
        await world.Jobs();
        var first = await Open(world, "改格式", "Q06");
        Assert.True((await world.Services.With<CloseCampaign, Result<Done>>(c => c.Run(first, world.Authority, default))).Ok);
        var (second, third) = (await Open(world, "补系统", "A02"), await Open(world, "都改", "A02", "Q06"));
        foreach (var reader in new[] { world.Liaison, world.Authority })
            Assert.Equal([(third, 3L, 3L), (second, 2L, 2L), (first, 1L, 1L)], (await List(world, reader)).Select(c => (c.Campaign.Id, c.Total.AtStart, c.Total.Left)));
        Assert.Empty(await List(world, world.Stranger));
        Assert.Equal(2, (await Todos(world)).Count);
    }

    [Theory, Engines]
    public async Task A_campaign_without_name_kinds_or_day_says_all_that_is_missing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var empty = await world.Services.With<OpenCampaign, Result<long>>(o => o.Run(new CampaignInput("", [], "", ""), world.Authority, default));
        Assert.Equal(["name", "codes", "dueOn"], empty.Faults.Select(f => f.Field));
        var idle = await world.Services.With<OpenCampaign, Result<long>>(o => o.Run(new CampaignInput("改格式", ["Q06"], "2026-12-31", ""), world.Authority, default));
        Assert.Equal("records.campaign.nothing", idle.Faults[0].Code);
    }

    private static Task<IReadOnlyList<Todo>> Todos(CatalogWorld world) => world.Services.With<IEnumerable<ITodoSource>, IReadOnlyList<Todo>>(all => all.OfType<CampaignTodos>().Single().For(world.Liaison, 10, default));

    private static async Task<long> Open(CatalogWorld world, string name, params string[] codes) =>
        (await world.Services.With<OpenCampaign, Result<long>>(o => o.Run(new CampaignInput(name, codes, "2026-12-31", ""), world.Authority, default))).Value;

    private static Task<IReadOnlyList<CampaignView>> List(CatalogWorld world, Actor actor) => world.Services.With<ReadCampaigns, IReadOnlyList<CampaignView>>(r => r.List(actor, default));

    private static async Task<(long, long)> Part(CatalogWorld world, long id, Actor actor)
    {
        var view = await world.Services.With<ReadCampaigns, CampaignView?>(r => r.One(id, actor, default));
        return (view!.Total.AtStart, view.Total.Left);
    }

    private static async Task<Result<long>> Ask(CatalogWorld world, string code, WaiverInput input, Actor actor)
    {
        var finding = await world.Services.With<Store, long>(s => s.Set<Finding>().Where(f => f.Code == code).Select(f => f.Id).SingleAsync());
        return await world.Services.With<AskWaiver, Result<long>>(a => a.Run(finding, input, actor, default));
    }

    private static Task<Result<Done>> Decide(CatalogWorld world, long id, int edit, bool agrees, string opinion = "") => world.Services.With<DecideWaiver, Result<Done>>(d => d.Run(id, edit, agrees, opinion, world.Authority, default));

    private static async Task<decimal?> Score(CatalogWorld world) => (await world.Services.With<ReadScores, IReadOnlyList<UnitScore>>(s => s.Now(default))).Single(s => s.Unit == "市民政局").Score;

    private static Task EndDue(CatalogWorld world) => world.Services.With<IEnumerable<IRegularWork>>(async works =>
    {
        foreach (var work in works.OfType<EndWaivers>()) await work.Run(default);
    });
}
