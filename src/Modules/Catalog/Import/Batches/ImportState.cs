using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>Where a batch stands. Every step can be repeated: a process that died in one is followed by one that finishes or clears it.</summary>
public enum ImportState
{
    /// <summary>已上传: the mapping is to be looked at.</summary>
    Uploaded,

    /// <summary>检查中.</summary>
    Checking,

    /// <summary>已检查: waits for the decision to import.</summary>
    Checked,

    /// <summary>导入中: rows are written where nobody sees them.</summary>
    Staging,

    /// <summary>切换中: all rows are written; changes are being applied. From here on it can only end well.</summary>
    Switching,

    /// <summary>已导入.</summary>
    Done,

    /// <summary>未导入: stopped by a fault of the file or the program; nothing of it is visible.</summary>
    Failed,

    /// <summary>撤销中.</summary>
    Undoing,

    /// <summary>已撤销.</summary>
    Undone,
}

/// <summary>What becomes of the rows.</summary>
public enum ImportTarget
{
    /// <summary>草稿: for the units to complete and hand in.</summary>
    Draft,

    /// <summary>存量目录，直接发布: what is in force already elsewhere; for the city's roles only.</summary>
    Published,
}

/// <summary>Chinese names of states and targets.</summary>
internal static class ImportWords
{
    public static string Text(this ImportState state) => state switch
    {
        ImportState.Uploaded => "待对应列",
        ImportState.Checking => "检查中",
        ImportState.Checked => "待导入",
        ImportState.Staging => "导入中",
        ImportState.Switching => "切换中",
        ImportState.Done => "已导入",
        ImportState.Failed => "未导入",
        ImportState.Undoing => "撤销中",
        _ => "已撤销",
    };

    /// <summary>Colour of a state.</summary>
    public static Tone Tone(this ImportState state) => state switch
    {
        ImportState.Done => Platform.Web.Tone.Ok,
        ImportState.Failed => Platform.Web.Tone.Bad,
        ImportState.Uploaded or ImportState.Checked => Platform.Web.Tone.Warn,
        ImportState.Undone => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Info,
    };

    /// <summary>True while a job is at work.</summary>
    public static bool Works(this ImportState state) => state is ImportState.Checking or ImportState.Staging or ImportState.Switching or ImportState.Undoing;

    /// <summary>True while the mapping may be changed.</summary>
    public static bool Open(this ImportState state) => state is ImportState.Uploaded or ImportState.Checked or ImportState.Failed;

    /// <summary>The target that a form or a program names; drafts when it names none.</summary>
    public static Result<ImportTarget> ReadTarget(string? text)
    {
        if (string.IsNullOrEmpty(text)) return ImportTarget.Draft;
        // The parser also takes numbers, those of no target among them.
        if (Enum.TryParse<ImportTarget>(text, ignoreCase: true, out var target) && Enum.IsDefined(target)) return target;
        return new Fault("catalog.import.target.unknown", "请选择导入为“草稿”还是“已发布（存量目录）”。", "target");
    }

    public static string Text(this ImportTarget target) => target == ImportTarget.Draft ? "草稿" : "已发布（存量目录）";
}
