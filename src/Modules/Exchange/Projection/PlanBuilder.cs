using System.Collections.Immutable;

namespace Qingdan.Exchange.Projection;

/// <summary>Grows the tree of a plan path by path.</summary>
internal sealed class PlanBuilder
{
    private readonly Growing _root = new();

    /// <summary>How many nodes were built.</summary>
    public int Nodes { get; private set; }

    /// <summary>Marks where the rows are.</summary>
    public void Rows(ImmutableArray<string?> steps)
    {
        var first = steps.IndexOf(null);
        Grow(first < 0 ? steps : steps[..first]).HoldsRows = true;
        Grow(steps).IsRow = true;
    }

    /// <summary>Adds an item.</summary>
    public void Item(ImmutableArray<string?> steps, PlannedItem item) => Grow(steps).Item = item;

    /// <summary>The tree.</summary>
    public PlanNode Build() => Build(null, _root);

    private PlanNode Build(string? name, Growing node) => new(name, Nodes++, [.. node.Names.Select(n => Build(n.Key, n.Value))], node.Each is { } each ? Build(null, each) : null, node.Item, node.IsRow, node.HoldsRows);

    private Growing Grow(ImmutableArray<string?> steps)
    {
        var node = _root;
        foreach (var step in steps)
        {
            if (step is null) node = node.Each ??= new Growing();
            else if (node.Names.TryGetValue(step, out var next)) node = next;
            else node = node.Names[step] = new Growing();
        }
        return node;
    }

    private sealed class Growing
    {
        public Dictionary<string, Growing> Names { get; } = new(StringComparer.Ordinal);
        public Growing? Each { get; set; }
        public PlannedItem? Item { get; set; }
        public bool IsRow { get; set; }
        public bool HoldsRows { get; set; }
    }
}
