using Qingdan.Platform.Web;

namespace Qingdan.Lists.Reviews;

/// <summary>How the parts of a review are shown.</summary>
internal static class ReviewWords
{
    public static string Text(this SheetState state) => state switch
    {
        SheetState.Answering => "答复中",
        SheetState.ToSign => "待签批",
        _ => "已签批",
    };

    public static Tone Tone(this SheetState state) => state switch
    {
        SheetState.Answering => Platform.Web.Tone.Open,
        SheetState.ToSign => Platform.Web.Tone.Info,
        _ => Platform.Web.Tone.Ok,
    };

    public static string Text(this ReviewedKind kind) => kind == ReviewedKind.Negative ? "负面清单" : "责任清单";

    public static string Text(this ReviewAnswer answer) => answer switch
    {
        ReviewAnswer.Keep => "保留",
        ReviewAnswer.ReviewAgain => "重新审核",
        ReviewAnswer.Remove => "建议移出",
        _ => "未答复",
    };

    public static Tone Tone(this ReviewAnswer answer) => answer switch
    {
        ReviewAnswer.Keep => Platform.Web.Tone.Ok,
        ReviewAnswer.ReviewAgain => Platform.Web.Tone.Info,
        ReviewAnswer.Remove => Platform.Web.Tone.Warn,
        _ => Platform.Web.Tone.Idle,
    };

    public static string Text(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Kept => "已保留",
        ReviewOutcome.UnderReview => "重新审核中",
        ReviewOutcome.Proposed => "待主管部门决定",
        ReviewOutcome.Removed => "已移出",
        ReviewOutcome.Agreed => "同意移出，已提出变更",
        ReviewOutcome.Refused => "不采纳，继续保留",
        ReviewOutcome.Gone => "签批时已不在生效中",
        _ => "",
    };
}
