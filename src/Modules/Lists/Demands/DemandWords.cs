using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>How states and choices of a demand are shown.</summary>
internal static class DemandWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this DemandState state) => state switch
    {
        DemandState.Draft => "草稿",
        DemandState.AwaitingHead => "待本单位审签",
        DemandState.AtDistrict => "待区级审核",
        DemandState.InCheck => "待数据中心审核",
        DemandState.Returned => "已退回",
        DemandState.Listed => "已列入需求清单",
        _ => "已撤回",
    };

    /// <summary>What the head is told after the verdict: where the demand is now.</summary>
    public static string AfterConsent(this DemandState state) => state switch
    {
        DemandState.Returned => "已退回修改。",
        DemandState.AtDistrict => "已同意，送区级审核。",
        _ => "已同意，送大数据中心形式审查。",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this DemandState state) => state switch
    {
        DemandState.Listed => Platform.Web.Tone.Ok,
        DemandState.Returned => Platform.Web.Tone.Bad,
        DemandState.AwaitingHead or DemandState.AtDistrict or DemandState.InCheck => Platform.Web.Tone.Info,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>Who signed, as shown.</summary>
    public static string Step(string step) => step switch
    {
        Roles.DataCentre => "形式审查",
        PassDemand.Step => "区级审核",
        _ => "本单位审签",
    };

    /// <summary>是否含个人信息 as shown.</summary>
    public static string Text(this PersonalData personal) => personal switch
    {
        PersonalData.None => "不含",
        PersonalData.Personal => "个人信息",
        _ => "敏感个人信息",
    };

    /// <summary>紧急程度 as shown.</summary>
    public static string Text(this Urgency urgency) => urgency switch
    {
        Urgency.Normal => "一般",
        Urgency.Urgent => "紧急",
        _ => "特急",
    };
}
