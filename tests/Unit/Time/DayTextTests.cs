using Qingdan.Platform.Time;
using Xunit;

namespace Qingdan.Tests.Unit.Time;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("2023-06-17", "2023-06-17")]
    [InlineData("2023/6/7 9:05:00", "2023-06-07")]
    [InlineData("2023年6月7日", "2023-06-07")]
    [InlineData("20230607", "2023-06-07")]
    [InlineData("2018-07-06 22:28:04", "2018-07-06")]
    [InlineData("2023-06-07T09:05:00", "2023-06-07")]
    public void Days_as_people_and_portals_write_them(string text, string day) => Assert.Equal(day, DayText.Read(text));

    [Fact]
    public void Milliseconds_are_a_day_in_Shanghai() => Assert.Equal("2023-06-17", DayText.Read("1686938400000"));

    [Theory]
    [InlineData("2023-02-30")]
    [InlineData("每年")]
    [InlineData("0023-06-17")]
    [InlineData("17")]
    public void What_is_no_day_is_none(string text) => Assert.Null(DayText.Read(text));
}
