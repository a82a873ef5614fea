using CsCheck;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Rules;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class DeadlineTests
{
    private static readonly RuleProfiles Profiles = new();

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 365 * 12].Select(i => new DateOnly(2019, 1, 1).AddDays(i));

    // The first: 09-25 to 27 and 10-01 to 07 are off, 10-10 is a make-up Saturday, so the ten are 09-28, 29, 30, 10-08, 9, 10, 12, 13, 14, 15.
    [Theory]
    [InlineData("national-2025", "T2", "2026-09-25", false, "2026-10-15")]
    [InlineData("national-2025", "T2", "2026-11-12", false, "2026-11-26")]
    [InlineData("national-2025", "T2", "2026-11-12", true, "2026-12-10")]
    [InlineData("national-2025", "t1", "2026-11-20", false, "2026-11-23")]
    [InlineData("national-2025", "T6", "2026-02-12", false, "2026-02-14")]
    [InlineData("national-2025", "T8", "2026-02-28", false, "2029-02-28")]
    [InlineData("shanghai-2021", "T7", "2026-11-12", false, "2026-12-03")]
    [InlineData("shanghai-2021", "T9", "2026-11-14", false, "2026-11-14")]
    public void A_term_ends_on_the_day_counted_by_hand(string profile, string timer, string from, bool extended, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), Count(profile, timer, DateOnly.Parse(from, null), extended).Date);

    [Fact]
    public void Counting_starts_the_day_after_and_numbers_each_working_day() => Day.Sample(from =>
    {
        var deadline = Count("national-2025", "T2", from, false);
        Assert.Equal(from.AddDays(1), deadline.Days[0].Day.Date);
        Assert.Equal(Enumerable.Range(1, 10).Cast<int?>(), deadline.Days.Where(d => d.Number is not null).Select(d => d.Number));
        Assert.All(deadline.Days, d => Assert.Equal(d.Day.Works, d.Number is not null));
        Assert.Equal(deadline.Date, deadline.Days[^1].Day.Date);
        Assert.True(CalendarTests.Announced.IsWorkingDay(deadline.Date));
    }, iter: 300);

    [Fact]
    public void An_extension_equals_counting_on_from_the_first_end() => Day.Sample(from =>
    {
        var first = Count("national-2025", "T2", from, false);
        Assert.Equal(Count("national-2025", "T2", first.Date, false).Date, Count("national-2025", "T2", from, true).Date);
    }, iter: 300);

    [Fact]
    public void A_later_event_never_ends_earlier() => Gen.Select(Day, Gen.Int[0, 60]).Sample((from, later) =>
        Assert.True(Count("shanghai-2021", "T7", from, false).Date <= Count("shanghai-2021", "T7", from.AddDays(later), false).Date), iter: 300);

    [Fact]
    public void A_date_is_provisional_exactly_when_the_count_leaves_the_announced_years()
    {
        Assert.False(Count("national-2025", "T2", new DateOnly(2026, 12, 10), false).Provisional);
        Assert.True(Count("national-2025", "T2", new DateOnly(2026, 12, 25), false).Provisional);
    }

    [Fact]
    public void An_extension_the_law_does_not_provide_is_refused()
    {
        var (profile, timer) = Profiles.Find("national-2025", "T3").Value;
        var fault = Assert.Single(DeadlineCount.Count(profile, timer, new DateOnly(2026, 11, 12), true, CalendarTests.Announced).Faults);
        Assert.Equal(("standards.deadline.no-extension", "extended"), (fault.Code, fault.Field));
    }

    [Fact]
    public void A_calendar_term_that_ends_on_a_day_off_moves_to_the_next_working_day()
    {
        var (profile, timer) = Profiles.Find("national-2025", "T4").Value;
        var natural = timer with { Unit = TermUnit.CalendarDays };
        Assert.Equal(new DateOnly(2026, 10, 8), DeadlineCount.Count(profile, natural, new DateOnly(2026, 9, 21), false, CalendarTests.Announced).Value.Date);
    }

    [Fact]
    public void Of_several_terms_the_earliest_decides_and_the_law_is_named()
    {
        var from = new DateOnly(2026, 11, 12);
        var decisive = DeadlineCount.Decide([Count("shanghai-2021", "T7", from, false), Count("national-2025", "T2", from, false)]);
        Assert.Equal(("T2", "T7"), (decisive.Decisive.Timer.Code, Assert.Single(decisive.Others).Timer.Code));
        Assert.Equal([2, "2026-11-26", "《政务数据共享条例》第二十一条第一款"], decisive.Why.Args);
    }

    [Fact]
    public void An_event_before_the_law_is_counted_with_a_note()
    {
        var note = Count("national-2025", "T2", new DateOnly(2025, 3, 1), false).Notes[0];
        Assert.Equal((Certainty.Law, "政务数据共享条例", "2025-08-01"), (note.Certainty, note.Text.Args[0], note.Text.Args[1]));
        Assert.DoesNotContain(Count("national-2025", "T2", new DateOnly(2025, 8, 1), false).Notes, n => n.Text.Args.Contains("2025-08-01"));
    }

    [Fact]
    public void A_law_not_yet_in_force_decides_only_when_alone()
    {
        var from = new DateOnly(2025, 3, 3);
        var decisive = DeadlineCount.Decide([Count("national-2025", "T2", from, false), Count("shanghai-2021", "T7", from, false)]);
        Assert.Equal("T7", decisive.Decisive.Timer.Code);
        Assert.Equal("政务数据共享条例", Assert.Single(decisive.LeftOut).Args[0]);
    }

    private static Deadline Count(string profile, string timer, DateOnly from, bool extended)
    {
        var (found, rule) = Profiles.Find(profile, timer).Value;
        return DeadlineCount.Count(found, rule, from, extended, CalendarTests.Announced).Value;
    }
}
