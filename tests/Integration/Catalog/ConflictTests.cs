using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Editing;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class ConflictTests
{
    [Theory, Engines]
    public async Task Of_several_who_begin_a_change_at_once_one_is_kept_and_the_others_are_told(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Published();
        var edit = (await world.Row(id)).Edit;
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => world.Update(id, edit, CatalogWorld.Complete with { Summary = $"第 {n} 人写的" }))));
        Assert.Single(all, r => r.Ok);
        Assert.All(all.Where(r => !r.Ok), r => Assert.Equal(CatalogFaults.ChangedMeanwhile, r.Faults[0]));
    }

    [Theory, Engines]
    public async Task Of_two_people_saving_one_record_the_second_overwrites_nothing(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        var id = await world.Draft();
        var edit = (await world.Row(id)).Edit;
        Assert.True((await world.Update(id, edit, CatalogWorld.Complete with { Summary = "甲写的" })).Ok);
        Assert.Equal(CatalogFaults.ChangedMeanwhile, (await world.Update(id, edit, CatalogWorld.Complete with { Summary = "乙写的" })).Faults[0]);
        Assert.Equal("甲写的", (await world.Row(id)).Summary);
    }

    [Fact]
    public void What_both_changed_is_shown_with_what_it_was_and_what_only_one_changed_is_proposed()
    {
        var original = CatalogWorld.Complete;
        var theirs = original with { Frequency = UpdateFrequency.Daily, Summary = "他写的" };
        var mine = original with { Frequency = UpdateFrequency.Weekly };
        var lines = ContentConflict.Between(original, theirs, mine);
        Assert.Equal(["summary", "frequency"], lines.Select(l => l.Key));
        Assert.Equal(("每月", "每日", "每周", true), (lines[1].Before, lines[1].Theirs, lines[1].Mine, lines[1].TakeMine));
        Assert.False(lines[0].TakeMine);
    }

    [Fact]
    public void The_choices_make_the_content()
    {
        var theirs = CatalogWorld.Complete with { Frequency = UpdateFrequency.Daily, Items = [.. CatalogWorld.Complete.Items, new ItemContent { Name = "他的" }] };
        var mine = CatalogWorld.Complete with { Frequency = UpdateFrequency.Weekly, Summary = "我写的", Items = [.. CatalogWorld.Complete.Items, new ItemContent { Name = "我的" }] };
        var merged = ContentConflict.Merge(theirs, mine, key => key is "summary" or "i:我的");
        Assert.Equal((UpdateFrequency.Daily, "我写的"), (merged.Frequency!.Value, merged.Summary));
        Assert.Equal(["姓名", "登记日期", "我的", "他的"], merged.Items.Select(i => i.Name));
    }
}
