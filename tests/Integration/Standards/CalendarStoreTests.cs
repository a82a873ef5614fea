using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Standards;

public sealed class CalendarStoreTests
{
    private static readonly Actor Centre = TestPerson.Of("王敏", "市大数据中心", Roles.DataCentre);
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory, Engines]
    public async Task A_fresh_store_knows_the_announced_years(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var year = await services.With<YearQuery, YearAnswer>(q => q.Run(2026, default));
        Assert.Equal((true, "国办发明电〔2025〕7号", 365), (year.Announced, year.Notices, year.Days.Count));
        Assert.Equal(DayKind.Holiday, year.Days.Single(d => d.Date == new DateOnly(2026, 9, 25)).Kind);
        Assert.Equal(year.Days.Count(d => d.Kind is DayKind.Workday or DayKind.MakeUp), year.WorkingDays);
    }

    [Theory, Engines]
    public async Task A_day_set_by_the_data_centre_moves_deadlines_and_leaves_a_trace(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        Assert.Equal(new DateOnly(2026, 11, 26), (await Deadline(services)).Date);
        var set = await Set(services, new DayForm("off", "临时放假", "市政府通知"), Centre);
        Assert.Equal(DayKind.Holiday, set.Value.Kind);
        Assert.Equal(new DateOnly(2026, 11, 27), (await Deadline(services)).Date);
        await services.With<Store>(async store =>
        {
            var traced = await store.Set<AuditEvent>().SingleAsync();
            Assert.Equal(("standards.calendar.day-set", "2026-11-25", "市政府通知"), (traced.Action, traced.SubjectName, traced.Why));
            Assert.Contains("workday", traced.Before, StringComparison.Ordinal);
            Assert.Contains("holiday", traced.After, StringComparison.Ordinal);
        });
    }

    [Theory, Engines]
    public async Task The_second_of_two_people_is_told_and_changes_nothing(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        Assert.True((await Set(services, new DayForm("off", "甲"), Centre)).Ok);
        var second = Assert.Single((await Set(services, new DayForm("off", "乙"), Centre)).Faults);
        Assert.Equal(("standards.calendar.changed", FaultKind.Conflict), (second.Code, second.Kind));
        Assert.True((await Set(services, new DayForm("work", "丙", Version: 1), Centre)).Ok);
        Assert.False((await Set(services, new DayForm("week", Version: 1), Centre)).Ok);
        Assert.True((await Set(services, new DayForm("week", Version: 2), Centre)).Ok);
        Assert.Equal(DayKind.Workday, (await services.With<YearQuery, YearAnswer>(q => q.Run(Day.Year, default))).Days.Single(d => d.Date == Day).Kind);
        Assert.Equal(3, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync()));
    }

    [Theory, Engines]
    public async Task A_liaison_may_not_change_the_calendar_and_all_faults_are_told(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var faults = (await Set(services, new DayForm("holiday", "", new string('因', 201)), TestPerson.Of("赵琳", "市住建委", Roles.Liaison))).Faults;
        Assert.Equal(["standards.calendar.forbidden", "standards.calendar.kind", "standards.calendar.why"], faults.Select(f => f.Code));
    }

    [Theory, Engines]
    public async Task A_year_announced_later_is_no_longer_provisional(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        Assert.False((await services.With<YearQuery, YearAnswer>(q => q.Run(2027, default))).Announced);
        Assert.False((await services.With<AnnounceYear, Result<int>>(a => a.Run(2027, " ", Centre, default))).Ok);
        var early = Assert.Single((await services.With<AnnounceYear, Result<int>>(a => a.Run(2027, "国办发明电〔2026〕9号", Centre, default))).Faults);
        Assert.Equal(("standards.calendar.days-missing", "元旦、春节、清明节、劳动节、端午节、中秋节、国庆节"), (early.Code, early.Args[1]));
        foreach (var day in (await services.With<YearQuery, YearAnswer>(q => q.Run(2027, default))).Days.Where(d => d.Holiday is not null))
            Assert.True((await services.With<SetCalendarDay, Result<CalendarDay>>(set => set.Run(day.Date, new DayForm("off", day.Holiday), Centre, default))).Ok);
        Assert.True((await services.With<AnnounceYear, Result<int>>(a => a.Run(2027, "国办发明电〔2026〕9号", Centre, default))).Ok);
        var year = await services.With<YearQuery, YearAnswer>(q => q.Run(2027, default));
        Assert.Equal((true, "国办发明电〔2026〕9号"), (year.Announced, year.Notices));
        Assert.DoesNotContain(year.Days, d => d.Provisional);
    }

    [Theory, Engines]
    public async Task Setting_a_day_back_restores_what_the_notice_says(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var day = new DateOnly(2026, 10, 1);
        Assert.True((await services.With<SetCalendarDay, Result<CalendarDay>>(set => set.Run(day, new DayForm("work", "值班", Version: 1), Centre, default))).Value.Works);
        var back = (await services.With<SetCalendarDay, Result<CalendarDay>>(set => set.Run(day, new DayForm("week", Version: 2), Centre, default))).Value;
        Assert.Equal((DayKind.Holiday, "国庆节"), (back.Kind, back.Holiday));
    }

    [Theory, Engines]
    public async Task A_statutory_holiday_stays_one_in_a_year_entered_by_hand(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        foreach (var free in (await services.With<YearQuery, YearAnswer>(q => q.Run(2027, default))).Days.Where(d => d.Holiday is not null))
            await services.With<SetCalendarDay, Result<CalendarDay>>(set => set.Run(free.Date, new DayForm("off", free.Holiday), Centre, default));
        Assert.True((await services.With<AnnounceYear, Result<int>>(a => a.Run(2027, "国办发明电〔2026〕9号", Centre, default))).Ok);
        var back = (await services.With<SetCalendarDay, Result<CalendarDay>>(set => set.Run(new DateOnly(2027, 10, 1), new DayForm("week", Version: 1), Centre, default))).Value;
        Assert.Equal((DayKind.Holiday, "国庆节", false), (back.Kind, back.Holiday, back.Provisional));
    }

    [Theory, Engines]
    public async Task The_kind_of_an_organization_decides_whose_terms_count(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var day = new DateOnly(2026, 11, 12);
        var company = (await Ask(services, new(["T2", "T7"], day, Kind: "PublicService"))).Value;
        Assert.Equal(("T7", 0, 1), (company.Decisive.Timer.Code, company.Others.Count, company.LeftOut.Count));
        var department = (await Ask(services, new(["T2", "T7"], day, Extended: true, Kind: "市级行政部门"))).Value;
        Assert.Equal(("T7", "T2", 0), (department.Decisive.Timer.Code, Assert.Single(department.Others).Timer.Code, department.LeftOut.Count));
        Assert.Equal("standards.deadline.not-applicable", Assert.Single((await Ask(services, new(["T2"], day, Kind: "publicService"))).Faults).Code);
        Assert.Equal(["standards.timer.unknown-anywhere", "standards.kind.unknown"], (await Ask(services, new(["T99"], day, Kind: "行星"))).Faults.Select(f => f.Code));
    }

    private static Task<Result<DecisiveDeadline>> Ask(TestServices services, DeadlineQuestion asked) => services.With<Deadlines, Result<DecisiveDeadline>>(d => d.Of(asked, default));

    private static Task<Result<CalendarDay>> Set(TestServices services, DayForm form, Actor actor) =>
        services.With<SetCalendarDay, Result<CalendarDay>>(set => set.Run(Day, form, actor, default));

    private static async Task<Deadline> Deadline(TestServices services) =>
        (await Ask(services, new(["T2"], new DateOnly(2026, 11, 12)))).Value.Decisive;
}
