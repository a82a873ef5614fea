using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Catalog.Resources;

/// <summary>Steps that every change of a resource takes.</summary>
internal static class ResourceChange
{
    /// <summary>Marks the row as changed now.</summary>
    public static void Touch(this Resource row, IdSource ids, TimeProvider clock)
    {
        row.Edit++;
        row.Revision = ids.Next();
        row.ChangedAt = clock.GetUtcNow();
    }

    /// <summary>Makes the content the row's own, items included. An item keeps its id as long as it is named by it, so that lists still point at it.</summary>
    public static async Task Apply(this Store store, Resource row, ResourceContent content, IdSource ids, CancellationToken cancel)
    {
        row.Fill(content);
        var kept = await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToDictionaryAsync(i => i.Id, cancel);
        for (var i = 0; i < content.Items.Count; i++)
        {
            var item = content.Items[i];
            if (kept.Remove(item.Id, out var existing)) store.Entry(existing).CurrentValues.SetValues(item.Row(existing.Id, row.Id, i + 1));
            else store.Add(item.Row(ids.Next(), row.Id, i + 1));
        }
        store.RemoveRange(kept.Values);
    }
}
