namespace Qingdan.Catalog.Systems.Planning;

/// <summary>A row of the form of planned resources, as typed.</summary>
public sealed record PlanRow
{
    /// <summary>The stored row; 0 for a new one.</summary>
    public long Id { get; init; }

    /// <summary>目录名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>数据项, one a line.</summary>
    public string Items { get; init; } = "";

    /// <summary>A share property by its name; empty when not yet known.</summary>
    public string Share { get; init; } = "";

    /// <summary>An update frequency by its name; empty when not yet known.</summary>
    public string Frequency { get; init; } = "";

    /// <summary>True for a line nobody wrote in.</summary>
    public bool IsBlank() => string.IsNullOrWhiteSpace(Name + Items);

    /// <summary>A stored one as its form shows it.</summary>
    internal static PlanRow Of(PlannedResource p) => new() { Id = p.Id, Name = p.Name, Items = p.Items, Share = $"{p.Share}", Frequency = $"{p.Frequency}" };
}
