using System.Data.Common;
using System.Globalization;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Search;

namespace Qingdan.Catalog.Search;

/// <summary>
/// Holds of every resource in memory what the facets count: counting 77,000 rows by seven facets takes a millisecond, in SQL a second.
/// Read whole once, then only what was written since; the store stays the truth.
/// </summary>
internal sealed class CatalogFacets(TimeProvider clock) : IDisposable
{
    /// <summary>Codes of the column that says who may see a row: nobody, everybody, or 2 + the code of the only unit besides the city's roles.</summary>
    public const int Nobody = 0, Everybody = 1, FirstUnit = 2;

    private const string Sql = "SELECT id, provider_id, share, share_stated, state, frequency, open_type, theme, data_level, name, changed_at, revision FROM catalog_resources WHERE state <> 'Staged' AND";

    // A transaction may commit after a later one began; what is this young is read again.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly FacetTable _table = new(CatalogQuery.FacetKeys.Length + 1);
    private readonly FacetValues[] _values = [.. CatalogQuery.FacetKeys.Select(_ => new FacetValues())];
    private readonly Dictionary<long, NamedRow> _names = [];
    private CatalogOrder _order = new([]);
    private long _since = long.MinValue, _finished = long.MaxValue;

    /// <summary>The column that says who may see a row.</summary>
    public static int Audience => CatalogQuery.FacetKeys.Length;

    /// <summary>The rows as the store has them now.</summary>
    public async Task<CatalogMoment> Now(Store store, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var until = clock.GetUtcNow() - Overlap;
            var changed = new List<FacetRow>();
            // To its end even when the reader has left: rows read and not taken over would be missing from then on.
            await store.Query($"{Sql} revision > @since", r => Read(r, changed), CancellationToken.None, ("since", _since));
            // An import makes all its rows visible in one transaction, which may take longer than the overlap: they are found by the instant it finished, noted last.
            var imports = await store.Query("SELECT id FROM catalog_imports WHERE finished_at > @finished", r => r.GetInt64(0), CancellationToken.None, ("finished", _finished));
            if (imports.Count > 0) await store.Query($"{Sql} import_id <> 0 AND import_id IN ({string.Join(',', imports)})", r => Read(r, changed), CancellationToken.None);
            if (changed.Count > 0)
            {
                _table.Upsert(changed);
                _order = new CatalogOrder([.. _names.Values]);
            }
            (_since, _finished) = (IdSource.Floor(until), until.ToUnixTimeMilliseconds());
            return new CatalogMoment(_table.Now, [.. _values.Select(v => v.Now)], _order);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private bool Read(DbDataReader r, List<FacetRow> changed)
    {
        var (id, revision, provider) = (r.GetInt64(0), r.GetInt64(11), r.GetInt64(1));
        if (_names.TryGetValue(id, out var known) && known.Revision == revision) return false;
        _names[id] = new NamedRow(id, r.GetString(9), provider, revision);
        var unit = _values[0].Code(provider.ToString(CultureInfo.InvariantCulture));
        var share = r.IsDBNull(2) ? "" : r.GetBoolean(3) ? r.GetString(2) : CatalogQuery.Inferred + r.GetString(2);
        var audience = Enum.Parse<ResourceState>(r.GetString(4)) switch
        {
            ResourceState.Removed => Nobody,
            ResourceState.Draft or ResourceState.InReview => FirstUnit + unit,
            _ => Everybody,
        };
        changed.Add(new FacetRow(id, r.GetInt64(10), [unit, _values[1].Code(share), .. Enumerable.Range(2, 5).Select(i => _values[i].Code(r.IsDBNull(i + 2) ? "" : r.GetString(i + 2))), audience]));
        return true;
    }
}

/// <summary>The catalogue at one moment: codes, what they stand for, and the order of names.</summary>
internal sealed record CatalogMoment(FacetSnapshot Rows, IReadOnlyList<IReadOnlyList<string>> Values, CatalogOrder Order);

/// <summary>What ordering needs of a resource.</summary>
internal readonly record struct NamedRow(long Id, string Name, long Provider, long Revision);

/// <summary>Gives the values of one facet their codes; code 0 is "none".</summary>
internal sealed class FacetValues
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
