using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;

namespace Qingdan.Catalog.Systems;

/// <summary>What a resource's 来源系统 means.</summary>
/// <param name="Known">The registered systems it names.</param>
/// <param name="Unknown">Names that nobody registered.</param>
internal sealed record SystemMatch(IReadOnlyList<InformationSystem> Known, IReadOnlyList<string> Unknown)
{
    /// <summary>True when it names no system at all.</summary>
    public bool IsEmpty => Known.Count == 0 && Unknown.Count == 0;
}

/// <summary>The registered systems by unit and by each of their names. A text means a system of the same unit only.</summary>
internal sealed class SystemIndex
{
    private readonly Dictionary<(long Unit, string Key), InformationSystem> _byName = [];
    private readonly UnitTree _units;

    public SystemIndex(IEnumerable<InformationSystem> systems, UnitTree units)
    {
        _units = units;
        foreach (var system in systems.OrderBy(s => s.Id))
            foreach (var key in system.Keys) _byName.TryAdd((units.Living(system.UnitId), key), system);
    }

    /// <summary>The systems of a provider that a text means: the whole text first, then name by name.</summary>
    public SystemMatch Of(long provider, string text)
    {
        var unit = _units.Living(provider);
        if (Find(unit, text) is { } whole) return new([whole], []);
        var names = SystemNames.In(text).Select(n => (Name: n, System: Find(unit, n))).ToList();
        return new([.. names.Select(n => n.System).OfType<InformationSystem>().Distinct()], [.. names.Where(n => n.System is null).Select(n => n.Name)]);
    }

    private InformationSystem? Find(long unit, string name) => _byName.GetValueOrDefault((unit, NameKey.Of(name)));
}
