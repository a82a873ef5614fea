using System.Collections.Immutable;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Projection;

/// <summary>
/// What of an answer goes out: compiled once for a mount and the items of a grant, used by any number of calls at once. A plan either passes items or verifies them: a verification answers nothing but whether a record fits.
/// </summary>
internal sealed class ProjectionPlan
{
    private ProjectionPlan(PlanNode root, int nodes, ImmutableArray<long> verified)
    {
        (Root, Nodes, Verified) = (root, nodes, verified);
    }

    /// <summary>The document itself.</summary>
    public PlanNode Root { get; }

    /// <summary>How many nodes it has.</summary>
    public int Nodes { get; }

    /// <summary>Items the caller must give a value for; empty unless the plan verifies.</summary>
    public ImmutableArray<long> Verified { get; }

    /// <summary>Compiles it; all faults at once.</summary>
    public static Result<ProjectionPlan> Compile(Selector selector, IReadOnlyList<GrantedItem> granted)
    {
        var faults = granted.Where(g => !selector.Items.ContainsKey(g.Item))
            .Select(g => new Fault("exchange.plan.unmounted", "授权的数据项在挂接里没有登记位置，请提供单位补登。", Selector.Field(g.Item), FaultKind.Conflict)).ToList();
        ImmutableArray<long> verified = [.. granted.Where(g => g.Treatment == Treatment.Verify).Select(g => g.Item)];
        if (granted.Count == 0) faults.Add(new Fault("exchange.plan.empty", "没有一个授权的数据项。", null, FaultKind.Conflict));
        if (verified.Length > 0 && verified.Length < granted.Count) faults.Add(new Fault("exchange.plan.mixed", "核验和提供数据不能在同一个授权里，请分开授权。", null, FaultKind.Conflict));
        faults.AddRange(verified.Where(i => selector.Items.TryGetValue(i, out var steps) && !InRow(selector, steps))
            .Select(i => new Fault("exchange.plan.beside", "核验的数据项要在数据行之内。", Selector.Field(i), FaultKind.Conflict)));
        if (faults.Count > 0) return faults;
        var builder = new PlanBuilder();
        builder.Rows(selector.Rows.Steps);
        foreach (var item in granted) builder.Item(selector.Items[item.Item], new PlannedItem(item.Item, item.Treatment, verified.IndexOf(item.Item)));
        return new ProjectionPlan(builder.Build(), builder.Nodes, verified);
    }

    private static bool InRow(Selector selector, ImmutableArray<string?> steps) =>
        steps.Length >= selector.Rows.Steps.Length && steps.AsSpan()[..selector.Rows.Steps.Length].SequenceEqual(selector.Rows.Steps.AsSpan());
}
