using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Log;

/// <summary>How a call ended, for people.</summary>
internal static class CallWords
{
    /// <summary>A Chinese word, a key of its translation.</summary>
    public static string Text(this CallResult result) => result switch
    {
        CallResult.Answered => "已放行", CallResult.Cut => "中途切断", CallResult.Refused => "拒绝", CallResult.ProviderFailed => "提供方出错", CallResult.CallerLeft => "调用方离开", CallResult.Begun => "开始传送",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>Its colour.</summary>
    public static Tone Tone(this CallResult result) => result switch
    {
        CallResult.Answered => Platform.Web.Tone.Ok, CallResult.Refused => Platform.Web.Tone.Warn, CallResult.Cut or CallResult.ProviderFailed => Platform.Web.Tone.Bad, _ => Platform.Web.Tone.Idle,
    };
}
