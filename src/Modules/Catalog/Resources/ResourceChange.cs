using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Catalog.Resources;

/// <summary>Steps that every change of a resource takes.</summary>
internal static class ResourceChange
{
    /// <summary>Draws new revisions, last of all: whoever follows the catalogue looks back only a few seconds, and a bulk action may take longer.</summary>
    public static void Stamp(this IEnumerable<Resource> rows, IdSource ids)
    {
        foreach (var row in rows) row.Revision = ids.Next();
    }

    /// <summary>Makes the content the row's own, items included. An item keeps its id as long as it is named by it, so that lists still point at it.</summary>
    public static Task Apply(this Store store, Resource row, ResourceContent content, IdSource ids, CancellationToken cancel) => store.Apply(row, content, [], ids, cancel);

    /// <summary>
    /// The same with a content that was stored here before, as a version or beside one: its items come under the ids they were given there, also those that were taken out since,
    /// where nobody has them.
    /// </summary>
    public static async Task BringBack(this Store store, Resource row, ResourceContent content, IdSource ids, CancellationToken cancel)
    {
        var named = content.Items.Select(i => i.Id).ToHashSet();
        named.ExceptWith(await store.Set<Item>().Where(i => named.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancel));
        named.Remove(0);
        await store.Apply(row, content, named, ids, cancel);
    }

    // Free are ids that this program gave once; those a person names by hand are never taken.
    private static async Task Apply(this Store store, Resource row, ResourceContent content, HashSet<long> free, IdSource ids, CancellationToken cancel)
    {
        row.Fill(content);
        var kept = await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToDictionaryAsync(i => i.Id, cancel);
        for (var i = 0; i < content.Items.Count; i++)
        {
            var item = content.Items[i];
            if (kept.Remove(item.Id, out var existing)) store.Entry(existing).CurrentValues.SetValues(item.Row(existing.Id, row.Id, i + 1));
            else store.Add(item.Row(free.Remove(item.Id) ? item.Id : ids.Next(), row.Id, i + 1));
        }
        store.RemoveRange(kept.Values);
    }
}
