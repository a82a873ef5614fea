using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;

namespace Qingdan.Standards.Calendars;

/// <summary>The notices that came with the program (<c>Data/calendar.json</c>), put into the store once per year so that they can be corrected there.</summary>
internal sealed record AnnouncedYears(string Source, IReadOnlyList<AnnouncedYear> Years)
{
    /// <summary>What the file says.</summary>
    public static AnnouncedYears FromFile { get; } = Load();

    /// <summary>What the notices of the file say about a day; null when they leave it to the week.</summary>
    public (bool Works, string Holiday)? On(DateOnly day) =>
        Years.SelectMany(y => y.Days).Where(d => d.Day == day).Select(d => ((bool, string)?)(d.Works, d.Holiday)).FirstOrDefault();

    /// <summary>Adds the years that the store does not have yet. Two nodes may do this at once: what is there stays.</summary>
    public static async Task AddMissing(Store store, CancellationToken cancel)
    {
        var known = await store.Set<CalendarYear>().Select(y => y.Year).ToListAsync(cancel);
        foreach (var year in FromFile.Years.ExceptBy(known, y => y.Year))
        {
            await using var transaction = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(cancel) : null;
            foreach (var (day, works, holiday) in year.Days)
                await store.Execute("INSERT INTO standards_calendar_days (day, works, holiday, version) VALUES (@day, @works, @holiday, 1) ON CONFLICT (day) DO NOTHING", cancel,
                    ("day", day.ToString("yyyy-MM-dd", null)), ("works", works), ("holiday", holiday));
            await store.Execute("INSERT INTO standards_calendar_years (year, notices) VALUES (@year, @notices) ON CONFLICT (year) DO NOTHING", cancel,
                ("year", year.Year), ("notices", string.Join("、", year.Notices)));
            if (transaction is not null) await transaction.CommitAsync(cancel);
        }
    }

    private static AnnouncedYears Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Qingdan.Standards.Data.calendar.json")!;
        return JsonSerializer.Deserialize<AnnouncedYears>(stream, JsonText.Readable)!;
    }
}

/// <summary>One yearly notice; its days may lie in the neighbouring year.</summary>
internal sealed record AnnouncedYear(int Year, IReadOnlyList<string> Notices, IReadOnlyList<AnnouncedHoliday> Holidays)
{
    public IEnumerable<(DateOnly Day, bool Works, string Holiday)> Days =>
        Holidays.SelectMany(h => h.Off.Select(d => (d, false, h.Holiday)).Concat(h.Work.Select(d => (d, true, h.Holiday))));
}

/// <summary>Days off and make-up days of one holiday.</summary>
internal sealed record AnnouncedHoliday(string Holiday, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);
