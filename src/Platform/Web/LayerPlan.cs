namespace Qingdan.Platform.Web;

/// <summary>Where a node lies.</summary>
internal sealed record LayerBox(LayerNode Node, double X, double Y, double Width, double Height);

/// <summary>A piece of a line, level at both ends.</summary>
internal sealed record LayerStroke(double X1, double Y1, double X2, double Y2)
{
    /// <summary>As an SVG path.</summary>
    public string Path
    {
        get
        {
            var middle = ChartPlan.Text((X1 + X2) / 2);
            return $"M{ChartPlan.Text(X1)} {ChartPlan.Text(Y1)} C{middle} {ChartPlan.Text(Y1)} {middle} {ChartPlan.Text(Y2)} {ChartPlan.Text(X2)} {ChartPlan.Text(Y2)}";
        }
    }
}

/// <summary>Where things lie in a layered picture: pure arithmetic for <see cref="Components.LayerGraph"/>.</summary>
/// <remarks>
/// A column with many nodes is broken into several strips, so that the picture stays about as high as a screen.
/// A line that passes strips goes by lanes between their nodes; lines with the same end, or else the same beginning, share a lane.
/// </remarks>
internal sealed class LayerPlan
{
    public const double Edge = 8, Head = 34, Low = 28, Tall = 44, Between = 7;
    private const double Lane = 4, Gap = 40, Room = 1120, Narrowest = 122, Widest = 232;
    private const int MostInStrip = 21, Passes = 6;

    private readonly List<List<LayerCell>> _strips = [];
    private readonly Dictionary<string, LayerCell> _cells = [];
    private readonly Dictionary<(int Strip, bool Ends, string Id), LayerCell> _lanes = [];

    /// <param name="columns">From left to right.</param>
    /// <param name="edges">Each from a node to one of a later column.</param>
    public LayerPlan(IReadOnlyList<LayerColumn> columns, IReadOnlyList<LayerEdge> edges)
    {
        Fill(columns.Where(c => c.Nodes.Count > 0));
        NodeWidth = Math.Clamp((Room - (Gap * (_strips.Count - 1))) / Math.Max(1, _strips.Count), Narrowest, Widest);
        Heads = [.. Heads.Select(h => (h.Title, X((int)h.X)))];
        var ways = Ways([.. edges.Distinct()]);
        LayerOrder.Arrange(_strips);
        Height = Head + _strips.Select(Needed).DefaultIfEmpty(0).Max() + Edge;
        Place();
        Boxes = [.. _strips.SelectMany(s => s).Where(c => c.Node is not null).Select(c => new LayerBox(c.Node!, X(c.Strip), c.Y, NodeWidth, c.Height))];
        Routes = ways.ToDictionary(w => w.Key, w => (IReadOnlyList<LayerStroke>)[.. Strokes(w.Value)]);
    }

    /// <summary>Width of the picture.</summary>
    public double Width => (2 * Edge) + (_strips.Count * NodeWidth) + (Gap * Math.Max(0, _strips.Count - 1));

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>Width of a node.</summary>
    public double NodeWidth { get; }

    /// <summary>Titles of the columns and where they begin.</summary>
    public IReadOnlyList<(string Title, double X)> Heads { get; private set; } = [];

    /// <summary>The nodes, column by column from top to bottom: the order in which they are read.</summary>
    public IReadOnlyList<LayerBox> Boxes { get; }

    /// <summary>The pieces of each edge from its beginning to its end.</summary>
    public IReadOnlyDictionary<LayerEdge, IReadOnlyList<LayerStroke>> Routes { get; }

    private void Fill(IEnumerable<LayerColumn> columns)
    {
        List<(string Title, double X)> heads = [];
        foreach (var column in columns)
        {
            heads.Add((column.Title, _strips.Count));
            var parts = (column.Nodes.Count + MostInStrip - 1) / MostInStrip;
            foreach (var part in column.Nodes.Chunk((column.Nodes.Count + parts - 1) / parts))
            {
                var strip = part.Select(n => new LayerCell(n, _strips.Count, n.Sub.Length > 0 ? Tall : Low)).ToList();
                foreach (var cell in strip) _cells.Add(cell.Node!.Id, cell);
                _strips.Add(strip);
            }
        }
        Heads = heads;
    }

