namespace Qingdan.Platform.Search;

/// <summary>One row of a facet table.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Sort">Greater is newer.</param>
/// <param name="Codes">A small code for each column, from 0 for "none".</param>
public readonly record struct FacetRow(long Id, long Sort, IReadOnlyList<int> Codes);

/// <summary>The codes by which many rows are filtered and counted, held in memory: columns beside columns, newest first. Readers see a snapshot that never changes; writers make the next one.</summary>
/// <param name="columns">How many columns of codes.</param>
/// <param name="mostFresh">So many written rows stand by themselves before all are joined, which takes some tens of milliseconds at a million rows.</param>
public sealed class FacetTable(int columns, int mostFresh = 4_096)
{
    private readonly Lock _writing = new();
    private volatile FacetSnapshot _now = FacetSnapshot.Empty(columns, mostFresh);

    /// <summary>The rows as they are now.</summary>
    public FacetSnapshot Now => _now;

    /// <summary>Adds rows, and replaces those whose id is there already.</summary>
    public void Upsert(IReadOnlyCollection<FacetRow> rows) => Change([], rows);

    /// <summary>Takes rows out; ids that are not there do not matter.</summary>
    public void Remove(IReadOnlyCollection<long> ids) => Change(ids, []);

    /// <summary>Takes all rows out and puts these in.</summary>
    public void Replace(IReadOnlyCollection<FacetRow> rows)
    {
        lock (_writing) _now = FacetSnapshot.Empty(columns, mostFresh).With([], rows);
    }

    private void Change(IReadOnlyCollection<long> removed, IReadOnlyCollection<FacetRow> added)
    {
        if (removed.Count + added.Count == 0) return;
        lock (_writing) _now = _now.With(removed, added);
    }
}

/// <summary>What is asked of a facet table: for each filtered column the codes that are allowed.</summary>
public sealed class FacetFilter : Dictionary<int, IReadOnlyCollection<int>>;

/// <summary>How many rows there are.</summary>
/// <param name="Total">Rows that pass all filters.</param>
/// <param name="ByColumn">
/// For each column, code → rows that pass all filters but the column's own, so that the other choices of a facet can be seen.
/// </param>
public sealed record FacetCounts(int Total, IReadOnlyList<IReadOnlyList<int>> ByColumn);
