using Qingdan.Exchange.Projection;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class AnswerHeadersTests
{
    [Theory]
    [InlineData("application/json", nameof(Refusal.None))]
    [InlineData("application/json; charset=utf-8", nameof(Refusal.None))]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"", nameof(Refusal.None))]
    [InlineData("application/problem+json", nameof(Refusal.None))]
    [InlineData("application/json; charset=gbk", nameof(Refusal.NotJsonType))]
    [InlineData("text/html", nameof(Refusal.NotJsonType))]
    [InlineData("text/json", nameof(Refusal.NotJsonType))]
    [InlineData("application/jsonp", nameof(Refusal.NotJsonType))]
    [InlineData("application/octet-stream", nameof(Refusal.NotJsonType))]
    [InlineData("nonsense", nameof(Refusal.NotJsonType))]
    [InlineData("", nameof(Refusal.NotJsonType))]
    public void Only_JSON_in_UTF8_is_read(string type, string refusal) => Assert.Equal(refusal, $"{Check(("Content-Type", type))}");

    [Fact]
    public void An_answer_without_or_with_two_types_is_not_read()
    {
        Assert.Equal(Refusal.NotJsonType, Check());
        Assert.Equal(Refusal.NotJsonType, Check(("Content-Type", "application/json"), ("Content-Type", "text/html")));
    }

    [Theory]
    [InlineData("gzip", nameof(Refusal.Encoded))]
    [InlineData("br", nameof(Refusal.Encoded))]
    [InlineData("identity", nameof(Refusal.None))]
    public void A_compressed_answer_is_not_read(string encoding, string refusal) => Assert.Equal(refusal, $"{Check(("Content-Type", "application/json"), ("Content-Encoding", encoding))}");

    private static Refusal Check(params (string Name, string Value)[] headers)
    {
        using var answer = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        foreach (var (name, value) in headers) answer.Content.Headers.TryAddWithoutValidation(name, value);
        return AnswerHeaders.Check(answer.Content.Headers);
    }
}
