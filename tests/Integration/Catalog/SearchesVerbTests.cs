using System.Text.Json;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary><c>searches</c> on the demo city: what the pages of saved searches do.</summary>
public sealed class SearchesVerbTests
{
    [Theory, Engines]
    public async Task A_search_is_kept_tells_what_is_new_and_is_dropped(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var kept = await Json(services, "keep", "婚姻的", "q=婚姻&page=3", "--person", "minzheng");
        Assert.Equal(["id", "name", "query", "lookedAt", "new"], kept.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("婚姻的", 0), (kept.GetProperty("name").GetString(), kept.GetProperty("new").GetInt32()));
        var id = $"{kept.GetProperty("id").GetInt64()}";
        services.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = services.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var changed = await services.With<Store, int>(store => store.Execute($"UPDATE catalog_resources SET changed_at = {now}, revision = revision + 1000000000000 WHERE name LIKE '%婚姻%' AND state = 'Published'", default));
        Assert.NotEqual(0, changed);
        var listed = await Json(services, "list", "--person", "minzheng");
        Assert.NotEqual(0, listed.GetProperty("items")[0].GetProperty("new").GetInt32());
        Assert.Contains("婚姻的", (await VerbRun.Run(services, "searches", "list", "--person", "minzheng")).Output, StringComparison.Ordinal);
        services.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await Json(services, "look", id, "--person", "minzheng")).GetProperty("new").GetInt32());
        Assert.Equal("婚姻的", (await Json(services, "drop", id, "--person", "minzheng")).GetProperty("name").GetString());
        Assert.Equal(0, (await Json(services, "list", "--person", "minzheng")).GetProperty("items").GetArrayLength());
    }

    [Theory, Engines]
    public async Task It_is_one_s_own_and_needs_an_account_at_work(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var id = $"{(await Json(services, "keep", "婚姻的", "q=婚姻", "--person", "minzheng")).GetProperty("id").GetInt64()}";
        Assert.Equal("catalog.search.not-found", await Refused(services, "drop", id, "--person", "gongan"));
        foreach (var nobody in new[] { "niemand", "sysadmin" }) Assert.Equal("catalog.search.person.unknown", await Refused(services, "list", "--person", nobody));
        Assert.Equal("catalog.search.name.taken", await Refused(services, "keep", "婚姻的", "q=户籍", "--person", "minzheng"));
        Assert.Equal(ExitCode.Usage, (await VerbRun.Run(services, "searches", "list")).Code);
    }

    private static async Task<JsonElement> Json(TestServices services, params string[] args)
    {
        var (exit, output, error) = await VerbRun.Run(services, ["searches", .. args, "--json"]);
        Assert.True(exit == ExitCode.Done, error + output);
        return JsonDocument.Parse(output).RootElement;
    }

    private static async Task<string?> Refused(TestServices services, params string[] args)
    {
        var (exit, output, _) = await VerbRun.Run(services, ["searches", .. args, "--json"]);
        Assert.Equal(ExitCode.Refused, exit);
        return JsonDocument.Parse(output).RootElement.GetProperty("faults")[0].GetProperty("code").GetString();
    }
}
