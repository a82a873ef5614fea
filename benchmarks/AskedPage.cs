using System.Text.Json;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;

namespace Qingdan.Bench;

/// <summary>A page as somebody asks for it, and what it asks of the store.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Bare">The same statements without the page.</param>
internal sealed record AskedPage(string Path, Func<Store, Task> Bare)
{
    private const string Entry = "id, number, name, code, provider_id, share, share_stated, frequency, origin, state, EXISTS (SELECT 1 FROM lists_changes c WHERE c.entry_id = lists_entries.id AND c.state = 'Open')";

    /// <summary>The pages measured, by their name; another word and page each round, so that no one answer is measured forty times.</summary>
    public static IReadOnlyList<(string Name, Func<int, IReadOnlyList<AskedPage>> Asked)> Kinds { get; } =
    [
        ("catalogue page", round =>
        [
            Catalog("/catalog", "", round), Catalog($"/catalog?share=Conditional&page={1 + round % 4}", "", round), Catalog("/catalog?theme=企业&frequency=Daily", "", round),
            Catalog($"/catalog?page={2 + round % 9}", "", round), Catalog("/catalog?sort=name", "", round), Catalog($"/catalog?q=信息{700 + round}", $"信息{700 + round}", round),
        ]),
        ("responsibility list page", round =>
        [
            Entries("/lists/responsibilities", round), Entries($"/lists/responsibilities?share=Conditional&page={1 + round % 4}", round), Entries("/lists/responsibilities?tab=Candidate", round),
            Entries("/lists/responsibilities?sort=name", round), Entries($"/lists/responsibilities?q=信息{700 + round}", round),
        ]),
        ("negative list page", round => [Negatives("/lists/negatives", round), Negatives("/lists/negatives?level=Law", round), Negatives($"/lists/negatives?q={700 + 10 * (round % 7)}", round)]),
        ("demand list page", round => [Demands("/lists/demands", round), Demands("/lists/demands?kind=in", round), Demands($"/lists/demands?q={700 + 10 * (round % 7)}", round)]),
        ("findings page", round => [Findings("/findings", 0), Findings("/findings?severity=Warning", 0), Findings($"/findings?page={1 + round % 3}", 50 * (round % 3))]),
    ];

    private static AskedPage Catalog(string path, string words, int round) => new(path, async store =>
    {
        var sqlite = store.Engine == Engine.Sqlite;
        var page = Page(store, round);
        await store.Query("SELECT id, provider_id, share, share_stated, state, frequency, open_type, theme, data_level, name, changed_at, revision FROM catalog_resources WHERE revision > @since", r => r.GetInt64(0), default, ("since", long.MaxValue - 1));
        if (Bigrams.Query(words) is { } question)
            await store.Query($"SELECT rowid FROM catalog_search WHERE {(sqlite ? "catalog_search MATCH @q" : "words @@ @q::tsquery")}", r => r.GetInt64(0), default, ("q", sqlite ? question.Fts5 : question.TsQuery));
        await store.Query($"SELECT r.id, r.code, r.name, r.provider_id, r.summary, r.share, r.share_stated, r.frequency, r.state, r.changed_at, (SELECT COUNT(*) FROM catalog_items i WHERE i.resource_id = r.id) FROM catalog_resources r WHERE r.id {page.OneOf}", r => r.GetString(2), default, page.Ids);
        if (words.Length > 0) await store.Query($"SELECT resource_id, name FROM catalog_items WHERE resource_id {page.OneOf} ORDER BY resource_id, place", r => r.GetString(1), default, page.Ids);
    });

    private static AskedPage Entries(string path, int round) => new(path, async store =>
    {
        await store.Query("SELECT id, provider_id, state, share, share_stated, frequency, name, code, number, changed_at, revision FROM lists_entries WHERE revision > @since", r => r.GetInt64(0), default, ("since", long.MaxValue - 1));
        var ids = string.Join(',', await store.Query($"SELECT id FROM lists_entries ORDER BY id LIMIT 50 OFFSET {round % 50}", r => r.GetInt64(0), default));
        await store.Query($"SELECT entry_id, count(*) FROM lists_entry_items WHERE entry_id IN ({ids}) GROUP BY entry_id", r => r.GetInt64(0), default);
        await store.Query($"SELECT {Entry} FROM lists_entries WHERE id IN ({ids})", r => r.GetString(2), default);
        await store.Query("SELECT count(*) FROM lists_changes WHERE state = 'Open'", r => r.GetInt64(0), default);
    });

    private static AskedPage Negatives(string path, int round) => new(path, async store =>
    {
        await store.Query("SELECT id, revision, changed_at, provider_id, state, basis_level, ban, name, code, number FROM lists_negatives WHERE revision > @since", r => r.GetInt64(0), default, ("since", long.MaxValue - 1));
        await store.Query("SELECT id FROM lists_dropped WHERE revision > @since", r => r.GetInt64(0), default, ("since", long.MaxValue - 1));
        var ids = Tenth(round);
        await store.Query($"SELECT * FROM lists_negatives WHERE id IN ({ids})", r => r.GetInt64(0), default);
        await store.Query($"SELECT * FROM lists_negative_items WHERE negative_id IN ({ids}) ORDER BY place", r => r.GetInt64(0), default);
    });

    private static AskedPage Demands(string path, int round) => new(path, async store =>
    {
        await store.Query("SELECT id, revision, changed_at, unit_id, state, provider_id, in_catalog, name, scenario, number FROM lists_demands WHERE revision > @since", r => r.GetInt64(0), default, ("since", long.MaxValue - 1));
        var ids = Tenth(round);
        await store.Query($"SELECT * FROM lists_demands WHERE id IN ({ids})", r => r.GetInt64(0), default);
        await store.Query($"SELECT demand_id, name FROM lists_demand_items WHERE demand_id IN ({ids}) ORDER BY demand_id, place", r => r.GetInt64(0), default);
    });

    private static string Tenth(int round) => string.Join(',', Enumerable.Range(1 + round % 20, 50).Select(i => 10 * i));

    private static AskedPage Findings(string path, int skip) => new(path, async store =>
    {
        await store.Query("SELECT provider_id, code, total, waived FROM records_finding_counts", r => r.GetInt64(0), default);
        await store.Query($"SELECT id, code, provider_id, subject, args, cells, place, form, waived, resource_id FROM records_findings WHERE NOT waived ORDER BY code, id LIMIT 50 OFFSET {skip}", r => r.GetInt64(0), default);
    });

    private static (string OneOf, (string, object?) Ids) Page(Store store, int round)
    {
        var ids = Enumerable.Range(1 + round * 10, 50).Select(i => (long)i).ToArray();
        return store.Engine == Engine.Sqlite ? ("IN (SELECT value FROM json_each(@ids))", ("ids", JsonSerializer.Serialize(ids))) : ("= ANY(@ids)", ("ids", ids));
    }
}
