using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Standards.Calendars;

/// <summary>Records that the State Council's notice for a year is out and entered: its days are no longer provisional.</summary>
internal sealed class AnnounceYear(Store store, CalendarBook calendar, AuditLog audit)
{
    private const int MostNotice = 100;

    public async Task<Result<int>> Run(int year, string? notice, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City)) return new Fault("standards.calendar.forbidden", "只有主管部门和大数据中心可以修改工作日历。", Kind: FaultKind.Forbidden);
        var number = notice?.Trim() ?? "";
        var faults = new List<Fault>();
        if (number.Length is 0 or > MostNotice) faults.Add(new Fault("standards.calendar.notice", "请填写通知的文号，例如“国办发明电〔2025〕7号”，不超过 {0} 个字。", "notice", FaultKind.Invalid, MostNotice));
        if (ClassificationMarks.Refusal(number, "notice") is { } marked) faults.Add(marked);
        if (year is < DeadlineCount.FirstYear or > DeadlineCount.LastYear)
            faults.Add(new Fault("standards.calendar.year", "日历只到 {0} 年至 {1} 年。", "year", FaultKind.Invalid, $"{DeadlineCount.FirstYear}", $"{DeadlineCount.LastYear}"));
        else if (Missing(await calendar.Read(cancel), year) is { Length: > 0 } missing)
            faults.Add(new Fault("standards.calendar.days-missing", "{0} 年还没有录入这些节日的放假日：{1}。请先逐日录入放假和补班，再登记通知。", "notice", FaultKind.Invalid, $"{year}", string.Join('、', missing)));
        if (faults.Count > 0) return faults;
        var known = await store.Set<CalendarYear>().FirstOrDefaultAsync(y => y.Year == year, cancel);
        var before = known?.Notices;
        if (known is null) store.Add(new CalendarYear { Year = year, Notices = number });
        else known.Notices = number;
        audit.Add(actor, StandardsAudit.YearAnnounced, new Subject("standards.calendar-year", year, $"{year}"), before, number);
        if (!await store.TrySave(cancel)) return new Fault("standards.calendar.changed", "别人刚刚登记了这一年的通知，请看过现在的内容再改。", "notice", FaultKind.Conflict);
        calendar.Changed();
        return year;
    }

    // Each notice gives the statutory days off: where they are not entered, nobody has entered the notice.
    private static string[] Missing(WorkingCalendar days, int year) =>
        [.. days.Year(year).Where(d => StatutoryHolidays.NameOf(d.Date) is not null && !days.IsEntered(d.Date)).Select(d => StatutoryHolidays.NameOf(d.Date)!).Distinct()];
}
