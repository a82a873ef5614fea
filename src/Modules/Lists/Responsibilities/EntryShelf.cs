using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search;

namespace Qingdan.Lists.Responsibilities;

/// <summary>
/// Holds of every row what the page filters, counts and sorts by, in memory: a page then costs the same at 770 rows and at 77,000.
/// Read whole once, later only what was written since; the store stays the truth.
/// </summary>
internal sealed class EntryShelf(TimeProvider clock) : IDisposable
{
    /// <summary>The columns of codes.</summary>
    public const int Provider = 0, State = 1, Share = 2, Frequency = 3, Basis = 4, Audience = 5;

    /// <summary>Who may see a row: nobody, everybody, or from 2 the code of the only unit besides the city's roles.</summary>
    public const int Nobody = 0, Everybody = 1, FirstUnit = 2;

    private const string Sql = "SELECT id, provider_id, state, share, share_stated, frequency, name, code, number, changed_at, revision FROM lists_entries WHERE revision > @since";

    // Writers of the lists take turns, so what commits later has later revisions, however long it took; only clocks of several nodes differ, by less than this.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly FacetTable _table = new(6);
    private readonly ShelfCodes[] _codes = [new(), new(), new(), new(), new()];
    private readonly Dictionary<long, ShelfRow> _rows = [];
    private ShelfRow[] _now = [];
    private ShelfOrders _orders = new([]);
    private long _newest;

    /// <summary>The rows as the store has them now; one statement.</summary>
    public async Task<ShelfMoment> Now(Store store, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var since = Math.Min(_newest, IdSource.Floor(clock.GetUtcNow() - Skew));
            var changed = new List<FacetRow>();
            // To its end even when the reader has left: rows read and not taken over would be missing from then on.
            await store.Query(Sql, r => Read(r, changed), CancellationToken.None, ("since", since));
            if (changed.Count > 0)
            {
                _table.Upsert(changed);
                _orders = new ShelfOrders(_now = [.. _rows.Values]);
            }
            return new ShelfMoment(_table.Now, [.. _codes.Select(c => c.Now)], _now, _orders);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private bool Read(DbDataReader r, List<FacetRow> changed)
    {
        var (id, provider, state, revision) = (r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetInt64(10));
        if (_rows.TryGetValue(id, out var known) && known.Revision == revision) return false;
        _newest = Math.Max(_newest, revision);
        _rows[id] = new ShelfRow(id, r.GetString(6), r.GetString(7), r.IsDBNull(8) ? "" : r.GetString(8), provider, revision);
        var unit = _codes[Provider].Code(provider.ToString(CultureInfo.InvariantCulture));
        var share = r.IsDBNull(3) ? "" : r.GetString(3);
        var basis = share.Length == 0 ? "" : r.GetBoolean(4) ? EntryFilter.Stated : EntryFilter.Inferred;
        var audience = state switch { nameof(EntryState.InForce) => Everybody, nameof(EntryState.Dropped) => Nobody, _ => FirstUnit + unit };
        changed.Add(new FacetRow(id, r.GetInt64(9), [unit, _codes[State].Code(state), _codes[Share].Code(share), _codes[Frequency].Code(r.IsDBNull(5) ? "" : r.GetString(5)), _codes[Basis].Code(basis), audience]));
        return true;
    }
}

/// <summary>The list at one moment.</summary>
/// <param name="Codes">The codes of all rows.</param>
/// <param name="Values">For each column the values by code.</param>
/// <param name="Rows">What words are looked for in.</param>
/// <param name="Orders">Orders by name and unit.</param>
internal sealed record ShelfMoment(FacetSnapshot Codes, IReadOnlyList<IReadOnlyList<string>> Values, ShelfRow[] Rows, ShelfOrders Orders)
{
    /// <summary>The rows that have all the words in name, code or number; null when none are asked.</summary>
    public HashSet<long>? Hits(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return null;
        var hits = new HashSet<long>();
        foreach (var row in Rows)
            if (words.All(row.Has)) hits.Add(row.Id);
        return hits;
    }

    /// <summary>The code of a value; -1 when no row has it.</summary>
    public int Code(int column, string value) => Values[column] is string[] all ? Array.IndexOf(all, value) : -1;
}

/// <summary>What words and orders need of a row.</summary>
internal sealed record ShelfRow(long Id, string Name, string Code, string Number, long Provider, long Revision)
{
    /// <summary>True when the word is in name, code or number.</summary>
    public bool Has(string word) =>
        Name.Contains(word, StringComparison.OrdinalIgnoreCase) || Code.Contains(word, StringComparison.OrdinalIgnoreCase) || Number.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Gives the values of one column their codes; code 0 is "none".</summary>
internal sealed class ShelfCodes
{
    private readonly Dictionary<string, int> _codes = new() { [""] = 0 };
    private string[] _now = [""];

    /// <summary>The values by code; an array that is not changed later.</summary>
    public IReadOnlyList<string> Now => _now;

    public int Code(string value)
    {
        if (_codes.TryGetValue(value, out var code)) return code;
        _now = [.. _now, value];
        return _codes[value] = _now.Length - 1;
    }
}
