using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Standards.Calendars;

/// <summary>The calendar as it stands in the store.</summary>
internal sealed class CalendarBook(Store store)
{
    private WorkingCalendar? _calendar;

    /// <summary>The working calendar; read once per unit of work, fresh after a change.</summary>
    public async Task<WorkingCalendar> Read(CancellationToken cancel)
    {
        if (_calendar is not null) return _calendar;
        var years = await store.Set<CalendarYear>().AsNoTracking().Select(y => y.Year).ToListAsync(cancel);
        if (AnnouncedYears.FromFile.Years.Any(y => !years.Contains(y.Year)))
        {
            await AnnouncedYears.AddMissing(store, cancel);
            years = await store.Set<CalendarYear>().AsNoTracking().Select(y => y.Year).ToListAsync(cancel);
        }
        var entries = await store.Set<CalendarEntry>().AsNoTracking().ToListAsync(cancel);
        return _calendar = new WorkingCalendar(years.ToHashSet(), entries.ToDictionary(e => e.Day, e => new CalendarException(e.Works, e.Holiday)));
    }

    /// <summary>Forgets what was read.</summary>
    public void Changed() => _calendar = null;
}
