using System.Globalization;

namespace Qingdan.Platform.Search.Shelves;

/// <summary>A shelf at one moment.</summary>
/// <param name="Codes">The codes of all rows; behind the columns of values one that says who sees a row.</param>
/// <param name="Values">For each column the values by code.</param>
/// <param name="Orders">Orders by name and group.</param>
/// <param name="Texts">What words are looked for in.</param>
public sealed record ShelfMoment(FacetSnapshot Codes, IReadOnlyList<string[]> Values, ShelfOrders Orders, ShelfTexts Texts)
{
    /// <summary>The column that says who sees a row.</summary>
    public int Audience => Values.Count;

    /// <summary>The code of a value; -1 when no row has it.</summary>
    public int Code(int column, string value) => Array.IndexOf(Values[column], value);

    /// <summary>The codes of units in a column; such as have no row are left out.</summary>
    public IReadOnlyCollection<int> CodesOf(int column, IEnumerable<long> ids) => [.. ids.Select(id => Code(column, id.ToString(CultureInfo.InvariantCulture))).Where(code => code >= 0)];

    /// <summary>A filter of what a person may see.</summary>
    /// <param name="all">True for one who sees the rows of all groups.</param>
    /// <param name="own">The person's own groups.</param>
    public FacetFilter SeenBy(bool all, IEnumerable<long> own)
    {
        var mine = CodesOf(0, own);
        var groups = all ? Enumerable.Range(0, Values[0].Length) : mine;
        return new FacetFilter { [Audience] = [Code(Shelves.Audience.Everybody, 0), .. groups.Select(g => Code(Shelves.Audience.Group, g)), .. mine.Select(g => Code(Shelves.Audience.Own, g))] };
    }

    /// <summary>The code of an audience in the last column: two for all rows, from there on two for each group.</summary>
    internal static int Code(Audience audience, int group) => audience < Shelves.Audience.Group ? (int)audience : (int)audience + (2 * group);

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
