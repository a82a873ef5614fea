using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.Deadlines;

namespace Qingdan.Standards.Calendars;

/// <summary>A year of the calendar, for the API and its page.</summary>
/// <param name="Year">The year.</param>
/// <param name="Announced">False: the days are provisional (暂计).</param>
/// <param name="Notices">Numbers of the notices.</param>
/// <param name="WorkingDays">How many days count.</param>
/// <param name="Days">Every day.</param>
public sealed record YearAnswer(int Year, bool Announced, string Notices, int WorkingDays, IReadOnlyList<DayAnswer> Days);

/// <summary>One day. <paramref name="Version"/> is 0 when no notice and nobody departed from the week.</summary>
public sealed record DayAnswer(DateOnly Date, DayKind Kind, string? Holiday, bool Provisional, int Version);

/// <summary>Reads a year.</summary>
internal sealed class YearQuery(Store store, CalendarBook calendar)
{
    public async Task<YearAnswer> Run(int year, CancellationToken cancel)
    {
        var working = await calendar.Read(cancel);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var versions = await store.Set<CalendarEntry>().AsNoTracking().Where(e => e.Day >= first && e.Day <= last).ToDictionaryAsync(e => e.Day, e => e.Version, cancel);
        var notices = await store.Set<CalendarYear>().AsNoTracking().Where(y => y.Year == year).Select(y => y.Notices).FirstOrDefaultAsync(cancel) ?? "";
        var days = working.Year(year);
        return new YearAnswer(year, working.IsAnnounced(year), notices, days.Count(d => d.Works),
            [.. days.Select(d => new DayAnswer(d.Date, d.Kind, d.Holiday, d.Provisional, versions.GetValueOrDefault(d.Date)))]);
    }
}
