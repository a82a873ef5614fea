using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Standards.Calendars;

/// <summary>The calendar's pages: a year, and its changes.</summary>
internal static class CalendarPages
{
    public static void Map(IEndpointRouteBuilder read, IEndpointRouteBuilder write)
    {
        read.MapGet("/calendar", (TimeProvider clock) => Results.LocalRedirect($"/standards/calendar/{clock.Today().Year}"));
        read.MapGet("/calendar/{year:int}", (int year, string? day, YearQuery query, TimeProvider clock, Actor actor, CancellationToken cancel) =>
            Year(year, day, null, null, [], query, clock, actor, cancel));
        write.MapPost("/calendar/days/{date}", SetDay);
        write.MapPost("/calendar/{year:int}/announce", Announce);
    }

    private static async Task<IResult> Year(
        int year, string? day, DayForm? form, string? notice, IReadOnlyList<Fault> faults, YearQuery query, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        if (year is < DeadlineCount.FirstYear or > DeadlineCount.LastYear)
            return Pages.Problem([new Fault("standards.calendar.year", "日历只到 {0} 年至 {1} 年。", "year", FaultKind.NotFound, $"{DeadlineCount.FirstYear}", $"{DeadlineCount.LastYear}")]);
        var answer = await query.Run(year, cancel);
        var editable = actor.Is(Roles.City);
        var chosen = editable && StandardsApi.Day(day, "day").TryGet(out var date) ? answer.Days.FirstOrDefault(d => d.Date == date) : null;
        var view = new CalendarView(answer, clock.Today(), editable, chosen, form ?? Now(chosen), notice);
        return faults.Count == 0 ? Pages.Ok<CalendarPage>(new { View = view }) : Pages.Refused<CalendarPage>(new { View = view }, faults);
    }

    private static DayForm Now(DayAnswer? day) => day is null ? new DayForm() : new DayForm(
        day.Version == 0 ? null : day.Kind == DayKind.Holiday ? "off" : "work", day.Version == 0 ? "" : day.Holiday, "", day.Version);

    private static async Task<IResult> SetDay(
        string date, IFormCollection form, SetCalendarDay set, YearQuery query, Flash flash, Translator t, TimeProvider clock, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var parsed = StandardsApi.Day(date, "date");
        if (!parsed.TryGet(out var day)) return Pages.Problem(parsed.Faults);
        var written = new DayForm(form["kind"], form["holiday"], form["why"], int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
        var result = await set.Run(day, written, actor, cancel);
        if (!result.Ok) return await Year(day.Year, date, written, null, result.Faults, query, clock, actor, cancel);
        return flash.Back(http, $"/standards/calendar/{day.Year}", t["{0} 已修改，期限按新日历计算。", date]);
    }

    private static async Task<IResult> Announce(
        int year, IFormCollection form, AnnounceYear announce, YearQuery query, Flash flash, Translator t, TimeProvider clock, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var notice = form["notice"].ToString();
        var result = await announce.Run(year, notice, actor, cancel);
        if (!result.Ok) return await Year(year, null, null, notice, result.Faults, query, clock, actor, cancel);
        return flash.Back(http, $"/standards/calendar/{year}", t["{0} 年已登记为已公布。", $"{year}"]);
    }
}
