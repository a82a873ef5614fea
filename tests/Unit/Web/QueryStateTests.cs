using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Web;
using Xunit;

namespace Qingdan.Tests.Unit.Web;

public sealed class QueryStateTests
{
    [Fact]
    public void A_change_keeps_the_rest_and_goes_back_to_page_one() =>
        Assert.Equal("/catalog?q=%E4%BD%8E%E4%BF%9D&tag=a&tag=b&sort=name", At("?q=低保&tag=a&tag=b&page=7").With("sort", "name"));

    [Fact]
    public void Turning_the_page_keeps_everything() => Assert.Equal("/catalog?q=a&page=8", At("?q=a&page=7").With("page", "8"));

    [Fact]
    public void Nothing_takes_a_thing_out() => Assert.Equal("/catalog", At("?q=a").With("q", null));

    [Fact]
    public void Another_language_is_the_same_page_in_the_same_state() => Assert.Equal("/catalog?q=a&page=7&lang=en", At("?q=a&page=7&lang=zh").InLanguage("en"));

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=-3")]
    [InlineData("?page=x")]
    [InlineData("")]
    public void What_is_no_page_is_the_first(string query) => Assert.Equal(1, At(query).Page);

    private static QueryState At(string query) => new(new DefaultHttpContext { Request = { Path = "/catalog", QueryString = new QueryString(query) } });

    [Theory]
    [InlineData("3", 3)]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("x", 1)]
    [InlineData(null, 1)]
    [InlineData("2147483647", 1_000_000)]
    public void A_page_number_never_overflows(string? text, int page) => Assert.Equal(page, QueryState.PageOf(text));
}
