using System.Globalization;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Ids;
using Qingdan.Records.Lines;

namespace Qingdan.Records.Contracts.Editions;

/// <summary>
/// The book of lines: what is in force in the lists, and what was on any day before. Who changes a list has it follow in the same transaction,
/// so that nothing is in force that does not stand here.
/// </summary>
public sealed class LineBook
{
    private const long Turn = 7_204_141;
    private const int Slice = 1000;

    private readonly Store _store;
    private readonly IdSource _ids;
    private readonly TimeProvider _clock;
    private readonly AuditLog _audit;
    private readonly IEditionList[] _lists;

    internal LineBook(Store store, IdSource ids, TimeProvider clock, AuditLog audit, IEnumerable<IEditionList> lists) => (_store, _ids, _clock, _audit, _lists) = (store, ids, clock, audit, [.. lists.OrderBy(l => l.Place)]);

    /// <summary>Follows the rows that were written since an id, as the last step of the caller's transaction.</summary>
    public async Task Follow(long mark, CancellationToken cancel)
    {
        await _store.WaitForTurn(Turn, cancel);
        var now = Now;
        foreach (var list in _lists) await Follow(list, mark, now, cancel);
    }

    /// <summary>
    /// Looks at all that is in force, a slice a transaction: when what lists say has changed by something else than their rows, such as the name of a unit.
    /// With <paramref name="began"/> a row that has no line yet is taken to have said since it was last changed what it says now.
    /// </summary>
    public async Task FollowAll(bool began, CancellationToken cancel)
    {
        foreach (var list in _lists)
            for (long after = 0, next; ; after = next)
            {
                await using var transaction = await _store.Database.BeginTransactionAsync(cancel);
                await _store.WaitForTurn(Turn, cancel);
                var rows = await InForce(list, after, cancel);
                if (rows.Count == 0) break;
                await Write(list, rows, Now, began, cancel);
                await transaction.CommitAsync(cancel);
                next = rows[^1].Id;
            }
    }

    /// <summary>True when a row in force has no line at all: the store is older than the book, or its filling was broken off.</summary>
    public async Task<bool> Misses(CancellationToken cancel)
    {
        foreach (var list in _lists)
            if ((await _store.Query(
                $"SELECT 1 FROM {list.Source.Name} r WHERE r.state = '{list.Source.InForce}' AND NOT EXISTS (SELECT 1 FROM records_lines l WHERE l.list = @list AND l.entry_id = r.id AND l.to_at IS NULL) LIMIT 1",
                r => 1, cancel, ("list", list.Name))).Count > 0) return true;
        return false;
    }

    /// <summary>How many rows in force have no line that says what they say, and how many lines no row: 0 unless somebody wrote past the book. Reads everything.</summary>
    public async Task<long> Gaps(CancellationToken cancel)
    {
        long gaps = 0;
        foreach (var list in _lists)
        {
            for (long after = 0; await InForce(list, after, cancel) is { Count: > 0 } rows; after = rows[^1].Id)
                gaps += (await Differing(list, rows, cancel)).Count;
            gaps += (await _store.Query($"SELECT count(*) FROM records_lines l WHERE l.list = @list AND l.to_at IS NULL AND NOT EXISTS (SELECT 1 FROM {list.Source.Name} r WHERE r.id = l.entry_id AND r.state = '{list.Source.InForce}')",
                r => r.GetInt64(0), cancel, ("list", list.Name)))[0];
        }
        return gaps;
    }

    private async Task Follow(IEditionList list, long mark, long now, CancellationToken cancel)
    {
        var (revision, id) = (mark, long.MaxValue);
        List<Row> rows;
        do
        {
            // In the order of an index, by which the engine then goes whatever it knows of a table that is just being filled.
            rows = await Rows(list, $"(revision, id) > (@revision, @id) ORDER BY revision, id LIMIT {Slice}", cancel, ("revision", revision), ("id", id));
            await Write(list, rows, now, began: false, cancel);
            if (rows.Count > 0) (revision, id) = (rows[^1].Revision, rows[^1].Id);
        }
        while (rows.Count == Slice);
    }

    private Task<List<Row>> InForce(IEditionList list, long after, CancellationToken cancel) =>
        Rows(list, $"state = '{list.Source.InForce}' AND id > @after ORDER BY id LIMIT {Slice}", cancel, ("after", after));

    private Task<List<Row>> Rows(IEditionList list, string which, CancellationToken cancel, params (string, object?)[] values) => _store.Query(
        $"SELECT id, number, {list.Source.Unit}, changed_at, revision, state FROM {list.Source.Name} WHERE {which}",
        r => new Row(r.GetInt64(0), r.IsDBNull(1) ? Unnumbered(r.GetInt64(0)) : r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetString(5) == list.Source.InForce), cancel, values);

    private async Task End(IEditionList list, List<Row> rows, long now, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var began = await _store.Query(
            $"UPDATE records_lines SET to_at = CASE WHEN from_at > @now THEN from_at ELSE @now END WHERE list = @list AND to_at IS NULL AND entry_id IN ({Ids(rows)}) RETURNING from_at", r => r.GetInt64(0), cancel,
            ("list", list.Name), ("now", now));
        if (began.DefaultIfEmpty().Max() is var last && last > now) await _store.InsertMany([ClockAudit.OfLines(_audit, list.Title, last, now)], cancel);
    }

    private async Task Write(IEditionList list, List<Row> rows, long now, bool began, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var differing = await Differing(list, rows.FindAll(r => r.InForce), cancel);
        await End(list, [.. rows.Where(r => !r.InForce), .. differing.Where(d => d.Since is not null).Select(d => d.Row)], now, cancel);
        await _store.InsertMany(differing.ConvertAll(d => new ListLine
        {
            Id = _ids.Next(), List = list.Name, EntryId = d.Row.Id, Key = d.Row.Key, UnitId = d.Row.Unit, Content = d.Content,
            // A clock that was set back does not let a line begin before the one that it follows.
            FromAt = DateTimeOffset.FromUnixTimeMilliseconds(d.Since is null && began ? d.Row.ChangedAt : Math.Max(now, d.Since ?? 0)),
        }), cancel);
    }

    // The rows whose line in force says something else, or is missing; since when it holds.
    private async Task<List<(Row Row, string Content, long? Since)>> Differing(IEditionList list, List<Row> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        var known = (await _store.Query($"SELECT entry_id, unit_id, from_at, content FROM records_lines WHERE list = @list AND to_at IS NULL AND entry_id IN ({Ids(rows)})",
            r => (Entry: r.GetInt64(0), Unit: r.GetInt64(1), From: r.GetInt64(2), Content: r.GetString(3)), cancel, ("list", list.Name))).ToDictionary(k => k.Entry);
        var contents = await list.Contents([.. rows.Select(r => r.Id)], cancel);
        var differing = new List<(Row, string, long?)>();
        foreach (var row in rows)
        {
            var content = contents[row.Id];
            content["key"] = row.Key;
            var text = CanonicalJson.Of(content);
            if (!known.TryGetValue(row.Id, out var before)) differing.Add((row, text, null));
            else if (before.Content != text || before.Unit != row.Unit) differing.Add((row, text, before.From));
        }
        return differing;
    }

    private static string Ids(List<Row> rows) => string.Join(',', rows.Select(r => r.Id));

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    // Behind all numbers, which begin with a letter. A unit without an organization code has none to give.
    private static string Unnumbered(long id) => string.Create(CultureInfo.InvariantCulture, $"~{id:D16}");

    private sealed record Row(long Id, string Key, long Unit, long ChangedAt, long Revision, bool InForce);
}
