namespace Qingdan.Organizations.Transfers;

/// <summary>How duties go over.</summary>
public enum TransferKind
{
    /// <summary>划转: some of a unit's records go to another unit.</summary>
    Move,

    /// <summary>拆分: they go to several units, one transfer for each under the same document.</summary>
    Split,

    /// <summary>合并: the unit becomes part of another.</summary>
    Merge,
}

/// <summary>Which resources go.</summary>
public enum TransferScope
{
    /// <summary>All that the unit has on the day.</summary>
    Whole,

    /// <summary>Those of one source system, as they are on the day.</summary>
    System,

    /// <summary>Those that were ticked.</summary>
    Chosen,
}

/// <summary>Where a transfer stands.</summary>
public enum TransferState
{
    /// <summary>待生效.</summary>
    Pending,

    /// <summary>已生效.</summary>
    Done,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>职能划转: with its day and document. Carried out by a job once the day has come.</summary>
internal sealed class Transfer
{
    public long Id { get; init; }
    public TransferKind Kind { get; init; }
    public long FromId { get; init; }
    public long ToId { get; init; }
    public TransferScope Scope { get; init; }

    /// <summary>The source system, for <see cref="TransferScope.System"/>.</summary>
    public string SystemName { get; init; } = "";

    /// <summary>From this day in Shanghai.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Number or title of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Which duties.</summary>
    public required string Note { get; init; }

    public TransferState State { get; set; }

    /// <summary>Why it could not be carried out on its day, Chinese; empty otherwise.</summary>
    public string Problem { get; set; } = "";

    public long Version { get; set; } = 1;
    public DateTimeOffset At { get; init; }
    public long PersonId { get; init; }
    public string PersonName { get; init; } = "";

    /// <summary>When it was carried out or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string EndedBy { get; set; } = "";
}

/// <summary>A ticked resource.</summary>
internal sealed class TransferPick
{
    public long TransferId { get; init; }
    public long ResourceId { get; init; }
}

/// <summary>A record that was touched on the day, as it stood then.</summary>
internal sealed class TransferRow
{
    public long TransferId { get; init; }
    public required string Kind { get; init; }
    public long TargetId { get; init; }
    public int Place { get; init; }
    public required string Name { get; init; }
    public required string Code { get; init; }
    public required string State { get; init; }
    public DateOnly? Due { get; init; }
    public required string DueWord { get; init; }
    public required string Stays { get; init; }
}

/// <summary>Chinese names.</summary>
internal static class TransferWords
{
    public static string Name(this TransferKind kind) => kind switch { TransferKind.Move => "划转", TransferKind.Split => "拆分", _ => "合并" };

    public static string Name(this TransferScope scope) => scope switch { TransferScope.Whole => "本单位全部目录", TransferScope.System => "一个来源系统的目录", _ => "勾选的目录" };

    public static string Name(this TransferState state) => state switch { TransferState.Pending => "待生效", TransferState.Done => "已生效", _ => "已撤回" };
}
