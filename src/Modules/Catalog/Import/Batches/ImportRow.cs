using Qingdan.Catalog.Import.Rows;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>What the check says about one row of the file.</summary>
internal sealed class ImportRow
{
    public long Id { get; init; }
    public long ImportId { get; init; }
    public int Number { get; init; }
    public RowVerdict Verdict { get; init; }

    /// <summary>The heaviest of its notes; null for none.</summary>
    public NoteWeight? Weight { get; init; }

    public string Name { get; init; } = "";
    public string Provider { get; init; } = "";

    /// <summary>Codes of the notes, each between blanks, for filtering.</summary>
    public string Codes { get; init; } = "";

    /// <summary><see cref="RowNote"/>s as JSON.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The texts of the file as JSON; empty where there is nothing to say.</summary>
    public string Cells { get; init; } = "";

    /// <summary>What would change in the catalogue: lines of difference as JSON.</summary>
    public string Changes { get; init; } = "";
}

/// <summary>What becomes of a row.</summary>
public enum RowVerdict
{
    /// <summary>新增.</summary>
    New,

    /// <summary>变更.</summary>
    Changed,

    /// <summary>未变.</summary>
    Same,

    /// <summary>并入: joined with an earlier row of the same resource.</summary>
    Joined,

    /// <summary>略去: repeats an earlier row.</summary>
    Repeat,

    /// <summary>不能导入.</summary>
    Refused,
}

/// <summary>Chinese names of the verdicts.</summary>
internal static class VerdictWords
{
    public static string Text(this RowVerdict verdict) => verdict switch
    {
        RowVerdict.New => "新增",
        RowVerdict.Changed => "变更",
        RowVerdict.Same => "未变",
        RowVerdict.Joined => "并入",
        RowVerdict.Repeat => "略去",
        _ => "不能导入",
    };
}
