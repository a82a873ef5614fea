using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

public sealed class FindCallsTests
{
    [Theory, Engines]
    public async Task Calls_are_found_by_what_they_are_about_the_newest_first_page_by_page(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await using var process = new LogProcess(services.Options, services.Clock);
        await process.Append(150);
        services.Clock.Advance(TimeSpan.FromDays(1));
        await process.Append(150);
        await process.Flow();
        var all = (await CallLogTests.Calls(services)).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToList();
        await Alike(new CallFilter(), null, _ => true);
        await Alike(new CallFilter(Grant: all[0].GrantId), null, c => c.GrantId == all[0].GrantId);
        await Alike(new CallFilter(Application: 3), null, c => c.ApplicationId == 3);
        await Alike(new CallFilter(Unit: 203), null, c => c.ProviderId == 203);
        await Alike(new CallFilter(Resource: 305, Day: new DateOnly(2026, 11, 24)), null, c => c.ResourceId == 305 && c.At >= all[149].At);
        await Alike(new CallFilter(Day: new DateOnly(2026, 11, 23)), [101, 205], c => (c.ConsumerId == 101 || c.ProviderId == 205) && c.At < all[149].At);
        await Alike(new CallFilter(Application: 3), [999], _ => false);

        async Task Alike(CallFilter filter, IReadOnlyCollection<long>? units, Func<CallRecord, bool> fits)
        {
            var found = new List<CallRecord>();
            for (List<CallRecord>? page = null; page is not { Count: < 20 };)
            {
                var before = page is null ? null : new CallPlace(page[^1].At, page[^1].Id);
                page = await services.With<FindCalls, List<CallRecord>>(f => f.Run(filter with { Before = before }, units, 20, default));
                found.AddRange(page);
            }
            Assert.Equal(all.Where(fits).Select(c => c.Id), found.Select(c => c.Id));
        }
    }
}
