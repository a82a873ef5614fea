using Qingdan.Platform.Ids;

namespace Qingdan.Platform.Database;

/// <summary>A row that people change: two who save it at once are told apart, and whoever follows the table finds it again.</summary>
public interface IEditedRow
{
    /// <summary>Grows with every saving; a form brings the number it was loaded with.</summary>
    int Edit { get; set; }

    /// <summary>Another one with every writing, growing with time.</summary>
    long Revision { get; set; }

    /// <summary>When it was last changed.</summary>
    DateTimeOffset ChangedAt { get; set; }
}

/// <summary>The step that every change of such a row takes.</summary>
public static class EditedRows
{
    /// <summary>Marks the row as changed now.</summary>
    public static void Touch(this IEditedRow row, IdSource ids, TimeProvider clock)
    {
        row.Edit++;
        row.Revision = ids.Next();
        row.ChangedAt = clock.GetUtcNow();
    }
}
