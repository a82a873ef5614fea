using Qingdan.Exchange.Grants;
using Qingdan.Lists.Contracts;

namespace Qingdan.Exchange.Decisions;

/// <summary>Makes rows of grants. What many have in common stands in memory once.</summary>
internal sealed class GrantRows
{
    private readonly HashSet<GrantedSet> _sets = [];
    private readonly HashSet<string> _purposes = new(StringComparer.Ordinal);

    /// <summary>A grant after the lists have had their say.</summary>
    public CallerGrant Of(Grant g, ResourceInForce? lists)
    {
        var items = GrantedSet.Parse(g.Items);
        // 负面清单 has the last word over what is to leave as it is; 核验 and 脱敏 are its own alternatives.
        var blocked = lists is null ? [] : items.Where(i => i.Disclosure == Disclosure.Plain).Select(i => (Item: i, By: lists.Forbidden.FirstOrDefault(f => f.ItemId == 0 || f.ItemId == i.ItemId)))
            .Where(b => b.By is not null).Select(b => new BlockedItem(b.Item.ItemId, b.By!.By)).ToArray();
        // Field by field: what the row of the 责任清单 does not name does not leave.
        var carried = lists is { EntryId: not 0 } ? Array.FindAll(items, i => lists.Carries(i.ItemId)) : items;
        var leaves = Once(_sets, new GrantedSet(blocked.Length == 0 ? carried : [.. carried.Where(i => !Array.Exists(blocked, b => b.ItemId == i.ItemId))]));
        return new CallerGrant(g.ApplicationId, new GrantRow(
            g.Id, g.Number, g.ProviderId, GrantGround.Of(lists, items), leaves, blocked.Length == 0 ? null : blocked, g.StartsOn.DayNumber, g.EndsOn?.DayNumber ?? int.MaxValue,
            g.Quota, g.Rate, g.State, lists?.Suspended ?? false, Once(_purposes, g.Purpose), g.Reason, g.Revision));
    }

    private static T Once<T>(HashSet<T> known, T value)
    {
        if (known.TryGetValue(value, out var same)) return same;
        known.Add(value);
        return value;
    }
}
