using CsCheck;
using Qingdan.Platform.Database;
using Qingdan.Platform.Search;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class SearchTests
{
    private static readonly Gen<string> Chinese = Gen.Char["公共数据家"].Array[1, 5].Select(c => new string(c));

    /// <summary>Runs of Chinese with signs and blanks between them.</summary>
    private static readonly Gen<string> Text = Gen.Char["公共数数据据家，。 \n"].Array[0, 24].Select(c => new string(c));

    [Theory, Engines]
    public async Task Chinese_words_find_exactly_the_texts_that_contain_them(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<Store>(async store => await Gen.Select(Text.Array[40], Chinese.Array[60]).SampleAsync(
            async (texts, words) =>
            {
                await Create(store, texts);
                foreach (var word in words)
                    Assert.Equal(Enumerable.Range(0, texts.Length).Where(i => texts[i].Contains(word, StringComparison.Ordinal)), await Find(store, word));
            },
            iter: 6, threads: 1));
    }

    [Theory, Engines]
    public async Task Several_words_must_all_occur_and_latin_words_are_found_by_their_beginning(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<Store>(async store =>
        {
            await Create(store, "公共数据 Open Data 2026", "數據開放 open 清單", "A类企业", "B类企业A", "it's \\ \"quoted\"");
            Assert.Equal([0, 1], await Find(store, "数据 OP"));
            Assert.Equal([0], await Find(store, "公共 dat"));
            Assert.Equal([0], await Find(store, "\"open data\""));
            Assert.Equal([1], await Find(store, "开放 \"open\" 清单"));
            Assert.Equal([2], await Find(store, "A类"));
            Assert.Equal([2, 3], await Find(store, "类企业"));
            Assert.Equal([4], await Find(store, "it's"));
            Assert.Equal([4], await Find(store, "'quoted' \\"));
            Assert.Equal([1], await Find(store, "数据开放"));
        });
    }

    [Theory, Engines]
    public async Task A_phrase_does_not_reach_from_one_field_into_the_next(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<Store>(async store =>
        {
            await Create(store, "公共|数据", "open|data");
            Assert.Empty(await Find(store, "公共、数据"));
            Assert.Empty(await Find(store, "\"open data\""));
            Assert.Equal([0], await Find(store, "公共 数据"));
        });
    }

    [Theory, Engines]
    public async Task A_very_long_text_is_found_by_its_beginning_and_by_its_end(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await services.With<Store>(async store =>
        {
            await Create(store, "开头" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $" w{i}")), string.Concat(Enumerable.Range(0, 30_000).Select(i => (char)('一' + i % 20_000))), string.Concat(Enumerable.Repeat("据 ", 70_000)));
            Assert.Equal([0], await Find(store, "开头"));
            Assert.Equal([0], await Find(store, "\"w19998 w19999\""));
            Assert.Equal([1], await Find(store, $"{(char)('一' + 9_998)}{(char)('一' + 9_999)}"));
        });
    }

    private static async Task Create(Store store, params string[] texts)
    {
        await store.Execute("DROP TABLE IF EXISTS words", default);
        await store.Execute(
            store.Engine == Engine.Sqlite ? $"CREATE VIRTUAL TABLE temp.words USING fts5(text, content='', tokenize='{Bigrams.Tokenizer}')" : "CREATE TEMPORARY TABLE words (rowid BIGINT, text TSVECTOR)", default);
        for (var i = 0; i < texts.Length; i++)
        {
            string?[] fields = texts[i].Split('|');
            if (store.Engine == Engine.Sqlite) await store.Execute("INSERT INTO words (rowid, text) VALUES (@id, @text)", default, ("id", (long)i), ("text", Bigrams.Index(fields)));
            else
                foreach (var vector in Bigrams.Vectors(fields)) await store.Execute("INSERT INTO words (rowid, text) VALUES (@id, @text::tsvector)", default, ("id", (long)i), ("text", vector));
        }
    }

    private static async Task<List<int>> Find(Store store, string words)
    {
        var query = Bigrams.Query(words)!;
        return store.Engine == Engine.Sqlite
            ? await store.Query("SELECT rowid FROM words WHERE words MATCH @query ORDER BY rowid", r => r.GetInt32(0), default, ("query", query.Fts5))
            : await store.Query("SELECT DISTINCT rowid FROM words WHERE text @@ @query::tsquery ORDER BY rowid", r => r.GetInt32(0), default, ("query", query.TsQuery));
    }
}
