using System.Globalization;
using Qingdan.Exchange.Log;
using Qingdan.Platform.Database;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Usage;

/// <summary>Adds lines of the log to the figures by day, in the transaction that brings them into the store: lines and figures never differ.</summary>
internal sealed class CountUse(Store store)
{
    private const int Slice = 200;

    /// <summary>Adds them. That a long answer began is no call of its own.</summary>
    public async Task Add(IReadOnlyList<CallRecord> calls, CancellationToken cancel)
    {
        var ended = calls.Where(c => c.Result != CallResult.Begun).ToList();
        foreach (var some in ended.GroupBy(c => (Day: Day(c), c.GrantId, c.ApplicationId, c.ResourceId)).OrderBy(g => g.Key).Chunk(Slice)) await Used(some, cancel);
        foreach (var some in ended.Where(c => c.Result == CallResult.Refused).GroupBy(c => (Day: Day(c), c.Reason, c.ApplicationId, c.ResourceId)).OrderBy(g => g.Key).Chunk(Slice)) await Refused(some, cancel);
    }

    private Task<int> Used(IEnumerable<IGrouping<(string Day, long Grant, long Application, long Resource), CallRecord>> some, CancellationToken cancel) => store.Execute(
        $"""
        INSERT INTO exchange_use (day, grant_id, application_id, resource_id, unit_id, provider_id, answered, refused, failed, row_count, bytes, last_at) VALUES {string.Join(", ", some.Select(Row))}
        ON CONFLICT (day, grant_id, application_id, resource_id) DO UPDATE SET answered = exchange_use.answered + excluded.answered, refused = exchange_use.refused + excluded.refused, failed = exchange_use.failed + excluded.failed,
        row_count = exchange_use.row_count + excluded.row_count, bytes = exchange_use.bytes + excluded.bytes, last_at = CASE WHEN excluded.last_at > exchange_use.last_at THEN excluded.last_at ELSE exchange_use.last_at END
        """, cancel);

    private static string Row(IGrouping<(string Day, long Grant, long Application, long Resource), CallRecord> g) => string.Create(CultureInfo.InvariantCulture,
        $"('{g.Key.Day}', {g.Key.Grant}, {g.Key.Application}, {g.Key.Resource}, {g.Max(c => c.ConsumerId)}, {g.Max(c => c.ProviderId)}, {g.Count(c => c.Result == CallResult.Answered)}, {g.Count(c => c.Result == CallResult.Refused)}, {g.Count(c => c.Result is CallResult.ProviderFailed or CallResult.Cut)}, {g.Sum(c => c.Rows)}, {g.Sum(c => c.Bytes)}, {g.Max(c => c.At).ToUnixTimeMilliseconds()})");

    private Task<int> Refused(IReadOnlyList<IGrouping<(string Day, string Reason, long Application, long Resource), CallRecord>> some, CancellationToken cancel) => store.Execute(
        $"""
        INSERT INTO exchange_refusals (day, code, application_id, resource_id, total, last_at) VALUES {string.Join(", ", some.Select((g, i) => string.Create(CultureInfo.InvariantCulture, $"('{g.Key.Day}', @c{i}, {g.Key.Application}, {g.Key.Resource}, {g.Count()}, {g.Max(c => c.At).ToUnixTimeMilliseconds()})")))}
        ON CONFLICT (day, code, application_id, resource_id) DO UPDATE SET total = exchange_refusals.total + excluded.total, last_at = CASE WHEN excluded.last_at > exchange_refusals.last_at THEN excluded.last_at ELSE exchange_refusals.last_at END
        """, cancel, [.. some.Select((g, i) => ($"c{i}", (object?)g.Key.Reason))]);

    private static string Day(CallRecord call) => Shown.Day(LegalDay.Of(call.At));
}
