using System.Collections.Frozen;

namespace Qingdan.Organizations.Contracts;

/// <summary>
/// An unchanging picture of all units. The id of a merged unit stands for the unit it became, so rows of other modules need not be re-pointed:
/// ask <see cref="Find"/> for the unit and <see cref="Family"/> for all ids that mean it.
/// </summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<long, Unit> _byId;
    private readonly FrozenDictionary<string, long> _byKey;
    private readonly Func<string, string> _key;
    private readonly ILookup<long, long> _families;
    private readonly ILookup<long, Unit> _children;

    /// <param name="version">Grows with every change of any unit.</param>
    /// <param name="living">Units that are not merged.</param>
    /// <param name="merged">Merged unit → the unit that stands for it now, at the end of the chain.</param>
    /// <param name="names">Normalised name or code → unit.</param>
    /// <param name="key">How a name is normalised.</param>
    internal UnitTree(long version, IReadOnlyCollection<Unit> living, IReadOnlyDictionary<long, long> merged, IReadOnlyDictionary<string, long> names, Func<string, string> key)
    {
        Version = version;
        var byId = living.ToDictionary(u => u.Id);
        foreach (var (id, survivor) in merged) byId[id] = byId[survivor];
        _byId = byId.ToFrozenDictionary();
        _byKey = names.ToFrozenDictionary();
        _key = key;
        _families = merged.ToLookup(m => m.Value, m => m.Key);
        _children = living.Where(u => !AtTop(u)).ToLookup(u => Parent(u)!.Id);
        Roots = [.. living.Where(AtTop)];
        All = [.. Roots.SelectMany(Walk)];
    }

    /// <summary>Grows with every change of any unit: two pictures with one version are alike.</summary>
    public long Version { get; }

    /// <summary>All units that are not merged, each before its children.</summary>
    public IReadOnlyList<Unit> All { get; }

    /// <summary>The units at the top.</summary>
    public IReadOnlyList<Unit> Roots { get; }

    /// <summary>The unit that an id means; the surviving one for a merged id; null for an unknown id.</summary>
    public Unit? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>The id of the unit that an id means; an unknown id means itself.</summary>
    public long Living(long id) => Find(id)?.Id ?? id;

    /// <summary>The short name that an id means; empty for an unknown id.</summary>
    public string ShortName(long id) => Find(id)?.ShortName ?? "";

    /// <summary>The units directly below.</summary>
    public IEnumerable<Unit> Children(long id) => Find(id) is { } unit ? _children[unit.Id] : [];

    /// <summary>The unit and all below it.</summary>
    public IEnumerable<Unit> Below(long id) => Find(id) is { } unit ? Walk(unit) : [];

    /// <summary>The unit above; null at the top.</summary>
    public Unit? Parent(Unit unit) => unit.ParentId is { } id ? Find(id) : null;

    /// <summary>The district above a street or town (街镇 → 区); null for all others.</summary>
    public Unit? District(long id)
    {
        if (Find(id) is not { Level: OrganizationLevel.Street } unit) return null;
        for (var (above, steps) = (Parent(unit), 0); above is not null && steps < _byId.Count; above = Parent(above), steps++)
            if (above.Level == OrganizationLevel.District) return above;
        return null;
    }

    /// <summary>The unit's depth in the tree; 0 at the top.</summary>
    public int Depth(Unit unit) => AtTop(unit) ? 0 : 1 + Depth(Parent(unit)!);

    /// <summary>
    /// Every id that means this unit: its own and those of the units merged into it. A query by unit compares with all of them.
    /// An unknown id is its own family.
    /// </summary>
    public long[] Family(long id)
    {
        var survivor = Living(id);
        return [survivor, .. _families[survivor]];
    }

    /// <summary>Every id that means a unit of the same district (<see cref="Unit.District"/>), its own too; empty for a unit of none.</summary>
    public long[] SameDistrict(long id) => Find(id)?.District is { Length: > 0 } name ? [.. All.Where(u => u.District == name).SelectMany(u => Family(u.Id))] : [];

    /// <summary>The unit meant by an official name, short name, alias, unified social credit code or organization code; null when nobody is known by it.</summary>
    public long? Resolve(string text) => _byKey.TryGetValue(_key(text), out var id) ? Find(id)?.Id : null;

    /// <summary>The units in whose short name the text occurs; otherwise those known by a name, an alias, a former name or a code with it: 民政 stands in every 人民政府.</summary>
    public IReadOnlySet<long> Named(string text)
    {
        var part = _key(text);
        var known = All.Where(unit => _key(unit.ShortName).Contains(part, StringComparison.Ordinal)).Select(unit => unit.Id).ToHashSet();
        return known.Count > 0 ? known : _byKey.Where(name => name.Key.Contains(part, StringComparison.Ordinal)).Select(name => Find(name.Value)).OfType<Unit>().Select(unit => unit.Id).ToHashSet();
    }

    // Two people may each put one unit under the other in the same moment: whoever is in such a ring stands at the top until somebody mends it.
    private bool AtTop(Unit unit)
    {
        var (above, steps) = (Parent(unit), 0);
        while (above is not null && above.Id != unit.Id && ++steps < _byId.Count) above = Parent(above);
        return unit.ParentId is null || above?.Id == unit.Id;
    }

    private IEnumerable<Unit> Walk(Unit unit) => _children[unit.Id].SelectMany(Walk).Prepend(unit);
}
