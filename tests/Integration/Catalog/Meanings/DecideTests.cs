using Qingdan.Catalog.Meanings;
using Qingdan.Organizations.Merging;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Tests.Integration.Catalog.Similar;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Meanings;

public sealed class DecideTests
{
    [Theory, Engines]
    public async Task A_named_source_is_a_finding_with_the_others_until_somebody_says_they_are_different(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var (own, theirs) = (await world.Published(), await world.Add("户籍人口信息", ["出生日期", "姓名信息"], world.Stranger.UnitId));
        await world.Gather();
        var meaning = await world.Meaning("姓名");
        Assert.True((await Name(world, meaning, world.Stranger.UnitId)).Ok);
        await world.Jobs();
        Assert.Equal("items[0].name", await Cells(world, own, "R18"));
        Assert.Equal("", await Cells(world, theirs, "R18"));

        Assert.True((await Name(world, await world.Meaning("姓名"), world.Liaison.UnitId, "婚姻登记先收集")).Ok);
        await world.Jobs();
        Assert.Equal("", await Cells(world, own, "R18"));
        Assert.Equal("items[1].name", await Cells(world, theirs, "R18"));

        meaning = await world.Meaning("姓名");
        Assert.Equal(["catalog.meaning.why.required"], (await Apart(world, meaning, "")).Faults.Select(f => f.Code));
        Assert.True((await Apart(world, meaning, "两类姓名")).Ok);
        await world.Jobs();
        Assert.Equal("", await Cells(world, theirs, "R18"));
        meaning = await world.Meaning("姓名");
        Assert.Equal((MeaningState.Different, 0L, "两类姓名", 3), (meaning.State, meaning.SourceUnitId, meaning.Why, meaning.Edit));
    }

    [Theory, Engines]
    public async Task A_source_has_such_items_itself_and_the_second_of_two_is_told(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        await world.Add("婚姻登记信息", ["姓名"]);
        await world.Add("户籍人口信息", ["姓名"], world.Stranger.UnitId);
        await world.Gather();
        var meaning = await world.Meaning("姓名");
        Assert.Equal(["catalog.meaning.unit"], (await Name(world, meaning, 424_242)).Faults.Select(f => f.Code));
        Assert.True((await Name(world, meaning, world.Stranger.UnitId)).Ok);
        Assert.Contains("catalog.meaning.changed", (await Name(world, meaning, world.Liaison.UnitId)).Faults.Select(f => f.Code));
        Assert.Equal(["catalog.meaning.not-found"], (await Apart(world, new Meaning { Id = 5, NameKey = "", Name = "" }, "甲")).Faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task Units_that_become_one_have_their_items_as_one(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var own = await world.Published();
        await world.Add("户籍人口信息", ["姓名"], world.Stranger.UnitId);
        await world.Gather();
        Assert.True((await Name(world, await world.Meaning("姓名"), world.Stranger.UnitId)).Ok);
        await world.Jobs();
        Assert.NotEqual("", await Cells(world, own, "R18"));
        Assert.True((await world.Services.With<MergeOrganizations, Result<Done>>(m => m.Run(world.Stranger.UnitId, world.Liaison.UnitId, Actor.System, default))).Ok);
        await world.Jobs();
        Assert.Equal((1, 2), ((await world.Meaning("姓名")).Units, (await world.Meaning("姓名")).Resources));
        Assert.Equal("", await Cells(world, own, "R18"));
    }

    [Theory, Engines]
    public async Task What_was_decided_stays_when_nobody_has_such_items_any_more(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var ids = new[] { await world.Add("婚姻登记信息", ["姓名"]), await world.Add("户籍人口信息", ["姓名"], world.Stranger.UnitId) };
        await world.Gather();
        Assert.True((await Apart(world, await world.Meaning("姓名"), "")).Ok);
        foreach (var id in ids) await world.Change(id, items: []);
        await world.Gather();
        Assert.Equal(["姓名 0 0 0 False"], await world.Meanings());
        await world.Change(ids[0], items: ["姓名"]);
        await world.Gather();
        Assert.Equal(MeaningState.Different, (await world.Meaning("姓名")).State);
    }

    private static Task<Result<Done>> Name(CatalogWorld world, Meaning meaning, long unit, string why = "") =>
        world.Services.With<NameSource, Result<Done>>(n => n.Run(meaning.Id, new SourceChoice(unit, meaning.Edit, "", why), world.Authority, default));

    private static Task<Result<Done>> Apart(CatalogWorld world, Meaning meaning, string why) => world.Services.With<TellApart, Result<Done>>(t => t.Run(meaning.Id, meaning.Edit, why, world.Authority, default));

    private static async Task<string> Cells(CatalogWorld world, long resource, string code) =>
        string.Join(' ', (await world.Services.With<FindingBook, IReadOnlyList<ShownFinding>>(b => b.OfResource(resource, world.Authority, default))).Where(f => f.Kind.Code == code).SelectMany(f => f.Cells).Select(c => c.Field));
}
