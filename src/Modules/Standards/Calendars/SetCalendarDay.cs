using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Standards.Calendars;

/// <summary>What is said about a day.</summary>
/// <param name="Kind"><c>off</c> 放假, <c>work</c> 上班, <c>week</c> back to what the notice and the week say.</param>
/// <param name="Holiday">Name of the holiday; owed for off and work.</param>
/// <param name="Why">The reason, such as the number of a notice.</param>
/// <param name="Version">The version that was seen; 0 when the day had no entry.</param>
public sealed record DayForm(string? Kind = null, string? Holiday = null, string? Why = null, int Version = 0);

/// <summary>Puts one day of the calendar right. Only 主管部门 and 大数据中心.</summary>
internal sealed class SetCalendarDay(Store store, CalendarBook calendar, AuditLog audit)
{
    private const int MostName = 40, MostWhy = 200;

    public async Task<Result<CalendarDay>> Run(DateOnly day, DayForm form, Actor actor, CancellationToken cancel)
    {
        var before = (await calendar.Read(cancel)).On(day);
        var faults = Check(day, form, actor);
        if (faults.Count > 0) return faults;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (!await Write(day, form, cancel))
            return new Fault("standards.calendar.changed", "这一天刚被别人改过。请查看现在的内容后再改。", "version", FaultKind.Conflict);
        calendar.Changed();
        var after = (await calendar.Read(cancel)).On(day);
        audit.Add(actor, StandardsAudit.DaySet, new Subject("standards.calendar-day", day.DayNumber, Text(day)), before, after, form.Why);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return after;
    }

    private static List<Fault> Check(DateOnly day, DayForm form, Actor actor)
    {
        var faults = new List<Fault>();
        if (!actor.Is(Roles.City)) faults.Add(new Fault("standards.calendar.forbidden", "只有主管部门和大数据中心可以修改工作日历。", Kind: FaultKind.Forbidden));
        if (day.Year is < DeadlineCount.FirstYear or > DeadlineCount.LastYear)
            faults.Add(new Fault("standards.calendar.year", "日历只到 {0} 年至 {1} 年。", "date", FaultKind.Invalid, $"{DeadlineCount.FirstYear}", $"{DeadlineCount.LastYear}"));
        if (form.Kind is not ("off" or "work" or "week")) faults.Add(new Fault("standards.calendar.kind", "请选择放假、上班或恢复按周末和通知计算。", "kind"));
        var name = form.Holiday?.Trim() ?? "";
        if (form.Kind is "off" or "work" && name.Length is 0 or > MostName)
            faults.Add(new Fault("standards.calendar.holiday", "请写明是哪个节日，不超过 {0} 个字。", "holiday", FaultKind.Invalid, MostName));
        faults.AddRange(new[] { ClassificationMarks.Refusal(name, "holiday"), ClassificationMarks.Refusal(form.Why, "why") }.OfType<Fault>());
        if (form.Why?.Length > MostWhy) faults.Add(new Fault("standards.calendar.why", "说明不超过 {0} 个字。", "why", FaultKind.Invalid, MostWhy));
        return faults;
    }

    /// <summary>One guarded statement; false when somebody else was first.</summary>
    private async Task<bool> Write(DateOnly day, DayForm form, CancellationToken cancel)
    {
        // Back to the week, or to what the notice says about the day.
        var notice = form.Kind == "week" ? AnnouncedYears.FromFile.On(day) : null;
        var (works, holiday) = notice ?? (form.Kind == "work", form.Holiday?.Trim() ?? "");
        var entry = store.Set<CalendarEntry>().Where(e => e.Day == day && e.Version == form.Version);
        if (form.Kind == "week" && notice is null) return form.Version == 0 ? !await store.Set<CalendarEntry>().AnyAsync(e => e.Day == day, cancel) : await entry.ExecuteDeleteAsync(cancel) == 1;
        if (form.Version > 0)
            return await entry.ExecuteUpdateAsync(s => s.SetProperty(e => e.Works, works).SetProperty(e => e.Holiday, holiday).SetProperty(e => e.Version, e => e.Version + 1), cancel) == 1;
        return await store.Execute("INSERT INTO standards_calendar_days (day, works, holiday, version) VALUES (@day, @works, @holiday, 1) ON CONFLICT (day) DO NOTHING",
            cancel, ("day", Text(day)), ("works", works), ("holiday", holiday)) == 1;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
