using CsCheck;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts.Deadlines;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class CalendarTests
{
    /// <summary>The calendar that comes with the program.</summary>
    internal static WorkingCalendar Announced { get; } = new(
        AnnouncedYears.FromFile.Years.Select(y => y.Year).ToHashSet(),
        AnnouncedYears.FromFile.Years.SelectMany(y => y.Days).ToDictionary(d => d.Day, d => new CalendarException(d.Works, d.Holiday)));

    /// <summary>A calendar that knows no notice at all.</summary>
    private static WorkingCalendar Unannounced { get; } = new(new HashSet<int>(), new Dictionary<DateOnly, CalendarException>());

    [Theory]
    [InlineData("2026-09-25", DayKind.Holiday, "中秋节")]
    [InlineData("2026-09-20", DayKind.MakeUp, "国庆节")]
    [InlineData("2026-09-19", DayKind.Weekend, null)]
    [InlineData("2026-09-24", DayKind.Workday, null)]
    [InlineData("2018-12-29", DayKind.MakeUp, "元旦")]
    [InlineData("2020-02-03", DayKind.Workday, null)]
    public void Announced_days_are_what_the_notices_say(string day, DayKind kind, string? holiday)
    {
        var status = Announced.On(DateOnly.Parse(day, null));
        Assert.Equal((kind, holiday, false), (status.Kind, status.Holiday, status.Provisional));
    }

    [Fact]
    public void The_notices_of_2019_to_2026_are_there() => Assert.All(Enumerable.Range(2019, 8), year => Assert.True(Announced.IsAnnounced(year)));

    [Theory]
    [InlineData("2027-02-05", "春节")]
    [InlineData("2027-02-06", "春节")]
    [InlineData("2027-02-08", "春节")]
    [InlineData("2027-04-05", "清明节")]
    [InlineData("2027-05-02", "劳动节")]
    [InlineData("2027-06-09", "端午节")]
    [InlineData("2027-09-15", "中秋节")]
    [InlineData("2027-10-03", "国庆节")]
    [InlineData("2033-01-31", "春节")]
    [InlineData("2028-01-25", "春节")]
    public void Beyond_the_notices_the_statutory_holidays_count_and_the_day_is_provisional(string day, string holiday)
    {
        var status = Announced.On(DateOnly.Parse(day, null));
        Assert.Equal((DayKind.Holiday, holiday, true), (status.Kind, status.Holiday, status.Provisional));
    }

    [Fact]
    public void The_statutory_holidays_computed_lie_within_the_days_off_of_each_notice_since_2025()
    {
        foreach (var year in new[] { 2025, 2026 })
            foreach (var day in Unannounced.Year(year).Where(d => d.Kind == DayKind.Holiday))
                Assert.Equal(DayKind.Holiday, Announced.On(day.Date).Kind);
    }

    [Fact]
    public void Festivals_computed_from_the_lunar_calendar_agree_with_every_notice()
    {
        foreach (var year in Enumerable.Range(2019, 8))
            foreach (var day in Unannounced.Year(year).Where(d => d.Holiday is "清明节" or "端午节" or "中秋节"))
                Assert.False(Announced.IsWorkingDay(day.Date), day.ToString());
    }

    [Fact]
    public void Every_year_has_its_thirteen_statutory_days_unless_two_meet() => Gen.Int[2000, 2095].Sample(year =>
    {
        var days = Unannounced.Year(year).Count(d => d.Kind == DayKind.Holiday);
        Assert.InRange(days, 12, 13);
    });

    [Fact]
    public void A_day_entered_by_hand_in_a_year_without_notice_is_no_longer_provisional()
    {
        var day = new DateOnly(2027, 3, 1);
        var calendar = new WorkingCalendar(new HashSet<int>(), new Dictionary<DateOnly, CalendarException> { [day] = new(false, "纪念日") });
        Assert.Equal(new CalendarDay(day, DayKind.Holiday, "纪念日", false), calendar.On(day));
        Assert.True(calendar.On(day.AddDays(1)).Provisional);
    }
}
