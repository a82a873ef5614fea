using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;

namespace Qingdan.Exchange.Log;

/// <summary>Which calls are asked for; null asks for any.</summary>
/// <param name="Grant">Of a grant.</param>
/// <param name="Application">Of an application.</param>
/// <param name="Unit">That a unit made or answered.</param>
/// <param name="Resource">Of a resource.</param>
/// <param name="Day">Of a day in Shanghai.</param>
/// <param name="Result">That ended so.</param>
/// <param name="Reason">That were refused or failed for this, a code.</param>
/// <param name="Before">Older than the last call of the page before.</param>
internal sealed record CallFilter(long? Grant = null, long? Application = null, long? Unit = null, long? Resource = null, DateOnly? Day = null, CallResult? Result = null, string? Reason = null, CallPlace? Before = null);

/// <summary>Where a page of calls ends.</summary>
internal sealed record CallPlace(DateTimeOffset At, long Id)
{
    /// <summary>As it stands in an address: milliseconds and id.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");

    /// <summary>That of an address; null when it is none.</summary>
    public static CallPlace? Read(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), number) : null;
}

/// <summary>Finds calls, the newest first. What was answered within the last second or two may not be there yet.</summary>
internal sealed class FindCalls(Store store)
{
    // A call is given its number when it comes in.
    private static readonly TimeSpan Around = TimeSpan.FromSeconds(5);

    /// <summary>At most <paramref name="most"/> calls that fit. <paramref name="units"/>: only what one of these units made or answered; null for who may see all.</summary>
    public async Task<List<CallRecord>> Run(CallFilter filter, IReadOnlyCollection<long>? units, int most, CancellationToken cancel)
    {
        var calls = Fitting(filter);
        if (units is null) return await Newest(calls, most, cancel);
        // Two questions, each with an index of its own: one for both would look through the calls of everybody.
        List<CallRecord> found = [.. await Newest(calls.Where(c => units.Contains(c.ConsumerId)), most, cancel), .. await Newest(calls.Where(c => units.Contains(c.ProviderId)), most, cancel)];
        return [.. found.DistinctBy(c => (c.Node, c.Sequence)).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most)];
    }

    /// <summary>The call of a number, which its caller was told; null for none, or none of these units.</summary>
    public Task<CallRecord?> One(long id, IReadOnlyCollection<long>? units, CancellationToken cancel)
    {
        var (from, to) = (IdSource.Born(id) - Around, IdSource.Born(id) + Around);
        return store.Set<CallRecord>().AsNoTracking().Where(c => c.At >= from && c.At < to && c.Id == id && (units == null || units.Contains(c.ConsumerId) || units.Contains(c.ProviderId))).FirstOrDefaultAsync(cancel);
    }

    private static Task<List<CallRecord>> Newest(IQueryable<CallRecord> calls, int most, CancellationToken cancel) =>
        calls.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most).ToListAsync(cancel);

    private IQueryable<CallRecord> Fitting(CallFilter filter)
    {
        var calls = store.Set<CallRecord>().AsNoTracking();
        if (filter.Grant is { } grant) calls = calls.Where(c => c.GrantId == grant);
        if (filter.Application is { } application) calls = calls.Where(c => c.ApplicationId == application);
        if (filter.Unit is { } unit) calls = calls.Where(c => c.ConsumerId == unit || c.ProviderId == unit);
        if (filter.Resource is { } resource) calls = calls.Where(c => c.ResourceId == resource);
        if (filter.Result is { } result) calls = calls.Where(c => c.Result == result);
        if (filter.Reason is { } reason) calls = calls.Where(c => c.Reason == reason);
        if (filter.Day is { } day)
        {
            var (from, to) = (LegalDay.Start(day), LegalDay.Start(day.AddDays(1)));
            calls = calls.Where(c => c.At >= from && c.At < to);
        }
        // The first condition is what an index goes by.
        if (filter.Before is { } before) calls = calls.Where(c => c.At <= before.At && (c.At < before.At || c.Id < before.Id));
        return calls;
    }
}
