namespace Qingdan.Lists.Generation;

/// <summary>A run while it goes on.</summary>
/// <param name="RunId">Its id, which marks its findings.</param>
/// <param name="Family">The ids of the one provider; null for all.</param>
/// <param name="Facts">What generation knows of a unit.</param>
internal sealed record GenerationWork(long RunId, long[]? Family, Func<long, ProviderFacts> Facts)
{
    public Generator Generator { get; } = new();
    public RunFigures Figures { get; } = new();

    /// <summary>True when only named resources are looked at: findings that are not met again then go one by one.</summary>
    public bool Named { get; init; }

    /// <summary>The resources that are in force.</summary>
    public HashSet<long> Met { get; } = [];

    /// <summary>Its providers in SQL.</summary>
    public string Units => Family is null ? "> 0" : $"IN ({string.Join(',', Family)})";

    /// <summary>Nothing for all: an index on something else is then left to the planner.</summary>
    public string Scope => Family is null ? "" : $" AND provider_id {Units}";
}
