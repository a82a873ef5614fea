using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>数源 of wanted items, by name.</summary>
internal sealed class KnownSources(IEnumerable<IAuthoritativeSources> registers, IOrganizationDirectory organizations)
{
    /// <summary>Name of an item → unit and name of its source, for those that have one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<string> names, CancellationToken cancel)
    {
        var asked = names.Where(n => n.Length > 0).Distinct().ToList();
        var (units, found) = (await organizations.Tree(cancel), new Dictionary<string, string>());
        foreach (var register in registers)
            foreach (var (name, source) in await register.Of(asked, cancel)) found.TryAdd(name, $"{units.ShortName(source.UnitId)} · {source.Name}");
        return found;
    }
}
