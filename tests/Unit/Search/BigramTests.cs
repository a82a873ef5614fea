using Qingdan.Platform.Search;
using Xunit;

namespace Qingdan.Tests.Unit.Search;

public sealed class BigramTests
{
    [Fact]
    public void Chinese_runs_become_pairs_and_their_last_character_and_latin_runs_one_word() =>
        Assert.Equal("公共 共数 数据 据 abc 12x 目录 录", Bigrams.Index("公共数据 ＡＢＣ-12x《目录》"));

    [Fact]
    public void Latin_and_chinese_side_by_side_are_runs_of_their_own() => Assert.Equal("a 类企 企业 业", Bigrams.Index("A类企业"));

    [Fact]
    public void Characters_beyond_the_first_plane_stay_whole_and_broken_ones_are_nothing() => Assert.Equal("𠮷野 野家 家 甲", Bigrams.Index("𠮷野家\ud800甲"));

    [Fact]
    public void Traditional_and_simplified_give_the_same_words() => Assert.Equal(Bigrams.Index("資料編號"), Bigrams.Index("资料编号"));

    [Theory]
    [InlineData("据", "\"据\" *", "('据':*)")]
    [InlineData("数据", "\"数据\"", "('数据')")]
    [InlineData("公共数据", "\"公共 共数 数据\"", "('公共' <-> '共数' <-> '数据')")]
    [InlineData("公共 data", "\"公共\" AND \"data\" *", "('公共') & ('data':*)")]
    [InlineData("“open data”", "\"open data\"", "('open' <-> 'data')")]
    [InlineData("A类", "\"a 类\" *", "('a' <-> '类':*)")]
    [InlineData("12", "\"12\"", "('12')")]
    [InlineData("１２３４５", "\"12345\" *", "('12345':*)")]
    [InlineData("2026-11", "\"2026 11\" *", "('2026' <-> '11':*)")]
    [InlineData("公共 -数据 -“开放”", "\"公共\"", "('公共')")]
    [InlineData("公共-数据", "\"公共 共 数据\"", "('公共' <-> '共' <-> '数据')")]
    [InlineData("企业a", "\"企业 业 a\" *", "('企业' <-> '业' <-> 'a':*)")]
    [InlineData("公共、数据", "\"公共 共 数据\"", "('公共' <-> '共' <-> '数据')")]
    public void A_question_is_asked_alike_of_both_engines(string words, string fts5, string tsquery) =>
        Assert.Equal(new SearchQuery(fts5, tsquery), Bigrams.Query(words));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("\"、*'\\")]
    public void A_question_of_signs_alone_is_none(string? words) => Assert.Null(Bigrams.Query(words));

    [Fact]
    public void A_vector_counts_places_on_across_fields_with_a_gap() =>
        Assert.Equal("公共:1 共:2 ab:4", Assert.Single(Bigrams.Vectors("公共", "ab")));

    [Fact]
    public void A_text_of_more_than_postgres_keeps_becomes_several_vectors_that_overlap()
    {
        Assert.Single(Bigrams.Vectors("公共数据"));
        Assert.Single(Bigrams.Vectors(string.Concat(Enumerable.Repeat("据 ", 255))));
        Assert.Equal(2, Bigrams.Vectors(string.Concat(Enumerable.Repeat("据 ", 256))).Count);
        var parts = Bigrams.Vectors(string.Concat(Enumerable.Range(0, 17_000).Select(i => $"w{i} ")));
        Assert.Equal((2, true, true), (parts.Count, parts[0].Contains("w16300:", StringComparison.Ordinal), parts[1].Contains("w16300:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("數據Ａ-１ ㎡", "数据a-1 ㎡")]
    [InlineData("", "")]
    public void Alike_keeps_each_character_at_its_place(string text, string alike) => Assert.Equal(alike, Bigrams.Alike(text));
}
