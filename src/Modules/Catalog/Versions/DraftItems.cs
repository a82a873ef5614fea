using Qingdan.Platform.Ids;

namespace Qingdan.Catalog.Versions;

/// <summary>
/// 数据项 of a next version get their ids when it is saved, and keep them when it is published: what was handed out in between, a workbook of a round above all, still finds them,
/// whatever they are called by then. Only ids of this resource are believed.
/// </summary>
internal static class DraftItems
{
    /// <summary>The content with an id for each item.</summary>
    /// <param name="content">What is to be saved beside the version in force.</param>
    /// <param name="inForce">Ids of the items in force.</param>
    /// <param name="before">The items of the next version as it was; the same ones when there was none.</param>
    /// <param name="ids">Gives new ids.</param>
    public static ResourceContent WithIds(this ResourceContent content, IEnumerable<long> inForce, IReadOnlyList<ItemContent> before, IdSource ids)
    {
        var present = inForce.ToHashSet();
        var free = before.Select(i => i.Id).Where(i => i != 0).Concat(present).ToHashSet();
        var items = content.Items.Select(i => free.Remove(i.Id) ? i : i with { Id = 0 }).ToList();
        // Who writes without ids, as a program may, means the same new item by the same name.
        var added = before.Where(i => free.Contains(i.Id) && !present.Contains(i.Id)).DistinctBy(i => i.Name.Trim()).ToDictionary(i => i.Name.Trim(), i => i.Id);
        return content with { Items = items.ConvertAll(i => i.Id != 0 ? i : i with { Id = added.Remove(i.Name.Trim(), out var known) ? known : ids.Next() }) };
    }
}
