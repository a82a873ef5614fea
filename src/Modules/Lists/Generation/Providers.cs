using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>What rules ask about units, and what the rule profiles accept.</summary>
internal sealed class Providers(RuleProfiles profiles)
{
    private const string National = "national-2025", City = "shanghai-2021";

    /// <summary>The levels of legal basis that the two profiles accept for not sharing.</summary>
    public AcceptedLevels Levels { get; } = new(Bases(profiles, National), Bases(profiles, City));

    /// <summary>The facts of a unit; an id nobody knows is a unit without name.</summary>
    public Func<long, ProviderFacts> Of(UnitTree tree)
    {
        var known = new Dictionary<long, ProviderFacts>();
        return id =>
        {
            if (known.TryGetValue(id, out var facts)) return facts;
            var unit = tree.Find(id);
            return known[id] = new ProviderFacts(unit?.Name ?? "", unit?.Code, unit?.State == OrganizationState.Proposed, unit is not null && profiles.For(unit.Kind).Any(p => p.Id == National));
        };
    }

    private static IReadOnlyCollection<LegalBasisLevel> Bases(RuleProfiles profiles, string id) => profiles.Find(id).Value.Bases.Levels;
}
