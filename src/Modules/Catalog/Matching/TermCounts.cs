using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Catalog.Matching;

/// <summary>
/// Keeps how often terms stand in the catalogue. Neither engine tells it cheaply: FTS5 walks all hits of a term, ts_stat the whole table, and the two would not agree.
/// So a sample is counted, the same on both, and again when a twentieth of the catalogue has come or gone.
/// </summary>
internal sealed class TermCounts : IDisposable
{
    // Below it the sample is the whole.
    private const int Most = 20_000;

    // So few are counted again at each change.
    private const int Few = 2_000;

    private const int Slice = 2_000;

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Kept? _kept;

    /// <summary>The statistics of the catalogue as it is now, or was shortly before.</summary>
    public async Task<TermStatistics> Now(ShelfMoment moment, UnitTree units, PublishedCatalog catalog, CancellationToken cancel)
    {
        if (_kept is { } kept && kept.Fits(moment)) return kept.Statistics;
        await _gate.WaitAsync(cancel);
        try
        {
            if (_kept is not { } known || !known.Fits(moment)) _kept = known = new Kept(await Count(moment, units, catalog, cancel), moment.Codes);
            return known.Statistics;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The filter for what is in force.</summary>
    public static FacetFilter InForce(ShelfMoment moment)
    {
        var column = CatalogQuery.FacetKeys.IndexOf("state");
        return new FacetFilter { [column] = [.. ResourceStates.InForce.Select(s => moment.Code(column, s.ToString())).Where(code => code >= 0)] };
    }

    public void Dispose() => _gate.Dispose();

    private static async Task<TermStatistics> Count(ShelfMoment moment, UnitTree units, PublishedCatalog catalog, CancellationToken cancel)
    {
        var ids = moment.Codes.Page(InForce(moment), null, 0, int.MaxValue).Order().ToArray();
        var step = Math.Max(1, (ids.Length + Most - 1) / Most);
        var sample = new List<PublishedResource>(ids.Length / step);
        foreach (var slice in ids.Where((_, i) => i % step == 0).Chunk(Slice)) sample.AddRange(await catalog.Of(slice, cancel));
        return new TermStatistics(ids.Length, sample, units);
    }

    private sealed record Kept(TermStatistics Statistics, FacetSnapshot Of)
    {
        public bool Fits(ShelfMoment moment) => ReferenceEquals(moment.Codes, Of) || (Of.Count > Few && Math.Abs(moment.Codes.Count - Of.Count) <= Of.Count / 20);
    }
}
