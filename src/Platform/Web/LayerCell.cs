namespace Qingdan.Platform.Web;

/// <summary>A place in a strip of a layered picture: a node, or a lane by which lines pass the strip.</summary>
internal sealed class LayerCell(LayerNode? node, int strip, double height)
{
    public LayerNode? Node => node;
    public int Strip => strip;
    public double Height => height;

    /// <summary>Its place in the strip from 0.</summary>
    public int Order { get; set; }

    /// <summary>Its upper edge.</summary>
    public double Y { get; set; }

    public double Middle => Y + (height / 2);

    /// <summary>What it is linked to in the strip to its left.</summary>
    public List<LayerCell> Left { get; } = [];

    /// <summary>What it is linked to in the strip to its right.</summary>
    public List<LayerCell> Right { get; } = [];

    /// <summary>Links two cells of neighbouring strips once.</summary>
    public static void Link(LayerCell left, LayerCell right)
    {
        if (left.Right.Contains(right)) return;
        left.Right.Add(right);
        right.Left.Add(left);
    }
}
