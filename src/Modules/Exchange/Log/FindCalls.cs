using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;

namespace Qingdan.Exchange.Log;

/// <summary>Which calls are asked for; null asks for any.</summary>
/// <param name="Grant">Of a grant.</param>
/// <param name="Application">Of an application.</param>
/// <param name="Unit">That a unit made or answered.</param>
/// <param name="Resource">Of a resource.</param>
/// <param name="Day">Of a day in Shanghai.</param>
/// <param name="Before">Older than the last call of the page before.</param>
internal sealed record CallFilter(long? Grant = null, long? Application = null, long? Unit = null, long? Resource = null, DateOnly? Day = null, CallPlace? Before = null);

/// <summary>Where a page of calls ends.</summary>
internal sealed record CallPlace(DateTimeOffset At, long Id);

/// <summary>Finds calls, the newest first. What was answered within the last second or two may not be there yet.</summary>
internal sealed class FindCalls(Store store)
{
    /// <summary>At most <paramref name="most"/> calls that fit. <paramref name="units"/>: only what one of these units made or answered; null for who may see all.</summary>
    public Task<List<CallRecord>> Run(CallFilter filter, IReadOnlyCollection<long>? units, int most, CancellationToken cancel)
    {
        var calls = store.Set<CallRecord>().AsNoTracking();
        if (units is not null) calls = calls.Where(c => units.Contains(c.ConsumerId) || units.Contains(c.ProviderId));
        if (filter.Grant is { } grant) calls = calls.Where(c => c.GrantId == grant);
        if (filter.Application is { } application) calls = calls.Where(c => c.ApplicationId == application);
        if (filter.Unit is { } unit) calls = calls.Where(c => c.ConsumerId == unit || c.ProviderId == unit);
        if (filter.Resource is { } resource) calls = calls.Where(c => c.ResourceId == resource);
        if (filter.Day is { } day)
        {
            var (from, to) = (LegalDay.Start(day), LegalDay.Start(day.AddDays(1)));
            calls = calls.Where(c => c.At >= from && c.At < to);
        }
        // The first condition is what an index goes by.
        if (filter.Before is { } before) calls = calls.Where(c => c.At <= before.At && (c.At < before.At || c.Id < before.Id));
        return calls.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most).ToListAsync(cancel);
    }
}
