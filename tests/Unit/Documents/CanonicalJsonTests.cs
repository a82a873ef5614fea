using System.Text.Json.Nodes;
using Qingdan.Platform.Documents;
using Xunit;

namespace Qingdan.Tests.Unit.Documents;

public sealed class CanonicalJsonTests
{
    // The order of names of RFC 8785, 3.2.3: by UTF-16 code units.
    [Fact]
    public void Members_stand_in_the_order_of_their_utf16_names() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        CanonicalJson.Of(new JsonObject
        {
            ["\u20ac"] = "Euro Sign", ["\r"] = "Carriage Return", ["\ufb33"] = "Hebrew Letter Dalet With Dagesh", ["1"] = "One", ["\ud83d\ude00"] = "Emoji: Grinning Face", ["\u0080"] = "Control", ["\u00f6"] = "Latin Small Letter O With Diaeresis",
        }));

    [Theory]
    [InlineData("""{ "b" : [ 1, true, null ], "a" : "清单" }""", """{"a":"清单","b":[1,true,null]}""")]
    [InlineData("""["€$\u000F\nA'B\"\\\\\"\/", "<&>"]""", """["€$\u000f\nA'B\"\\\\\"/","<&>"]""")]
    [InlineData("""[ -0, 9007199254740991 ]""", "[0,9007199254740991]")]
    public void A_text_has_one_form(string given, string expected) => Assert.Equal(expected, CanonicalJson.Of(JsonNode.Parse(given)));

    [Theory]
    [InlineData("1.5")]
    [InlineData("9007199254740992")]
    public void A_number_without_one_form_is_refused(string number) => Assert.Throws<ArgumentException>(() => CanonicalJson.Of(JsonNode.Parse(number)));
}