    // The cells that each edge goes by, its ends included.
    private Dictionary<LayerEdge, List<LayerCell>> Ways(IReadOnlyList<LayerEdge> edges)
    {
        var far = edges.Where(e => _cells[e.To].Strip - _cells[e.From].Strip > 1).ToList();
        var (begin, end) = (far.CountBy(e => e.From).ToDictionary(), far.CountBy(e => e.To).ToDictionary());
        var ways = new Dictionary<LayerEdge, List<LayerCell>>();
        foreach (var edge in edges)
        {
            var (from, to) = (_cells[edge.From], _cells[edge.To]);
            if (from.Strip >= to.Strip) throw new ArgumentException($"{edge} does not lead to a later column.", nameof(edges));
            List<LayerCell> way = [from];
            for (var strip = from.Strip + 1; strip < to.Strip; strip++) way.Add(LaneOf(strip, begin[edge.From] > end[edge.To] ? (strip, false, edge.From) : (strip, true, edge.To)));
            way.Add(to);
            for (var i = 1; i < way.Count; i++) LayerCell.Link(way[i - 1], way[i]);
            ways.Add(edge, way);
        }
        return ways;
    }

    private LayerCell LaneOf(int strip, (int, bool, string) key)
    {
        if (_lanes.TryGetValue(key, out var lane)) return lane;
        lane = _lanes[key] = new LayerCell(null, strip, Lane);
        _strips[strip].Insert(_strips[strip].Count / 2, lane);
        return lane;
    }

    // Each cell as near to what it is linked to as the others of its strip let it.
    private void Place()
    {
        foreach (var strip in _strips) Settle(strip, _ => Head + ((Height - Edge - Head) / 2));
        for (var pass = 0; pass < Passes; pass++)
            foreach (var strip in pass % 2 == 0 ? _strips : Enumerable.Reverse(_strips))
                Settle(strip, c => c.Left.Concat(c.Right).Select(o => o.Middle).DefaultIfEmpty(c.Middle).Average());
    }

    // The mean of two orders without overlaps, one pushed down and one pushed up, has none either.
    private void Settle(List<LayerCell> strip, Func<LayerCell, double> wanted)
    {
        var tops = strip.Select(c => wanted(c) - (c.Height / 2)).ToArray();
        var (down, up) = (tops.ToArray(), tops.ToArray());
        Bound(down, strip, forward: true);
        Bound(down, strip, forward: false);
        Bound(up, strip, forward: false);
        Bound(up, strip, forward: true);
        for (var i = 0; i < strip.Count; i++) strip[i].Y = (down[i] + up[i]) / 2;
    }

    private void Bound(double[] tops, List<LayerCell> strip, bool forward)
    {
        if (forward)
            for (var (i, free) = (0, Head); i < tops.Length; free = tops[i] + strip[i].Height + Between, i++) tops[i] = Math.Max(tops[i], free);
        else
            for (var (i, free) = (tops.Length - 1, Height - Edge); i >= 0; free = tops[i] - Between, i--) tops[i] = Math.Min(tops[i], free - strip[i].Height);
    }

    private IEnumerable<LayerStroke> Strokes(List<LayerCell> way)
    {
        for (var i = 1; i < way.Count; i++)
        {
            var (from, to) = (way[i - 1], way[i]);
            yield return new LayerStroke(X(from.Strip) + NodeWidth, from.Middle, X(to.Strip), to.Middle);
            if (to.Node is null) yield return new LayerStroke(X(to.Strip), to.Middle, X(to.Strip) + NodeWidth, to.Middle);
        }
    }

    private static double Needed(List<LayerCell> strip) => strip.Sum(c => c.Height) + (Between * Math.Max(0, strip.Count - 1));

    private double X(int strip) => Edge + (strip * (NodeWidth + Gap));
}
