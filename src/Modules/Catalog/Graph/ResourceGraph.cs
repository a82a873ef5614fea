namespace Qingdan.Catalog.Graph;

/// <summary>关系图: what hangs together with one resource, as far as the person asking may see it.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Name">Its name.</param>
/// <param name="ProviderId">Its provider.</param>
/// <param name="Nodes">Layer by layer: duties, systems, the resource, its items, the lists.</param>
/// <param name="Edges">Each leads to a later layer.</param>
public sealed record ResourceGraph(long Id, string Name, long ProviderId, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges)
{
    /// <summary>False for those who do not see the duties and systems of the unit: then none are among the nodes.</summary>
    public bool Registers { get; init; }

    /// <summary>同一系统的目录: other resources that come from the same systems, at most eight.</summary>
    public IReadOnlyList<GraphNode> Siblings { get; init; } = [];

    /// <summary>How many more there are.</summary>
    public int FurtherSiblings { get; init; }

    /// <summary>Demands older than those among the nodes.</summary>
    public int FurtherDemands { get; init; }
}

/// <summary>A node.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Kind and number; edges name it by this.</param>
/// <param name="Text">Name or number.</param>
/// <param name="Href">Its page.</param>
public sealed record GraphNode(GraphKind Kind, string Id, string Text, string Href)
{
    /// <summary>Its state, or an item's own 共享属性, in Chinese; empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>False for a draft, a candidate, what is in review or withdrawn.</summary>
    public bool InForce { get; init; } = true;

    /// <summary>Of a demand: the unit that asks.</summary>
    public string Unit { get; init; } = "";
}

/// <summary>From a node to one of a later layer.</summary>
public sealed record GraphEdge(string From, string To);

/// <summary>The layers from left to right; the two lists that bind the provider share one.</summary>
public enum GraphKind
{
    /// <summary>职责目录.</summary>
    Duty,

    /// <summary>系统目录.</summary>
    System,

    /// <summary>数据目录.</summary>
    Resource,

    /// <summary>数据项.</summary>
    Item,

    /// <summary>责任清单.</summary>
    Responsibility,

    /// <summary>负面清单.</summary>
    Negative,

    /// <summary>需求清单.</summary>
    Demand,
}

/// <summary>Chinese names of the kinds.</summary>
internal static class GraphWords
{
    /// <summary>The kind as shown.</summary>
    public static string Name(this GraphKind kind) => kind switch
    {
        GraphKind.Duty => "职责目录",
        GraphKind.System => "系统目录",
        GraphKind.Resource => "数据目录",
        GraphKind.Item => "数据项",
        GraphKind.Responsibility => "责任清单",
        GraphKind.Negative => "负面清单",
        _ => "需求清单",
    };
}
