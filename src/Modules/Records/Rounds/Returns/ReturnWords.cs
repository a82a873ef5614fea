using Qingdan.Platform.Web;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>Chinese words of returned workbooks, keys of their translations.</summary>
internal static class ReturnWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this ReturnState state) => state switch
    {
        ReturnState.Reading => "正在比对",
        ReturnState.Unmapped => "待对应列",
        ReturnState.Compared => "待接收",
        ReturnState.Taken => "已接收",
        ReturnState.Failed => "读不出",
        _ => "已放弃",
    };

    /// <summary>The colour of a state.</summary>
    public static Tone Tone(this ReturnState state) => state switch
    {
        ReturnState.Reading => Platform.Web.Tone.Info,
        ReturnState.Unmapped or ReturnState.Compared => Platform.Web.Tone.Warn,
        ReturnState.Taken => Platform.Web.Tone.Ok,
        ReturnState.Failed => Platform.Web.Tone.Bad,
        _ => Platform.Web.Tone.Idle,
    };
}
