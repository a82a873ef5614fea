using CsCheck;
using Qingdan.Tests.Unit.Standards;
using Qingdan.Workflow.Clocks;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class ClockCountTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 365 * 7].Select(i => new DateOnly(2019, 1, 1).AddDays(i));

    // Pauses begin on the day of the clock or later, one after the other.
    private static readonly Gen<(DateOnly Start, (DateOnly, DateOnly?)[] Pauses)> Clocks = Gen.Select(Day, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 20]).Array[0, 3], (start, lengths) =>
    {
        var (from, pauses) = (start, new List<(DateOnly, DateOnly?)>());
        foreach (var (gap, length) in lengths)
        {
            from = from.AddDays(gap);
            pauses.Add((from, from.AddDays(length)));
            from = from.AddDays(length);
        }
        return (start, pauses.ToArray());
    });

    [Fact]
    public void Without_pauses_it_is_the_term_of_the_law() => Gen.Select(Day, Gen.Int[1, 25]).Sample((start, amount) =>
    {
        var days = ClockCount.Days(start, amount, workingDays: true, [], CalendarTests.Announced);
        Assert.True(days[^1].Day.Works);
        Assert.Equal(amount, days.Count(d => d.Day.Works));
        Assert.Equal(start.AddDays(1), days[0].Day.Date);
    }, iter: 300);

    [Fact]
    public void Days_on_which_it_stood_still_do_not_count_and_the_last_day_is_a_working_day() => Gen.Select(Clocks, Gen.Int[1, 20]).Sample((clock, amount) =>
    {
        var days = ClockCount.Days(clock.Start, amount, workingDays: true, clock.Pauses, CalendarTests.Announced);
        var counted = 0;
        var day = clock.Start;
        while (counted < amount)
        {
            day = day.AddDays(1);
            if (CalendarTests.Announced.IsWorkingDay(day) && !clock.Pauses.Any(p => p.Item1 < day && day <= p.Item2)) counted++;
        }
        Assert.Equal(day, days[^1].Day.Date);
        Assert.True(days[^1].Day.Works);
        Assert.Equal(Enumerable.Range(1, amount).Cast<int?>(), days.Where(d => d.Number is not null).Select(d => d.Number));
    }, iter: 300);

    [Fact]
    public void Calendar_days_end_on_a_working_day() => Gen.Select(Day, Gen.Int[1, 25]).Sample((start, amount) =>
    {
        var days = ClockCount.Days(start, amount, workingDays: false, [], CalendarTests.Announced);
        Assert.True(days[^1].Day.Works);
        Assert.True(days[^1].Day.Date >= start.AddDays(amount));
        Assert.Equal(amount, days.Count(d => d.Number is not null));
    }, iter: 300);

    [Fact]
    public void While_a_pause_lasts_there_is_no_last_day() =>
        Assert.Empty(ClockCount.Days(new DateOnly(2026, 11, 12), 10, workingDays: true, [(new DateOnly(2026, 11, 16), null)], CalendarTests.Announced));

    [Fact]
    public void What_is_owed_at_once_has_no_days() => Assert.Empty(ClockCount.Days(new DateOnly(2026, 11, 21), 0, workingDays: false, [], CalendarTests.Announced));

    [Theory]
    [InlineData("2026-11-23", "2026-11-26", 3)]
    [InlineData("2026-11-26", "2026-11-26", 0)]
    [InlineData("2026-11-27", "2026-11-26", -1)]
    [InlineData("2026-11-30", "2026-11-26", -2)]
    [InlineData("2095-12-29", "9999-12-31", 1)]
    [InlineData("2096-03-01", "9999-12-31", 0)]
    [InlineData("9999-12-31", "9999-12-31", 0)]
    public void What_is_left_is_told_in_working_days(string today, string due, int left) =>
        Assert.Equal(left, ClockCount.Left(DateOnly.Parse(today, null), DateOnly.Parse(due, null), CalendarTests.Announced));
}
