using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Meetings;

/// <summary>Where a meeting stands.</summary>
internal enum MeetingState
{
    /// <summary>待召开: its agenda can still be changed.</summary>
    Planned,

    /// <summary>已形成纪要.</summary>
    Concluded,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>会商: several matters on one agenda; the number of its minutes is entered once and quoted in each (practice of a data bureau).</summary>
internal sealed class Meeting : IEditedRow
{
    public long Id { get; init; }
    public required string Title { get; set; }
    public DateOnly MeetsOn { get; set; }

    /// <summary>地点.</summary>
    public required string Place { get; set; }

    public MeetingState State { get; set; }

    /// <summary>会议纪要文号; empty until there are minutes.</summary>
    public string MinutesNumber { get; set; } = "";

    public long UnitId { get; init; }

    /// <summary>Who planned it.</summary>
    public required string Person { get; init; }

    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>What a matter of a meeting is about.</summary>
internal enum MatterKind
{
    /// <summary>A dispute that the authority coordinates, or that waits for a decision.</summary>
    Dispute,

    /// <summary>A case of which nobody has said who holds the data.</summary>
    Provider,
}

/// <summary>What the minutes say of a matter.</summary>
internal enum MatterOutcome
{
    /// <summary>No minutes yet.</summary>
    None,

    /// <summary>同意共享: what was refused is granted.</summary>
    Grant,

    /// <summary>部分同意共享: of what was refused some is granted.</summary>
    Part,

    /// <summary>维持不同意共享.</summary>
    Uphold,

    /// <summary>指定提供单位.</summary>
    Name,

    /// <summary>暂不作结论: it goes on as it is.</summary>
    Defer,
}

/// <summary>One matter on the agenda.</summary>
internal sealed class MeetingMatter
{
    public long MeetingId { get; init; }

    /// <summary>Its place on the agenda, from 1.</summary>
    public int Place { get; init; }

    public MatterKind Kind { get; init; }

    /// <summary>The dispute or the case.</summary>
    public long SubjectId { get; init; }

    public required string Name { get; init; }

    /// <summary>What the meeting is asked.</summary>
    public required string Question { get; init; }

    /// <summary>True while its meeting is planned: a matter stands on one open agenda, and the store keeps it so.</summary>
    public bool Open { get; set; }

    public MatterOutcome Outcome { get; set; }

    /// <summary>What the minutes say.</summary>
    public string Conclusion { get; set; } = "";
}
