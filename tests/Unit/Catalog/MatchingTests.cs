using CsCheck;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Matching;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Search;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;
using CityUnit = Qingdan.Organizations.Contracts.Unit;

namespace Qingdan.Tests.Unit.Catalog;

public sealed class MatchingTests
{
    private const string Sentence = "民政部门需要公安部门提供车辆登记和户籍信息，用于救助核对";

    private static readonly string[] Words = ["车辆", "登记", "户籍", "人口", "企业", "许可", "道路", "水质"];
    private static readonly Gen<string> Names = Gen.Int[0, Words.Length - 1].Array[1, 4].Select(places => string.Concat(places.Select(i => Words[i])));

    [Fact]
    public void What_every_need_says_names_of_units_and_the_purpose_weigh_little()
    {
        var statistics = Statistics(4, "车辆登记信息", "户籍人口", "救助核对", "部门预算");
        var query = NeedQuery.Of(Bigrams.Fold(Sentence), statistics);
        Assert.True(Weight("户籍") > 1);
        Assert.True(Weight("救助") < Weight("户籍") / 2);
        Assert.Equal(0, Weight("部门"));
        Assert.Equal(0, Weight("提供"));

        double Weight(string term) => query.Weights[query.Place(term)];
    }

    [Fact]
    public void The_index_is_asked_little_whatever_the_sentence_and_the_size() => Gen.Select(Names.Array[1, 60], Gen.Int[1, 1_000_000], Names.Array[1, 40]).Sample((names, rows, need) =>
    {
        var statistics = Statistics(Math.Max(rows, names.Length), names);
        var probes = NeedProbes.Of(NeedQuery.Of(string.Join('、', need), statistics), statistics);
        Assert.True(probes.Count <= 35);
        Assert.True(probes.Where(p => p.Most > 1_024).Sum(p => Math.Min(p.Most, p.Terms.Sum(statistics.Texts))) <= 8_192);
    });

    [Fact]
    public void Common_terms_are_asked_for_together()
    {
        var statistics = Statistics(1_000_000, ["车辆登记信息", .. Enumerable.Repeat("水质", 9)]);
        Assert.Equal([3, 2], NeedProbes.Of(NeedQuery.Of("车辆登记", statistics), statistics).Select(p => p.Terms.Count));
    }

    [Fact]
    public void Who_has_more_of_the_sentence_in_a_name_as_long_scores_more() => Gen.Select(Names, Names).Sample((name, other) =>
    {
        var statistics = Statistics(100, [.. Words, name, other]);
        var query = NeedQuery.Of(name, statistics);
        if (name.Length != other.Length || name == other) return;
        Assert.True(Score(name, query, statistics) >= Score(other, query, statistics), $"{name} {other}");
    });

    [Fact]
    public void A_resource_that_has_nothing_of_the_sentence_scores_nothing()
    {
        var statistics = Statistics(100, "车辆登记信息", "水质");
        var query = NeedQuery.Of("车辆登记", statistics);
        Assert.Equal(0, Score("水质", query, statistics));
        Assert.True(Score("车辆登记信息", query, statistics) > Score("车辆登记信息和道路许可以及水质监测", query, statistics));
    }

    [Fact]
    public void The_name_counts_more_than_items_and_these_more_than_the_summary()
    {
        var statistics = Statistics(100, "车辆登记", "水质");
        var query = NeedQuery.Of("车辆登记", statistics);
        double[] scores = [Score(new("车辆登记", "", [], "")), Score(new("水质", "", ["车辆登记"], "")), Score(new("水质", "车辆登记", [], ""))];
        Assert.Equal(scores.OrderDescending(), scores);

        double Score(MatchText text) => MatchScore.Of(text, query, statistics);
    }

    [Fact]
    public void A_provider_that_is_named_raises_its_resources()
    {
        var statistics = Statistics(100, "车辆登记", "水质");
        var query = NeedQuery.Of("公安局的车辆登记", statistics);
        Assert.True(MatchScore.Of(new("车辆登记", "", [], "示例市公安局"), query, statistics) > MatchScore.Of(new("车辆登记", "", [], "示例市水务局"), query, statistics));
    }

    [Fact]
    public void The_words_are_the_longest_stretches_of_the_sentence_that_stand_in_the_resource()
    {
        var statistics = Statistics(100, "机动车登记", "户籍人口", "水质");
        var query = NeedQuery.Of("机动车登记和户籍", statistics);
        Assert.Equal(["机动车登记", "户籍"], MatchWords.Of(new("机动车登记信息", "", ["户籍地址"], ""), query));
        Assert.Empty(MatchWords.Of(new("水质", "", [], ""), query));
    }

    private static double Score(string name, NeedQuery query, TermStatistics statistics) => MatchScore.Of(new MatchText(name, "", [], ""), query, statistics);

    // A catalogue of these names, each of them standing for as many as fill it up.
    private static TermStatistics Statistics(int rows, params string[] names) => new(rows, [.. names.Select((name, i) => new PublishedResource(i, null, name, 1, 1, null, false, "", "", "", null, "", "", "", "", []))], Units());

    private static UnitTree Units() => new(
        1, [.. new[] { "示例市公安局", "示例县公安局", "示例市民政局", "示例县民政局" }.Select((name, i) => new CityUnit(i + 10, null, name, name, OrganizationKind.CityDepartment, false, default, "", null, null, default))],
        new Dictionary<long, long>(), new Dictionary<string, long>(), name => name);
}
