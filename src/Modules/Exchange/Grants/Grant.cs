using Qingdan.Platform.Database;

namespace Qingdan.Exchange.Grants;

/// <summary>Where a grant stands.</summary>
internal enum GrantState
{
    /// <summary>有效.</summary>
    Active,

    /// <summary>已暂停: by the case, by the provider, or by the platform for what goes beyond the grant.</summary>
    Suspended,

    /// <summary>已终止.</summary>
    Ended,
}

/// <summary>Who suspends a grant now: whoever did lifts his own, and it goes on when nobody does any more.</summary>
[Flags]
internal enum SuspendedBy
{
    /// <summary>Nobody: it is not suspended.</summary>
    Nobody = 0,

    /// <summary>The course of its case (政务数据共享条例 27 II, 上海市数据条例 39 II).</summary>
    Case = 1,

    /// <summary>The data centre that runs the platform.</summary>
    Platform = 2,

    /// <summary>Both, each for a reason of its own.</summary>
    Both = Case | Platform,
}

/// <summary>
/// 共享授权: what an application of a unit may fetch of a resource, for what, until when, and how much. It follows from a case that granted it; the row of the responsibility list behind it is what carries it.
/// </summary>
internal sealed class Grant : IEditedRow
{
    public long Id { get; init; }

    /// <summary>授权编号: SQ-2026-000001.</summary>
    public required string Number { get; init; }

    /// <summary>The case by which it was granted; its number is the demand's.</summary>
    public long CaseId { get; init; }

    /// <summary>使用单位.</summary>
    public long UnitId { get; set; }

    /// <summary>The application that calls; 0 until the unit has named one.</summary>
    public long ApplicationId { get; set; }

    /// <summary>提供单位.</summary>
    public long ProviderId { get; set; }

    public long ResourceId { get; init; }

    /// <summary>Name of the resource when it was granted.</summary>
    public required string Resource { get; set; }

    /// <summary>The items with their treatment, see <see cref="GrantedSet"/>.</summary>
    public required string Items { get; set; }

    /// <summary>True when it only tells whether what the caller says fits (核验); such items stand in a grant of their own.</summary>
    public bool Verifies { get; init; }

    /// <summary>区域授权: granted to the whole district; its units use it by grants of their own (<see cref="ParentId"/>).</summary>
    public bool Regional { get; init; }

    /// <summary>The district's grant under which this one stands; 0 for one that stands by itself.</summary>
    public long ParentId { get; init; }

    /// <summary>使用用途.</summary>
    public required string Purpose { get; set; }

    public DateOnly StartsOn { get; set; }

    /// <summary>The last day; null where none was stated.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>调用额度: calls a day; 0 for no limit.</summary>
    public int Quota { get; set; }

    /// <summary>Calls a second; 0 for no limit.</summary>
    public int Rate { get; set; }

    public GrantState State { get; set; }
    public SuspendedBy SuspendedBy { get; set; }

    /// <summary>Why its case suspends it; empty while it does not.</summary>
    public string CaseReason { get; set; } = "";

    /// <summary>Why the data centre suspends it; empty while it does not.</summary>
    public string PlatformReason { get; set; } = "";

    /// <summary>Why it is suspended or ended, as the one who is refused reads it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When its end was announced last, so that nobody is told twice.</summary>
    public DateOnly? AnnouncedOn { get; set; }

    public DateTimeOffset GrantedAt { get; init; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>One of them suspends it, besides the other.</summary>
    public void Suspend(SuspendedBy by, string why) => Hold(SuspendedBy | by, by, why);

    /// <summary>One of them lifts his own suspension; what had ended by the case begins again with it.</summary>
    public void Lift(SuspendedBy by) => Hold(SuspendedBy & ~by, by, "");

    /// <summary>Ends it. A suspension by the data centre is remembered, should the case grant it once more.</summary>
    public void End(string why)
    {
        Lift(SuspendedBy.Case);
        (State, Reason) = (GrantState.Ended, why);
    }

    private void Hold(SuspendedBy now, SuspendedBy by, string why)
    {
        SuspendedBy = now;
        if (by == SuspendedBy.Case) CaseReason = why;
        else PlatformReason = why;
        State = now == SuspendedBy.Nobody ? GrantState.Active : GrantState.Suspended;
        Reason = string.Join('；', new[] { CaseReason, PlatformReason }.Where(r => r.Length > 0));
    }
}

/// <summary>One thing that happened to a grant.</summary>
internal sealed class GrantStep
{
    public long Id { get; init; }
    public long GrantId { get; init; }

    /// <summary>Chinese word of the act, a key of its translation.</summary>
    public required string Act { get; init; }

    public required string Note { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}
