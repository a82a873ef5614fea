using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Mounts;

/// <summary>Chinese names of what a mount has a choice of.</summary>
internal static class MountWords
{
    /// <summary>挂接状态, as platforms call it.</summary>
    public static string Text(this MountState state) => state switch
    {
        MountState.Draft => "草稿",
        MountState.Mounted => "已挂接",
        _ => "已停用",
    };

    /// <summary>State and colour of a row: what fails is not simply mounted.</summary>
    public static (string Word, Tone Tone) Shown(this Mount mount) => mount switch
    {
        { State: MountState.Mounted, FailingSince: not null } => ("挂载异常", Tone.Bad),
        { State: MountState.Mounted } => (mount.State.Text(), Tone.Ok),
        { State: MountState.Draft } => (mount.State.Text(), Tone.Info),
        _ => (mount.State.Text(), Tone.Idle),
    };

    /// <summary>How the platform is known.</summary>
    public static string Text(this CredentialKind kind) => kind switch
    {
        CredentialKind.None => "不需要",
        CredentialKind.Header => "请求头里的密钥",
        CredentialKind.Query => "地址参数里的密钥",
        CredentialKind.Basic => "用户名和口令（Basic）",
        _ => "令牌（Bearer）",
    };
}
