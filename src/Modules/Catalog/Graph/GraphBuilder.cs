using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Systems;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Graph;

/// <summary>Puts a graph together, layer by layer. Pure.</summary>
internal sealed class GraphBuilder(ResourceView view)
{
    private readonly Dictionary<string, GraphNode> _nodes = [];
    private readonly HashSet<GraphEdge> _edges = [];
    private readonly string _resource = Id(GraphKind.Resource, view.Id);

    /// <summary>Duties that the resource or one of its systems serves.</summary>
    public void Serve(IEnumerable<LinkedDuty> duties, LinkedSystem? system = null)
    {
        foreach (var duty in duties)
        {
            var id = Id(GraphKind.Duty, duty.Id);
            _nodes.TryAdd(id, new GraphNode(GraphKind.Duty, id, duty.Name, $"/catalog/duties/{duty.Id}") { State = duty.State.Name() });
            _edges.Add(new(id, system is null ? _resource : Id(GraphKind.System, system.Id)));
        }
    }

    /// <summary>Systems that the resource comes from, the unregistered ones too.</summary>
    public void ComeFrom(IEnumerable<LinkedSystem> systems, IEnumerable<string> unknown)
    {
        foreach (var system in systems) Add(new(GraphKind.System, Id(GraphKind.System, system.Id), system.Name, $"/catalog/systems/{system.Id}") { State = system.State.Name() }, to: _resource);
        foreach (var (name, place) in unknown.Select((n, i) => (n, i + 1)))
            Add(new(GraphKind.System, $"name-{place}", name, $"/catalog?system={Uri.EscapeDataString(view.Content.SystemName)}") { State = "未登记到系统目录" }, to: _resource);
    }

    /// <summary>The resource and its items; only an item's own 共享属性 is said.</summary>
    public void Hold()
    {
        _nodes.Add(_resource, new(GraphKind.Resource, _resource, view.Content.Name, $"/catalog/{view.Id}") { State = view.State.Name(), InForce = ResourceStates.InForce.Contains(view.State) });
        foreach (var (item, place) in view.Content.Items.Select((item, i) => (item, i + 1)))
            Add(new(GraphKind.Item, Id(GraphKind.Item, item.Id), item.Name, $"/catalog/{view.Id}#item-{place}") { State = item.Share?.Name() ?? "" }, from: _resource);
    }

    /// <summary>Rows of the lists: behind the items they name, or behind the resource where they name none that it still has.</summary>
    public void Stand(IEnumerable<ListedRow> rows)
    {
        foreach (var row in rows.OrderBy(r => r.Kind))
        {
            var kind = row.Kind switch { ListKind.Responsibility => GraphKind.Responsibility, ListKind.Negative => GraphKind.Negative, _ => GraphKind.Demand };
            var node = new GraphNode(kind, Id(kind, row.Id), row.Row, row.Href) { State = row.State, InForce = row.InForce, Unit = row.Unit };
            var items = row.Items.Select(i => Id(GraphKind.Item, i)).Where(_nodes.ContainsKey).DefaultIfEmpty(_resource);
            foreach (var from in items) Add(node, from: from);
        }
    }

    /// <summary>What was put together.</summary>
    public ResourceGraph Graph() => new(view.Id, view.Content.Name, view.ProviderId, [.. _nodes.Values], [.. _edges]);

    /// <summary>By which edges name a node.</summary>
    public static string Id(GraphKind kind, long id) => $"{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}-{id}";

    private void Add(GraphNode node, string? from = null, string? to = null)
    {
        _nodes.TryAdd(node.Id, node);
        _edges.Add(new(from ?? node.Id, to ?? node.Id));
    }
}
