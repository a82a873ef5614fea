using System.IO.Pipelines;
using System.Text;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Projection.Masking;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class ProjectorTests
{
    private const string People = """
        {"code":200,"msg":"ok","data":{"total":2,"page":1,"list":[
          {"id":1,"person":{"name":"张三","idNo":"310101199001011234","name2":"x"},"contacts":[{"phone":"13800001234","email":"a@b.cn"},{"phone":"021-55667788"}],"name":"外层"},
          {"id":2,"person":{"name":"李四","idNo":null},"contacts":[]}]}}
        """;

    private static readonly string[] Paths = ["person.name", "contacts[*].phone", "$.data.total", "person.idNo", "id"];

    [Fact]
    public async Task Only_what_is_granted_leaves_in_the_nesting_it_came_in()
    {
        var outcome = await Answers.Take(Answers.Plain(Answers.Selector("$.data.list[*]", Paths), 0, 1), People);
        Assert.Equal("""{"data":{"list":[{"person":{"name":"张三"},"contacts":[{"phone":"13800001234"},{"phone":"021-55667788"}]},{"person":{"name":"李四"},"contacts":[]}]}}""", outcome.Text);
        Assert.Equal((2, true), (outcome.Rows, outcome.Whole));
    }

    [Fact]
    public async Task What_stands_beside_the_rows_leaves_only_when_it_is_an_item_of_its_own() =>
        Assert.Equal("""{"data":{"total":2,"list":[{"id":1},{"id":2}]}}""", (await Answers.Take(Answers.Plain(Answers.Selector("$.data.list[*]", Paths), 2, 4), People)).Text);

    [Theory]
    [InlineData("""{"l":[{"a":{"n":1},"n":2,"N":3,"ｎ":4,"n ":5}]}""", "n", """{"l":[{"n":2}]}""")]
    [InlineData("""{"l":[{"a":{"n":1},"n":2}]}""", "a.n", """{"l":[{"a":{"n":1}}]}""")]
    [InlineData("""{"l":[{"\u006e":2}]}""", "n", """{"l":[{"n":2}]}""")]
    [InlineData("""{"l":[{"n":[1,{"x":2}]}]}""", "n", """{"l":[{"n":[1,{"x":2}]}]}""")]
    [InlineData("""{"l":[{"n":[[1],[2,3]]}]}""", "n[*][*]", """{"l":[{"n":[[1],[2,3]]}]}""")]
    [InlineData("""{"l":[{"n":"text"},{"n":{"x":1}},{"n":[{"x":1}]},{"n":null}]}""", "n[*].x", """{"l":[{},{},{"n":[{"x":1}]},{}]}""")]
    [InlineData("""{"l":[1,null,[2],{"n":3}]}""", "n", """{"l":[{"n":3}]}""")]
    [InlineData("""{"l":["a","b"]}""", "@", """{"l":["a","b"]}""")]
    [InlineData("""{"l":null,"n":1}""", "n", """{}""")]
    [InlineData("""{"l":[{"n":1.10},{"n":1e400},{"n":-0},{"n":123456789012345678901234567890}]}""", "n", """{"l":[{"n":1.10},{"n":1e400},{"n":-0},{"n":123456789012345678901234567890}]}""")]
    [InlineData("""{"l":[{"n":"\u5f20\u4e09\n\"<"}]}""", "n", """{"l":[{"n":"张三\n\"<"}]}""")]
    [InlineData("""{"l":[{"n":{"x":{"a":1},"y":{"a":2}}}]}""", "n", """{"l":[{"n":{"x":{"a":1},"y":{"a":2}}}]}""")]
    public async Task A_path_meets_its_place_and_no_other(string json, string path, string expected)
    {
        var outcome = await Answers.Take(Answers.All("$.l[*]", path), json);
        Assert.Equal((Refusal.None, expected), (outcome.Refusal, outcome.Text));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "", nameof(Refusal.Truncated) }, { "{", nameof(Refusal.Truncated) }, { """{"l":[{"n":"x""", nameof(Refusal.Truncated) }, { """{"l":[]""", nameof(Refusal.Truncated) }, { """{"l":tru""", nameof(Refusal.Truncated) },
        { """{"l":[NaN]}""", nameof(Refusal.NotJson) }, { """{"l":[{"n":1,}]}""", nameof(Refusal.NotJson) }, { """{"l":[/* x */]}""", nameof(Refusal.NotJson) }, { "{'l':[]}", nameof(Refusal.NotJson) }, { """{"l":[01]}""", nameof(Refusal.NotJson) }, { "<html>", nameof(Refusal.NotJson) },
        { """{"l":[]} x""", nameof(Refusal.Trailing) }, { """{"l":[]}{"l":[]}""", nameof(Refusal.Trailing) },
        { """{"l":[{"n":1,"n":2}]}""", nameof(Refusal.DuplicateName) }, { """{"l":[{"n":1,"\u006e":2}]}""", nameof(Refusal.DuplicateName) }, { """{"l":[],"l":[]}""", nameof(Refusal.DuplicateName) },
        { """{"l":[{"n":{"x":1,"x":2}}]}""", nameof(Refusal.DuplicateName) }, { """{"l":[{"n":[{"x":{},"y":{"x":1},"\u0078":2}]}]}""", nameof(Refusal.DuplicateName) },
        { """{"l":[{"n":"\ud800"}]}""", nameof(Refusal.NotText) }, { """{"l":[{"n":{"\ud800":1}}]}""", nameof(Refusal.NotText) },
        { """{"x":[]}""", nameof(Refusal.RowsMissing) }, { """{"l":{"n":1}}""", nameof(Refusal.RowsMissing) }, { """{"l":"x"}""", nameof(Refusal.RowsMissing) }, { "[]", nameof(Refusal.RowsMissing) }, { "null", nameof(Refusal.RowsMissing) }, { """{"L":[]}""", nameof(Refusal.RowsMissing) }, { """{"x":{"l":[]}}""", nameof(Refusal.RowsMissing) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Bad_data_are_refused_and_named(string json, string refusal)
    {
        var outcome = await Answers.Take(Answers.All("$.l[*]", "n"), json);
        Assert.Equal((refusal, ""), ($"{outcome.Refusal}", outcome.Text));
        Assert.StartsWith("exchange.answer.", Refusals.Of(outcome.Refusal).Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task Bytes_that_are_no_UTF8_are_refused_even_where_nothing_is_granted(byte[] wrong) =>
        Assert.Equal(Refusal.NotText, (await Answers.Take(Answers.All("$.l[*]", "n"), [.. "{\"l\":[],\"x\":\""u8, .. wrong, .. "\"}"u8])).Refusal);

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_once()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. """{"l":[{"n":1}]}"""u8];
        Assert.Equal("""{"l":[{"n":1}]}""", (await Answers.Take(Answers.All("$.l[*]", "n"), json)).Text);
        for (var place = 1; place < 5; place++) Assert.Equal("""{"l":[{"n":1}]}""", (await Answers.CutAt(Answers.All("$.l[*]", "n"), json, place)).Text);
        Assert.Equal(Refusal.NotJson, (await Answers.Take(Answers.All("$.l[*]", "n"), [0xEF, 0xBB, 0xBF, .. json])).Refusal);
        Assert.Equal(Refusal.NotJson, (await Answers.Take(Answers.All("$.l[*]", "n"), Encoding.Unicode.GetBytes("{}"))).Refusal);
    }

    [Fact]
    public async Task Ten_thousand_levels_are_refused_at_the_sixty_fifth()
    {
        var plan = Answers.All("$.l[*]", "n");
        string Deep(int levels) => $$"""{"l":[],"x":{{new string('[', levels)}}{{new string(']', levels)}}}""";
        Assert.Equal(Refusal.None, (await Answers.Take(plan, Deep(63))).Refusal);
        Assert.Equal(Refusal.TooDeep, (await Answers.Take(plan, Deep(64))).Refusal);
        Assert.Equal(Refusal.TooDeep, (await Answers.Take(plan, Deep(10_000))).Refusal);
        Assert.Equal(Refusal.TooDeep, (await Answers.Take(plan, new string('[', 10_000))).Refusal);
    }

    [Fact]
    public async Task Limits_hold_whole_and_in_pieces()
    {
        var plan = Answers.All("$.l[*]", "n");
        var rows = Encoding.UTF8.GetBytes($$"""{"l":[{{string.Join(',', Enumerable.Repeat("""{"n":1}""", 11))}}]}""");
        var text = Encoding.UTF8.GetBytes($$"""{"l":[],"x":"{{new string('x', 101)}}"}""");
        foreach (var (json, limits, refusal) in new[] { (rows, new ProjectionLimits(Rows: 10), Refusal.TooManyRows), (text, new ProjectionLimits(Token: 100), Refusal.TokenTooLong), (text, new ProjectionLimits(Bytes: 100), Refusal.TooLong) })
        {
            Assert.Equal(refusal, (await Answers.Take(plan, json, limits)).Refusal);
            Assert.Equal(refusal, (await Answers.InPieces(plan, json, 7, limits)).Refusal);
        }
    }

    [Fact]
    public async Task A_token_without_end_does_not_fill_the_memory()
    {
        var projector = new Projector();
        projector.Begin(Answers.All("$.l[*]", "n"));
        var endless = PipeReader.Create(new Endless());
        Assert.False(await projector.TakeWhole(endless, CancellationToken.None));
        await projector.Stream(endless, PipeWriter.Create(Stream.Null), CancellationToken.None);
        Assert.Equal(Refusal.TokenTooLong, projector.Refusal);
    }

    [Fact]
    public async Task A_longer_answer_streams_and_a_pooled_projector_serves_again()
    {
        var (plan, projector) = (Answers.All("$.l[*]", "n"), new Projector());
        var json = Encoding.UTF8.GetBytes($$"""{"l":[{{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"n":{{i}},"x":"{{i}}"}"""))}}]}""");
        for (var i = 0; i < 3; i++)
        {
            var (from, sent) = (PipeReader.Create(new MemoryStream(json)), new MemoryStream());
            projector.Begin(plan);
            Assert.False(await projector.TakeWhole(from, CancellationToken.None));
            await projector.Stream(from, PipeWriter.Create(sent), CancellationToken.None);
            Assert.Equal((Refusal.None, 20_000, json.Length, sent.Length), (projector.Refusal, projector.Rows, projector.BytesIn, projector.BytesOut));
            Assert.True(projector.TryReset());
        }
    }

    [Fact]
    public async Task Masked_values_never_leave_as_they_are()
    {
        var selector = Answers.Selector("$.l[*]", "n");
        var plan = ProjectionPlan.Compile(selector, [new(0, Treatment.Masked(Masks.Of(MaskKind.Phone, "", "", "mask").Value))]).Value;
        var outcome = await Answers.Take(plan, """{"l":[{"n":"13812341234"},{"n":13812341234},{"n":"\u0031381234123\u0034"},{"n":true},{"n":null},{"n":{"n":"13812341234"}},{"n":["13812341234"]},{"n":"call 13812341234"}]}""");
        Assert.Equal("""{"l":[{"n":"138****1234"},{"n":"138****1234"},{"n":"138****1234"},{"n":"***"},{"n":null},{"n":"***"},{"n":"***"},{"n":"***"}]}""", outcome.Text);
    }

    [Theory]
    [InlineData("""{"l":[{"a":"张三","b":310}]}""", "yes")]
    [InlineData("""{"l":[{"a":"李四","b":310},{"a":"张三","b":"310"}]}""", "yes")]
    [InlineData("""{"l":[{"a":"李四","b":310},{"a":"张三","b":"311"}]}""", "no")]
    [InlineData("""{"l":[{"a":"张三"},{"b":"310"}]}""", "none")]
    [InlineData("""{"l":[{"a":"张三","b":null}]}""", "none")]
    [InlineData("""{"l":[]}""", "none")]
    [InlineData("""{"l":null}""", "none")]
    [InlineData("""{"l":[{"a":"张三 ","b":310}]}""", "no")]
    [InlineData("""{"l":[{"a":["张三"],"b":310}]}""", "no")]
    public async Task A_verification_says_yes_no_or_none_and_nothing_else(string json, string verdict)
    {
        var plan = ProjectionPlan.Compile(Answers.Selector("$.l[*]", "a", "b"), [new(0, Treatment.Verify), new(1, Treatment.Verify)]).Value;
        Assert.Equal($$"""{"match":"{{verdict}}"}""", (await Answers.Take(plan, json, null, ["张三", "310"])).Text);
    }

    private sealed class Endless : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            if (!_begun) "{\"l\":\""u8.CopyTo(buffer.Span);
            _begun = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
