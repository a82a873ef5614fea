namespace Qingdan.Lists.Demands;

/// <summary>What the lists say of the items of some resources; item 0 is the whole resource.</summary>
/// <param name="listed">What the responsibility list says, by resource and item.</param>
/// <param name="bans">What the negative list in force forbids.</param>
internal sealed class KnownStandings(IReadOnlyDictionary<(long Resource, long Item), Known> listed, IReadOnlyList<(long Resource, long Item, Known Standing)> bans)
{
    private readonly ILookup<long, (long Resource, long Item, Known Standing)> _bans = bans.OrderBy(b => b.Item).ToLookup(b => b.Resource);

    /// <summary>The entry that forbids it; null for none. Of the whole and of the item a ban meets the item; who asks for the whole asks for each item that is forbidden.</summary>
    public Known? Ban(long resource, long item) => _bans[resource].Where(b => b.Item == 0 || b.Item == item || item == 0).Select(b => b.Standing).FirstOrDefault();

    /// <summary>What names the item itself; the negative list has the last word.</summary>
    public Known? Named(long resource, long item) => Ban(resource, item) ?? listed.GetValueOrDefault((resource, item));

    /// <summary>The same; an item that no list names stands as its resource does.</summary>
    public Known? Of(long resource, long item) => Named(resource, item) ?? listed.GetValueOrDefault((resource, 0));

    /// <summary>True when the resource is listed with its items.</summary>
    public bool ByItem(long resource) => listed.Keys.Any(k => k.Resource == resource && k.Item != 0);
}
