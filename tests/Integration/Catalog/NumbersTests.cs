using Qingdan.Catalog.Numbers;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class NumbersTests
{
    [Theory, Engines]
    public async Task Each_month_keeps_its_rates_and_a_unit_sees_its_own(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var good = CatalogWorld.Complete with { ShareWays = "文件下载", DataUpdatedOn = new(2026, 11, 20) };
        await world.Published(good);
        await world.Published(good with { Name = "收养登记信息", Formats = "abc", Frequency = UpdateFrequency.Daily, DataUpdatedOn = new(2026, 10, 1) });
        foreach (var name in new[] { "婚姻登记系统", "救助系统" })
            Assert.True((await world.Services.With<SaveSystem, Result<long>>(s => s.Run(0, 0, new SystemDraft { Name = name, Protection = nameof(ProtectionLevel.Second) }, world.Liaison, default))).Ok);
        await world.Jobs();
        await Keep(world);
        var view = await Read(world, world.Authority);
        var civil = view.Units.Single(u => u.Unit == "市民政局");
        Assert.Equal(("2026-11", 2L, 50.0, 50.0, 50.0), (view.Month, civil.Resources, civil.Conformity, civil.Coverage, civil.Timeliness));
        world.Services.Clock.Advance(TimeSpan.FromDays(30));
        await Keep(world);
        var later = await Read(world, world.Liaison);
        Assert.Equal(["2026-11", "2026-12"], later.Months.Select(m => m.Month));
        Assert.Equal(["市民政局"], later.Units.Select(u => u.Unit));
        Assert.DoesNotContain((await Read(world, world.Stranger)).Units, u => u.Resources > 0);
        Assert.Equal("2026-11", (await world.Services.With<ReadNumbers, NumbersView>(r => r.Run("2026-11", 0, world.Liaison, default))).Month);
    }

    private static Task<NumbersView> Read(CatalogWorld world, Platform.Identity.Actor actor) => world.Services.With<ReadNumbers, NumbersView>(r => r.Run(null, 0, actor, default));

    private static Task Keep(CatalogWorld world) => world.Services.With<IEnumerable<IRegularWork>>(async all =>
    {
        foreach (var work in all.OfType<KeepMonths>()) await work.Run(default);
    });
}
