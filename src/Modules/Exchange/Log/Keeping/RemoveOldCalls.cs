using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;

namespace Qingdan.Exchange.Log.Keeping;

/// <summary>
/// Removes calls whose years are over (<see cref="LogOptions.KeepYears"/>), by whole months in Shanghai. Of each chain only its beginning is removed; a signed checkpoint stays at its end, as what the rest follows.
/// </summary>
internal sealed class RemoveOldCalls(Store store, LogOptions options, CallMonths months, SignCheckpoints checkpoints, AuditLog audit, TimeProvider clock) : IRegularWork
{
    private const int Slice = 2_000;
    private const long Turn = 7_204_172;

    public async Task Run(CancellationToken cancel)
    {
        var end = CallMonths.First(clock.Today().AddYears(-options.KeepYears));
        var ends = await Ends(LegalDay.Start(end), cancel);
        if (ends.Count == 0) return;
        if (store.Engine == Engine.Postgres) await RemoveMonths(end, ends, cancel);
        else foreach (var (node, sequence) in ends) await RemoveRows(node, sequence, end, cancel);
    }

    // Of each chain the last record before the first that is still to be kept.
    private async Task<List<(long Node, long Sequence)>> Ends(DateTimeOffset end, CancellationToken cancel)
    {
        var old = await store.Set<CallRecord>().Where(c => c.At < end).Select(c => c.Node).Distinct().ToListAsync(cancel);
        var ends = new List<(long, long)>();
        foreach (var node in old)
        {
            var row = await store.Set<LogNode>().AsNoTracking().SingleAsync(n => n.Node == node, cancel);
            var kept = await store.Set<CallRecord>().Where(c => c.Node == node && c.At >= end).MinAsync(c => (long?)c.Sequence, cancel);
            var last = kept - 1 ?? row.Sequence;
            if (last > row.BaseSequence) ends.Add((node, last));
        }
        return ends;
    }

    private async Task RemoveRows(long node, long last, DateOnly end, CancellationToken cancel)
    {
        for (var more = true; more;)
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            var row = await store.Set<LogNode>().SingleAsync(n => n.Node == node, cancel);
            var to = Math.Min(last, row.BaseSequence + Slice);
            var rows = await Begin(row, to, cancel) ? await store.Set<CallRecord>().Where(c => c.Node == node && c.Sequence <= to).ExecuteDeleteAsync(cancel) : 0;
            await Close(node, rows, end, cancel);
            await transaction.CommitAsync(cancel);
            more = rows > 0 && to < last;
        }
    }

    // A month goes when nothing of it comes after what stays: a clock that was set back may have put a later record into an earlier month.
    private async Task RemoveMonths(DateOnly end, List<(long Node, long Sequence)> ends, CancellationToken cancel)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.WaitForTurn(Turn, cancel);
        var going = (await CallMonths.All(store, cancel)).Where(m => m < end).ToList();
        var last = ends.ToDictionary(e => e.Node, e => e.Sequence);
        for (var kept = -1; kept != going.Count;)
        {
            kept = going.Count;
            foreach (var month in going.ToList())
                if (await Spans(month, cancel) is var spans && spans.Any(s => s.Last > last.GetValueOrDefault(s.Node)))
                {
                    going.Remove(month);
                    foreach (var span in spans) last[span.Node] = Math.Min(last.GetValueOrDefault(span.Node), span.First - 1);
                }
        }
        var rows = going.Count == 0 ? 0 : await Drop(going, last, cancel);
        if (rows > 0) await transaction.CommitAsync(cancel);
    }

    private async Task<long> Drop(List<DateOnly> going, Dictionary<long, long> last, CancellationToken cancel)
    {
        var rows = new Dictionary<long, long>();
        foreach (var month in going)
            foreach (var span in await Spans(month, cancel)) rows[span.Node] = rows.GetValueOrDefault(span.Node) + span.Rows;
        foreach (var (node, count) in rows)
        {
            var row = await store.Set<LogNode>().SingleAsync(n => n.Node == node, cancel);
            if (!await Begin(row, last[node], cancel)) return 0;
            await Close(node, count, going.Max().AddMonths(1), cancel);
        }
        foreach (var month in going) await months.Drop(store, month, cancel);
        return rows.Values.Sum();
    }

    private async Task<List<Span>> Spans(DateOnly month, CancellationToken cancel) =>
        await store.Query($"SELECT node, min(sequence), max(sequence), count(*) FROM {CallMonths.Name(month)} GROUP BY node", r => new Span(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), cancel);

    // The chain begins anew behind this record: signed, unless it is already.
    private async Task<bool> Begin(LogNode row, long sequence, CancellationToken cancel)
    {
        var digest = await store.Set<CallRecord>().Where(c => c.Node == row.Node && c.Sequence == sequence).Select(c => c.Digest).SingleOrDefaultAsync(cancel);
        if (digest is null) return false;
        if (!await store.Set<Checkpoint>().AnyAsync(c => c.Node == row.Node && c.Sequence == sequence, cancel)) await checkpoints.Sign(row, sequence, digest, 0, cancel);
        (row.BaseSequence, row.BaseDigest) = (sequence, digest);
        await store.Set<Checkpoint>().Where(c => c.Node == row.Node && c.Sequence < sequence).ExecuteDeleteAsync(cancel);
        return true;
    }

    private async Task Close(long node, long rows, DateOnly end, CancellationToken cancel)
    {
        if (rows > 0) audit.Add(Actor.System, LogAudit.Removed, LogAudit.Subject(node), after: new { rows, untilDay = end.AddDays(-1) });
        await store.SaveChangesAsync(cancel);
        store.ChangeTracker.Clear();
    }

    private sealed record Span(long Node, long First, long Last, long Rows);
}
