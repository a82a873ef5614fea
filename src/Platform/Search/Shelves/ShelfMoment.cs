using System.Globalization;

namespace Qingdan.Platform.Search.Shelves;

/// <summary>A shelf at one moment.</summary>
/// <param name="Codes">The codes of all rows; behind the columns of values one that says who sees a row.</param>
/// <param name="Values">For each column the values by code.</param>
/// <param name="Rows">The rows, in no order.</param>
/// <param name="Orders">Orders by name and group.</param>
public sealed record ShelfMoment<TRow>(FacetSnapshot Codes, IReadOnlyList<string[]> Values, IReadOnlyList<TRow> Rows, ShelfOrders Orders) where TRow : ShelfRow
{
    /// <summary>The code of a value; -1 when no row has it.</summary>
    public int Code(int column, string value) => Array.IndexOf(Values[column], value);

    /// <summary>The codes of groups in the first column; such as have no row are left out.</summary>
    public IReadOnlyCollection<int> Groups(IEnumerable<long> ids) => [.. ids.Select(id => Code(0, id.ToString(CultureInfo.InvariantCulture))).Where(code => code >= 0)];

    /// <summary>A filter of what a person may see.</summary>
    /// <param name="all">True for one who sees the rows of all groups.</param>
    /// <param name="own">The person's own groups.</param>
    public FacetFilter SeenBy(bool all, IEnumerable<long> own)
    {
        var groups = all ? Enumerable.Range(0, Values[0].Length) : Groups(own);
        return new FacetFilter { [Values.Count] = [(int)Audience.Everybody, .. groups.Select(code => (int)Audience.Group + code)] };
    }

    /// <summary>A stretch of what passes.</summary>
    /// <param name="filter">Allowed codes by column.</param>
    /// <param name="hits">Only these rows; null for all.</param>
    /// <param name="sort">changed, name or unit; a minus before it means descending.</param>
    /// <param name="order">The ids by this sort; null when it is by change, which the codes keep themselves.</param>
    /// <param name="skip">Rows before the stretch.</param>
    /// <param name="take">Rows of the stretch.</param>
    public IReadOnlyList<long> Ids(FacetFilter filter, IReadOnlySet<long>? hits, string sort, long[]? order, int skip, int take) => order is null
        ? Codes.Page(filter, hits, skip, take, newestFirst: sort != "changed")
        : Codes.Page(filter, hits, order, sort.StartsWith('-'), skip, take);
}
