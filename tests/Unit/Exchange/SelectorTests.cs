using Qingdan.Exchange.Projection;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class SelectorTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.data.list[*]", "$.data.list[*]")]
    [InlineData("$['data'][\"list\"][*]", "$.data.list[*]")]
    [InlineData("person.name", "person.name")]
    [InlineData(".person.name", "person.name")]
    [InlineData("@.person.name", "person.name")]
    [InlineData("@", "@")]
    [InlineData("['id-no']", "['id-no']")]
    [InlineData("姓名", "姓名")]
    [InlineData("[*][*]", "[*][*]")]
    [InlineData(@"['it\'s']", @"['it\'s']")]
    [InlineData(@"['\\']", @"['\\']")]
    public void A_path_is_read_and_written_in_its_shortest_form(string text, string shortest) => Assert.Equal(shortest, JsonPath.Parse(text, "path").Value.ToString());

    [Theory]
    [InlineData("", "exchange.path.empty")]
    [InlineData("$..name", "exchange.path.syntax")]
    [InlineData("$.list[0]", "exchange.path.syntax")]
    [InlineData("$.list[1:2]", "exchange.path.syntax")]
    [InlineData("$.list[?(@.a==1)]", "exchange.path.syntax")]
    [InlineData("$.*", "exchange.path.syntax")]
    [InlineData("$name", "exchange.path.syntax")]
    [InlineData("$.", "exchange.path.syntax")]
    [InlineData("1a", "exchange.path.syntax")]
    [InlineData("a b", "exchange.path.syntax")]
    [InlineData("a-b", "exchange.path.syntax")]
    [InlineData("['a", "exchange.path.syntax")]
    [InlineData("['a'", "exchange.path.syntax")]
    [InlineData("['']", "exchange.path.syntax")]
    [InlineData("['a\\", "exchange.path.syntax")]
    [InlineData("['a\\n']", "exchange.path.syntax")]
    [InlineData("[", "exchange.path.syntax")]
    public void What_is_not_of_the_subset_is_refused(string text, string code) => Assert.Equal(code, Assert.Single(JsonPath.Parse(text, "path").Faults).Code);

    [Fact]
    public void A_path_has_an_end()
    {
        Assert.Equal("exchange.path.deep", JsonPath.Parse("$" + string.Concat(Enumerable.Repeat(".a", 33)), "path").Faults[0].Code);
        Assert.Equal("exchange.path.text", JsonPath.Parse("a\ud800", "path").Faults[0].Code);
        Assert.Equal("exchange.path.long", JsonPath.Parse("$." + new string('a', 1000), "path").Faults[0].Code);
    }

    [Fact]
    public void All_faults_are_told_at_once_each_with_its_field()
    {
        var faults = Selector.Parse("data[*]", [new(1, ""), new(2, "a..b"), new(3, "c"), new(4, "@.c"), new(5, "c.d")]).Faults;
        Assert.Equal([("exchange.selector.rows", "rows"), ("exchange.path.empty", "path-1"), ("exchange.path.syntax", "path-2"), ("exchange.selector.same", "path-4"), ("exchange.selector.inside", "path-5")],
            faults.Select(f => (f.Code, f.Field!)).OrderBy(f => f.Item2 == "rows" ? "" : f.Item2, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("$.data")]
    [InlineData("$")]
    public void An_item_cannot_hold_all_rows(string path) => Assert.Equal("exchange.selector.around", Selector.Parse("$.data.list[*]", [new(1, path)]).Faults[0].Code);

    [Fact]
    public void A_plan_needs_places_for_what_it_grants()
    {
        var selector = Answers.Selector("$.list[*]", "a", "$.total");
        Assert.Equal(["exchange.plan.unmounted"], ProjectionPlan.Compile(selector, [new(0, Treatment.Plain), new(9, Treatment.Plain)]).Faults.Select(f => f.Code));
        Assert.Equal(["exchange.plan.empty"], ProjectionPlan.Compile(selector, []).Faults.Select(f => f.Code));
        Assert.Equal(["exchange.plan.mixed", "exchange.plan.beside"], ProjectionPlan.Compile(selector, [new(0, Treatment.Plain), new(1, Treatment.Verify)]).Faults.Select(f => f.Code));
    }
}
