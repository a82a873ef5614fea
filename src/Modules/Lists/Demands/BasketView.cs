namespace Qingdan.Lists.Demands;

/// <summary>What is picked of one provider; it becomes one demand.</summary>
public sealed record BasketGroupView(string Provider, IReadOnlyList<BasketRowView> Rows);

/// <summary>A picked catalogue row; <paramref name="Picked"/> 0 means all its items.</summary>
public sealed record BasketRowView(long Id, string Name, string Code, int Items, int Picked)
{
    /// <summary>How many of the picked items the unit may use already, and by which grant; null for none.</summary>
    public (int Items, GrantView Grant)? Granted { get; init; }
}
