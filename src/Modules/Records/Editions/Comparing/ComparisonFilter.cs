using Qingdan.Platform.Web;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>Which changes are asked for; what is empty narrows nothing.</summary>
/// <param name="List">As <c>IEditionList.Name</c>.</param>
/// <param name="Kind">Name of a <see cref="ChangeKind"/>.</param>
/// <param name="Unit">Full name of a unit.</param>
internal sealed record ComparisonFilter(string List = "", string Kind = "", string Unit = "")
{
    /// <summary>As it stands in an address.</summary>
    public static ComparisonFilter From(QueryState query) => new(query["list"] ?? "", query["kind"] ?? "", query["unit"] ?? "");

    /// <summary>True when the change is asked for.</summary>
    public bool Takes(ListedChange change) =>
        (List.Length == 0 || change.List.Name == List) && (Kind.Length == 0 || $"{change.Change.Kind}" == Kind) && (Unit.Length == 0 || change.Change.Unit == Unit);
}
