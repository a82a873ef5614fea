namespace Qingdan.Lists.Negatives;

/// <summary>Steps that every change of a negative entry takes.</summary>
internal static class NegativeChange
{
    /// <summary>Moves the row along the table.</summary>
    public static void Move(this Negative row, NegativeMove move) => (row.State, row.Step) = (move.To, move.Next);
}
