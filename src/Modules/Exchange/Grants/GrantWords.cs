using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Grants;

/// <summary>How grants are shown.</summary>
internal static class GrantWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this GrantState state) => state switch
    {
        GrantState.Active => "有效",
        GrantState.Suspended => "已暂停",
        _ => "已终止",
    };

    /// <summary>Who suspends, as shown.</summary>
    public static string Text(this SuspendedBy by) => by switch
    {
        SuspendedBy.Case => "需求办理",
        SuspendedBy.Platform => "大数据中心",
        SuspendedBy.Both => "需求办理和大数据中心",
        _ => "没有暂停",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this GrantState state) => state switch
    {
        GrantState.Active => Platform.Web.Tone.Ok,
        GrantState.Suspended => Platform.Web.Tone.Warn,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>How an item leaves, as shown.</summary>
    public static string Text(this Disclosure disclosure) => disclosure switch
    {
        Disclosure.Plain => "原样提供",
        Disclosure.Mask => "脱敏后提供",
        _ => "只核验",
    };
}
