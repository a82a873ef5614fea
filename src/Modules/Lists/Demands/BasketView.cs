namespace Qingdan.Lists.Demands;

/// <summary>What is picked of one provider; it becomes one demand.</summary>
public sealed record BasketGroupView(string Provider, IReadOnlyList<BasketRowView> Rows);

/// <summary>A picked catalogue row; <paramref name="Picked"/> 0 means all its items.</summary>
public sealed record BasketRowView(long Id, string Name, string Code, int Items, int Picked);
