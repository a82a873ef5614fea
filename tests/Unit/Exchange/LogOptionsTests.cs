using Microsoft.Extensions.Configuration;
using Qingdan.Exchange.Log;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class LogOptionsTests
{
    [Fact]
    public void Calls_are_kept_three_years_unless_longer()
    {
        Assert.Equal(3, Read(null).KeepYears);
        Assert.Equal(10, Read("10").KeepYears);
    }

    [Theory, InlineData("2"), InlineData("0"), InlineData("-3")]
    public void Less_than_the_law_asks_for_stops_the_program(string years) => Assert.Throws<InvalidOperationException>(() => Read(years));

    private static LogOptions Read(string? years) => LogOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new("ExchangeLog:KeepYears", years)]).Build());
}
