using System.Text.Json;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary><c>search</c> on the demo city: the words, filters and pages of the page.</summary>
public sealed class SearchVerbTests
{
    [Theory, Engines]
    public async Task Words_filters_and_pages_are_those_of_the_page(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var all = await Search(services, "信息");
        var without = await Search(services, "信息", "-民政");
        Assert.InRange(without.GetProperty("total").GetInt32(), 1, all.GetProperty("total").GetInt32() - 1);
        Assert.All(without.GetProperty("hits").EnumerateArray(), hit => Assert.NotEqual("市民政局", hit.GetProperty("provider").GetString()));
        var ofOne = await Search(services, "--unit", "市民政局", "--share", "conditional", "--facets");
        Assert.All(ofOne.GetProperty("hits").EnumerateArray(), hit => Assert.Equal(("市民政局", "Conditional"), (hit.GetProperty("provider").GetString(), hit.GetProperty("share").GetString())));
        Assert.Equal(ofOne.GetProperty("total").GetInt32(), ofOne.GetProperty("facets").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "theme").GetProperty("values").EnumerateArray().Sum(v => v.GetProperty("count").GetInt32()));
        var last = await Search(services, "信息", "--page", "1000000000");
        Assert.Equal(last.GetProperty("pages").GetInt32(), last.GetProperty("page").GetInt32());
        Assert.Equal("catalog.search.signs", (await Search(services, "*")).GetProperty("notes")[0].GetProperty("code").GetString());
        Assert.Equal("低保对象信息", (await Search(services, "\"低保对象信息\"", "--sort", "relevance")).GetProperty("hits")[0].GetProperty("name").GetString());
    }

    private static async Task<JsonElement> Search(TestServices services, params string[] words)
    {
        var (exit, output, error) = await VerbRun.Run(services, ["search", .. words, "--json"]);
        Assert.True(exit == ExitCode.Done, error + output);
        return JsonDocument.Parse(output).RootElement;
    }
}
