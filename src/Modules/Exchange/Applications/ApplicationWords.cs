using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Applications;

/// <summary>How applications are shown.</summary>
internal static class ApplicationWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this ApplicationState state) => state switch
    {
        ApplicationState.Asked => "待审批",
        ApplicationState.Admitted => "已接入",
        ApplicationState.ChangeAsked => "变更待审批",
        ApplicationState.Rejected => "未批准",
        _ => "已注销",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this ApplicationState state) => state switch
    {
        ApplicationState.Asked or ApplicationState.ChangeAsked => Platform.Web.Tone.Warn,
        ApplicationState.Admitted => Platform.Web.Tone.Ok,
        ApplicationState.Rejected => Platform.Web.Tone.Bad,
        _ => Platform.Web.Tone.Idle,
    };
}
