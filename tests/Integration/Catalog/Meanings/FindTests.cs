using Qingdan.Catalog.Meanings;
using Qingdan.Platform.Database;
using Qingdan.Tests.Integration.Catalog.Similar;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Meanings;

public sealed class FindTests
{
    [Theory, Engines]
    public async Task What_most_units_have_comes_first_and_what_nearly_every_unit_has_last_page_by_page(Engine engine)
    {
        await using var world = await CatalogWorld.Create(engine);
        for (var unit = 1; unit <= 12; unit++)
            await world.Add($"目录{unit}", [.. new[] { "姓名", "公民身份号码" }.Concat(unit <= 5 ? ["联系电话"] : []).Concat(unit <= 3 ? ["户籍地址", "婚姻状况"] : []).Append($"只有{unit}有的项")], 1000 + unit);
        await world.Gather();
        var (found, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await world.Services.With<FindMeanings, MeaningList>(f => f.Page(new MeaningFilter(MeaningState.Open, 0, ""), after, 2, world.Authority, default));
            Assert.Equal(5, page.States[MeaningState.Open]);
            found.AddRange(page.Rows.Select(r => $"{r.Units} {r.Everywhere}"));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(["5 False", "3 False", "3 False", "12 True", "12 True"], found);
        var seen = await world.Services.With<FindMeanings, MeaningList>(f => f.Page(new MeaningFilter(MeaningState.Open, 1004, "电 话"), null, 10, world.Authority, default));
        Assert.Equal("联系电话", Assert.Single(seen.Rows).Name);
    }
}
