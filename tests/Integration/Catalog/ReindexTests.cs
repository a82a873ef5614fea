using System.Text.Json;
using Qingdan.Catalog.Quality;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

/// <summary><c>reindex</c> on the demo city.</summary>
public sealed class ReindexTests
{
    [Theory, Engines]
    public async Task Search_and_findings_are_as_before_whatever_happened_to_them(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        await services.With<CheckResources>(c => c.Run(_ => Task.CompletedTask, default));
        var (hits, findings) = (await Hits(services), await Findings(services));
        await services.With<Store>(async store =>
        {
            await store.Execute("DELETE FROM catalog_search WHERE rowid IN (SELECT id FROM catalog_resources ORDER BY id LIMIT 20)", default);
            await store.Execute($"INSERT INTO catalog_search (rowid, words) VALUES (77, {(engine == Engine.Sqlite ? "'信息'" : "'信息:1'::tsvector")})", default);
            await store.Execute("DELETE FROM records_findings WHERE source = 'catalog'", default);
            await store.Execute("DELETE FROM records_finding_counts WHERE code LIKE 'Q%' OR code LIKE 'A%' OR code LIKE 'S01'", default);
        });
        Assert.NotEqual(hits, await Hits(services));
        var (exit, output, error) = await VerbRun.Run(services, "reindex", "--json");
        Assert.True(exit == ExitCode.Done, error + output);
        Assert.True(JsonDocument.Parse(output).RootElement.GetProperty("resources").GetInt64() > 20);
        Assert.Equal(hits, await Hits(services));
        Assert.Equal(findings, await Findings(services));
        Assert.Empty(await services.With<Store, List<long>>(s => s.Query("SELECT rowid FROM catalog_search WHERE rowid = 77", r => r.GetInt64(0), default)));
    }

    private static async Task<string> Hits(TestServices services) => (await VerbRun.Run(services, "search", "信息", "--json")).Output;

    private static Task<List<string>> Findings(TestServices services) => services.With<Store, List<string>>(s => s.Query(
        "SELECT code, resource_id, cells FROM records_findings WHERE source = 'catalog' ORDER BY code, resource_id", r => $"{r.GetString(0)} {r.GetInt64(1)} {r.GetString(2)}", default));
}
