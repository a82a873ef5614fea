using System.Collections.Immutable;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Projection;

/// <summary>Where an item of the catalogue sits in an answer.</summary>
/// <param name="Item">The item's number.</param>
/// <param name="Path">From a row (<c>person.name</c>, <c>contacts[*].phone</c>, <c>@</c> for the row itself), or from the root (<c>$.data.total</c>) for what stands beside the rows.</param>
internal sealed record ItemPath(long Item, string Path);

/// <summary>
/// Where in a JSON answer the rows and each item sit: of all items of the resource, granted or not, because what is not granted must not lie inside what is.
/// </summary>
/// <param name="Rows">Each place that this leads to is a row; from the root.</param>
/// <param name="Items">The items' steps from the root, by number.</param>
internal sealed record Selector(JsonPath Rows, ImmutableDictionary<long, ImmutableArray<string?>> Items)
{
    /// <summary>Reads it; all faults at once. The fields are <c>rows</c> and <c>path-</c> with the item's number.</summary>
    public static Result<Selector> Parse(string rows, IReadOnlyList<ItemPath> items)
    {
        var faults = new List<Fault>();
        var holder = Take(JsonPath.Parse(rows, "rows"), faults);
        if (holder is { Absolute: false }) faults.Add(new Fault("exchange.selector.rows", "数据行的路径要从 $ 写起，例如 $.data.list[*]。", "rows"));
        var paths = new List<(long Item, ImmutableArray<string?> Steps)>();
        foreach (var item in items)
            if (Take(JsonPath.Parse(item.Path, Field(item.Item)), faults) is { } path) paths.Add((item.Item, path.Absolute ? path.Steps : [.. holder?.Steps ?? [], .. path.Steps]));
        if (holder is not null) faults.AddRange(paths.Where(p => p.Steps.Length < holder.Steps.Length && Begins(holder.Steps, p.Steps)).Select(p => new Fault("exchange.selector.around", "这个路径包住了所有数据行，不能作为一个数据项。", Field(p.Item))));
        faults.AddRange(Overlaps(paths));
        return faults.Count > 0 ? faults : new Selector(holder!, paths.ToImmutableDictionary(p => p.Item, p => p.Steps));
    }

    /// <summary>The form's and the API's name for an item's path.</summary>
    public static string Field(long item) => $"path-{item}";

    private static JsonPath? Take(Result<JsonPath> read, List<Fault> faults)
    {
        faults.AddRange(read.Faults);
        return read.TryGet(out var path) ? path : null;
    }

    // Sorted by steps, what lies inside another stands somewhere behind it with nothing between that does not.
    private static IEnumerable<Fault> Overlaps(List<(long Item, ImmutableArray<string?> Steps)> paths)
    {
        paths.Sort((a, b) => Order(a.Steps, b.Steps) is var order and not 0 ? order : a.Item.CompareTo(b.Item));
        var around = default((long Item, ImmutableArray<string?> Steps)?);
        foreach (var path in paths)
        {
            if (around is not { } outer || !Begins(path.Steps, outer.Steps)) around = path;
            else if (path.Steps.Length == outer.Steps.Length) yield return new Fault("exchange.selector.same", "两个数据项的路径相同，请改正其中一个。", Field(path.Item), FaultKind.Conflict);
            else yield return new Fault("exchange.selector.inside", "这个路径在另一个数据项之内：授权那一项会连它一起放出。请把外面一项拆开写。", Field(path.Item), FaultKind.Conflict);
        }
    }

    private static bool Begins(ImmutableArray<string?> steps, ImmutableArray<string?> with) => steps.Length >= with.Length && steps.AsSpan()[..with.Length].SequenceEqual(with.AsSpan());

    private static int Order(ImmutableArray<string?> a, ImmutableArray<string?> b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            if (string.CompareOrdinal(a[i], b[i]) is var order and not 0) return order;
        return a.Length.CompareTo(b.Length);
    }
}
