using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Negatives;

/// <summary>Steps that every change of a negative entry takes.</summary>
internal static class NegativeChange
{
    /// <summary>Marks the row as changed now.</summary>
    public static void Touch(this Negative row, IdSource ids, TimeProvider clock)
    {
        row.Edit++;
        row.Revision = ids.Next();
        row.ChangedAt = clock.GetUtcNow();
    }

    /// <summary>Moves the row along the table.</summary>
    public static void Move(this Negative row, NegativeMove move) => (row.State, row.Step) = (move.To, move.Next);
}
