namespace Qingdan.Platform.Web;

/// <summary>A column of a layered picture. Columns without nodes are not drawn.</summary>
public sealed record LayerColumn(string Title, IReadOnlyList<LayerNode> Nodes);

/// <summary>A node of a layered picture: a link.</summary>
/// <param name="Id">By which edges name it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">All of it in words: kind, name, state.</param>
/// <param name="Text">Its first line; what does not fit is cut.</param>
/// <param name="Href">Where it leads.</param>
public sealed record LayerNode(string Id, LayerKind Kind, string Title, string Text, string Href)
{
    /// <summary>A second line, such as a state; empty for none.</summary>
    public string Sub { get; init; } = "";

    /// <summary>True for what is proposed only: a dashed outline.</summary>
    public bool Dashed { get; init; }

    /// <summary>True for the one that the picture is about.</summary>
    public bool Main { get; init; }
}

/// <summary>A line from a node to one of a later column.</summary>
public sealed record LayerEdge(string From, string To);

/// <summary>A kind of node: told apart by its word, its shape and its tone.</summary>
public sealed record LayerKind(string Word, LayerShape Shape, Tone Tone);

/// <summary>The outline of a node. Each reaches the middle of its left and right side, where lines end.</summary>
public enum LayerShape
{
    /// <summary>A plain box.</summary>
    Box,

    /// <summary>Both upper corners cut.</summary>
    Roof,

    /// <summary>A bar at each side.</summary>
    Bars,

    /// <summary>Round ends.</summary>
    Pill,

    /// <summary>A sheet with a folded corner.</summary>
    Sheet,

    /// <summary>Pointed at both sides.</summary>
    Hexagon,

    /// <summary>Pointed to the right.</summary>
    Tag,
}
