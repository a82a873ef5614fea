using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Lists.Generation;

/// <summary>What rules ask about units.</summary>
internal sealed class Providers(RuleProfiles profiles)
{
    /// <summary>The facts of a unit; an id nobody knows is a unit without name.</summary>
    public Func<long, ProviderFacts> Of(UnitTree tree)
    {
        var known = new Dictionary<long, ProviderFacts>();
        return id =>
        {
            if (known.TryGetValue(id, out var facts)) return facts;
            var unit = tree.Find(id);
            return known[id] = new ProviderFacts(unit?.Name ?? "", unit?.Code, unit?.State == OrganizationState.Proposed, unit is null ? [] : profiles.For(unit.Kind));
        };
    }
}
