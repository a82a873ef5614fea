using Qingdan.Platform.Time;
using Xunit;

namespace Qingdan.Tests.Unit.Time;

public sealed class TypedDayTests
{
    [Theory]
    [InlineData("2000-01-01", true)]
    [InlineData("2095-12-31", true)]
    [InlineData("1999-12-31", false)]
    [InlineData("2096-01-01", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void Only_days_that_can_be_meant_are_taken(string text, bool taken)
    {
        var day = TypedDay.Read($" {text} ");
        Assert.NotNull(day);
        Assert.Equal(taken, TypedDay.Meant(text) == day);
        var fault = TypedDay.Refusal(day, "dueOn", "反馈期限");
        Assert.Equal(taken, fault is null);
        // A year is no amount: it has no thousands.
        if (fault is not null) Assert.Equal(["反馈期限", "2000", "2095"], fault.Args);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026-02-30")]
    [InlineData("明年底")]
    public void What_is_no_day_is_none_and_nothing_is_said_of_its_year(string? text)
    {
        Assert.Null(TypedDay.Read(text));
        Assert.Null(TypedDay.Refusal(TypedDay.Read(text), "dueOn", "反馈期限"));
    }
}
