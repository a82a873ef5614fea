using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Graph;

/// <summary>A graph as columns of a layered picture; of many items the first forty and one node for the rest. Pure.</summary>
public sealed class GraphPicture
{
    /// <summary>The most items that are drawn.</summary>
    public const int MostItems = 40;

    private const string FurtherItems = "items", FurtherDemands = "demands";

    // From left to right. What an exchange records of calls would be a further column.
    private static readonly (string Title, GraphKind[] Kinds)[] Layers =
    [
        ("职责目录", [GraphKind.Duty]), ("系统目录", [GraphKind.System]), ("数据目录", [GraphKind.Resource]), ("数据项", [GraphKind.Item]),
        ("责任清单、负面清单", [GraphKind.Responsibility, GraphKind.Negative]), ("需求清单", [GraphKind.Demand]),
    ];

    private readonly Translator _t;
    private readonly ILookup<GraphKind, GraphNode> _nodes;

    public GraphPicture(ResourceGraph graph, Translator t)
    {
        (_t, _nodes) = (t, graph.Nodes.ToLookup(n => n.Kind));
        var hidden = _nodes[GraphKind.Item].Skip(MostItems).Select(n => n.Id).ToHashSet();
        Columns = [.. Layers.Select(l => new LayerColumn(t[l.Title], [.. l.Kinds.SelectMany(k => _nodes[k]).Where(n => !hidden.Contains(n.Id)).Select(Node), .. Further(l.Title, graph, hidden.Count)]))];
        var edges = graph.Edges.Select(e => new LayerEdge(hidden.Contains(e.From) ? FurtherItems : e.From, hidden.Contains(e.To) ? FurtherItems : e.To));
        if (graph.FurtherDemands > 0) edges = edges.Append(new LayerEdge(GraphBuilder.Id(GraphKind.Resource, graph.Id), FurtherDemands));
        Edges = [.. edges.Distinct()];
    }

    public IReadOnlyList<LayerColumn> Columns { get; }

    public IReadOnlyList<LayerEdge> Edges { get; }

    /// <summary>The picture in one sentence: how many there are of what it shows.</summary>
    public string Summary => string.Join(_t["，"], Counted.Where(c => Count(c.Kind) > 0).Select(c => _t[c.Text, Count(c.Kind)]));

    private static readonly (GraphKind Kind, string Text)[] Counted =
    [
        (GraphKind.Duty, "职责 {0} 项"), (GraphKind.System, "系统 {0} 个"), (GraphKind.Item, "数据项 {0} 个"),
        (GraphKind.Responsibility, "责任清单 {0} 条"), (GraphKind.Negative, "负面清单 {0} 条"), (GraphKind.Demand, "需求 {0} 个"),
    ];

    private int Count(GraphKind kind) => _nodes[kind].Count();

    private IEnumerable<LayerNode> Further(string title, ResourceGraph graph, int items) => title switch
    {
        "数据项" when items > 0 => [Rest(FurtherItems, GraphKind.Item, items, $"/catalog/{graph.Id}#items")],
        "需求清单" when graph.FurtherDemands > 0 => [Rest(FurtherDemands, GraphKind.Demand, graph.FurtherDemands, $"/lists/demands?provider={graph.ProviderId}")],
        _ => [],
    };

    private LayerNode Rest(string id, GraphKind kind, int count, string href) => new(id, Kind(kind), _t["{0}：还有 {1} 个", kind.Name(), count], _t["还有 {0} 个", count], href);

    private LayerNode Node(GraphNode node)
    {
        var (text, sub) = node.Kind switch
        {
            // The number is long and the same but for its end; what tells rows apart is the list and the state, of demands the unit.
            GraphKind.Responsibility => (_t["责任清单 · {0}", node.State], node.Text),
            GraphKind.Negative => (_t["负面清单 · {0}", node.State], node.Text),
            GraphKind.Demand => (node.Unit, _t[node.State]),
            _ => (node.Text, _t[node.State]),
        };
        var said = string.Join(_t["，"], new[] { node.Unit, _t[node.State] }.Where(s => s.Length > 0));
        var title = said.Length > 0 ? _t["{0}：{1}（{2}）", _t[node.Kind.Name()], node.Text, said] : _t["{0}：{1}", _t[node.Kind.Name()], node.Text];
        return new LayerNode(node.Id, Kind(node.Kind), title, text, node.Href) { Sub = sub, Main = node.Kind is GraphKind.Resource, Dashed = !node.InForce };
    }

    private LayerKind Kind(GraphKind kind) => kind switch
    {
        GraphKind.Duty => new(_t[kind.Name()], LayerShape.Roof, Tone.Idle),
        GraphKind.System => new(_t[kind.Name()], LayerShape.Bars, Tone.Idle),
        GraphKind.Resource => new(_t[kind.Name()], LayerShape.Box, Tone.Info),
        GraphKind.Item => new(_t[kind.Name()], LayerShape.Pill, Tone.Idle),
        GraphKind.Responsibility => new(_t[kind.Name()], LayerShape.Sheet, Tone.Ok),
        GraphKind.Negative => new(_t[kind.Name()], LayerShape.Hexagon, Tone.Warn),
        _ => new(_t[kind.Name()], LayerShape.Tag, Tone.Info),
    };
}
