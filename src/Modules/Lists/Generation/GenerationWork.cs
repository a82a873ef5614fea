using Qingdan.Catalog.Contracts;

namespace Qingdan.Lists.Generation;

/// <summary>A run while it goes on: over the whole catalogue, or that of one provider, or over what a change names.</summary>
/// <param name="RunId">Its id, which marks its findings.</param>
/// <param name="Family">The ids of the one provider; null for all.</param>
/// <param name="Facts">What generation knows of a unit.</param>
internal sealed record GenerationWork(long RunId, long[]? Family, Func<long, ProviderFacts> Facts)
{
    public Generator Generator { get; } = new();
    public RunFigures Figures { get; } = new();

    /// <summary>What alone is looked at: findings that are not met again then go one by one. Null when the run ends with taking off all that it has not met again.</summary>
    public PublishedChange? Named { get; init; }

    /// <summary>The resources that are in force.</summary>
    public HashSet<long> Met { get; } = [];

    /// <summary>The named resources that are not in force any more.</summary>
    public IEnumerable<long> Gone => Named is null ? [] : Named.ResourceIds.Where(id => !Met.Contains(id));

    /// <summary>The units met or named.</summary>
    public IEnumerable<long> Providers => Generator.Providers.Union(Named?.ProviderIds ?? []);

    /// <summary>Its providers in SQL.</summary>
    public string Units => Family is null ? "> 0" : $"IN ({string.Join(',', Family)})";

    /// <summary>Its rows in SQL. Nothing for all: an index on something else is then left to the planner.</summary>
    public string Scope => Named is not null ? $" AND resource_id IN ({string.Join(',', Named.ResourceIds)})" : Family is null ? "" : $" AND provider_id {Units}";
}
