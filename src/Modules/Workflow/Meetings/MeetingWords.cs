using Qingdan.Platform.Audit;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Meetings;

/// <summary>How meetings are shown, and what is answered where something cannot be.</summary>
internal static class MeetingWords
{
    public static readonly Fault NotFound = new("workflow.meeting.not-found", "没有这次会商。", null, FaultKind.NotFound);
    public static readonly Fault NotNow = new("workflow.meeting.not-now", "这次会商已经形成纪要或者取消，不能再改。", null, FaultKind.Conflict);
    public static readonly Fault ChangedMeanwhile = new("workflow.meeting.changed", "别人先改了这次会商。您填的没有丢，请看现在的状态再办。", null, FaultKind.Conflict);

    /// <summary>The state as shown.</summary>
    public static string Text(this MeetingState state) => state switch
    {
        MeetingState.Planned => "待召开",
        MeetingState.Concluded => "已形成纪要",
        _ => "已取消",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this MeetingState state) => state switch
    {
        MeetingState.Planned => Platform.Web.Tone.Info,
        MeetingState.Concluded => Platform.Web.Tone.Ok,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>The kind as shown.</summary>
    public static string Text(this MatterKind kind) => kind == MatterKind.Dispute ? "争议" : "提供单位不明确";

    /// <summary>The outcome as shown.</summary>
    public static string Text(this MatterOutcome outcome) => outcome switch
    {
        MatterOutcome.Grant => "同意共享",
        MatterOutcome.Part => "部分同意共享",
        MatterOutcome.Uphold => "维持不同意共享",
        MatterOutcome.Name => "指定提供单位",
        MatterOutcome.Defer => "暂不作结论",
        _ => "",
    };

    /// <summary>What the minutes can say of a kind; what is granted is said item by item, and that it is a part follows from there.</summary>
    public static IReadOnlyList<MatterOutcome> Outcomes(MatterKind kind) =>
        kind == MatterKind.Dispute ? [MatterOutcome.Grant, MatterOutcome.Uphold, MatterOutcome.Defer] : [MatterOutcome.Name, MatterOutcome.Defer];
}

/// <summary>What meetings write into the audit log.</summary>
internal static class MeetingAudit
{
    public static readonly AuditAction Planned = new("workflow.meeting.planned", "安排会商");
    public static readonly AuditAction Concluded = new("workflow.meeting.concluded", "登记会商纪要");
    public static readonly AuditAction Cancelled = new("workflow.meeting.cancelled", "取消会商");

    /// <summary>The kind under which meetings stand in the audit log and in sign-offs.</summary>
    public const string Kind = "workflow.meeting";

    public static Subject Of(Meeting row) => new(Kind, row.Id, row.Title);
}
