using Qingdan.Platform.Identity;

namespace Qingdan.Catalog.Contracts;

/// <summary>在哪张清单里: the lists tell where a resource stands, for its page and its graph.</summary>
public interface IListedIn
{
    /// <summary>The rows this person may see.</summary>
    Task<ListedRows> Of(long resourceId, Actor actor, CancellationToken cancel);

    /// <summary>The same of several resources at once, by resource, without the items.</summary>
    Task<ILookup<long, ListedRow>> OfMany(IReadOnlyCollection<long> resourceIds, Actor actor, CancellationToken cancel);
}

/// <summary>Where a resource stands.</summary>
/// <param name="Rows">Of all three lists; of the demands only the latest.</param>
/// <param name="FurtherDemands">How many older demands there are.</param>
public sealed record ListedRows(IReadOnlyList<ListedRow> Rows, int FurtherDemands)
{
    /// <summary>In no list.</summary>
    public static ListedRows None { get; } = new([], 0);
}

/// <summary>A row of a list.</summary>
/// <param name="Kind">Of which list.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">A Chinese word to be translated.</param>
/// <param name="Row">Its number or name.</param>
/// <param name="Href">Its page.</param>
public sealed record ListedRow(ListKind Kind, long Id, string State, string Row, string Href)
{
    /// <summary>The list in Chinese, to be translated.</summary>
    public string List => Kind.Name();

    /// <summary>Short name of the unit that asks; empty but for demands.</summary>
    public string Unit { get; init; } = "";

    /// <summary>False for a draft, a candidate, or what is in review.</summary>
    public bool InForce { get; init; }

    /// <summary>Ids of the items it is about; empty where it is about the resource as a whole.</summary>
    public IReadOnlyList<long> Items { get; init; } = [];
}

/// <summary>三清单.</summary>
public enum ListKind
{
    /// <summary>责任清单.</summary>
    Responsibility,

    /// <summary>负面清单.</summary>
    Negative,

    /// <summary>需求清单.</summary>
    Demand,
}

/// <summary>Chinese names of the lists.</summary>
internal static class ListWords
{
    /// <summary>The list as shown.</summary>
    public static string Name(this ListKind kind) => kind switch
    {
        ListKind.Responsibility => "责任清单",
        ListKind.Negative => "负面清单",
        _ => "需求清单",
    };
}
