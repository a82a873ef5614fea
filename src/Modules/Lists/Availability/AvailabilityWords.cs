using Qingdan.Platform.Web;

namespace Qingdan.Lists.Availability;

/// <summary>Verdicts in words and colour.</summary>
internal static class AvailabilityWords
{
    public static string Text(this Verdict verdict) => verdict switch
    {
        Verdict.Granted => "已授权，可以使用",
        Verdict.OtherPurpose => "已授权用于别的用途，这个用途须另提需求",
        Verdict.Direct => "无条件共享，提出需求后直接授权",
        Verdict.OnConsent => "有条件共享，提出需求后由提供单位答复",
        Verdict.Forbidden => "不予共享，有替代方式的可以改用",
        Verdict.Suspended => "暂停提供，恢复以前不能使用",
        Verdict.Proposed => "拟列入责任清单，还没有人确认",
        _ => "没有列入任何清单，可以提出需求",
    };

    public static Tone Tone(this Verdict verdict) => verdict switch
    {
        Verdict.Granted => Platform.Web.Tone.Ok,
        Verdict.Direct or Verdict.OnConsent => Platform.Web.Tone.Info,
        Verdict.OtherPurpose or Verdict.Suspended => Platform.Web.Tone.Warn,
        Verdict.Forbidden => Platform.Web.Tone.Bad,
        _ => Platform.Web.Tone.Open,
    };
}
