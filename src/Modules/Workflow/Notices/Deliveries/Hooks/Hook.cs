namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>Whether a hook is told.</summary>
internal enum HookState
{
    /// <summary>在用.</summary>
    Active,

    /// <summary>已停用.</summary>
    Stopped,
}

/// <summary>推送地址: the address of a program that is told of matters of one unit, or of the whole city.</summary>
internal sealed class Hook
{
    public long Id { get; init; }

    /// <summary>0 for the whole city.</summary>
    public long UnitId { get; init; }

    public required string Url { get; init; }

    /// <summary>What messages are signed with, encrypted by data protection; shown once, at the registration.</summary>
    public required string Secret { get; init; }

    public HookState State { get; set; }

    /// <summary>Who registered it.</summary>
    public required string Person { get; init; }

    public DateTimeOffset At { get; init; }
    public int Edit { get; set; }
}
