using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>How states of deliveries are shown.</summary>
internal static class DeliveryWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "待投递",
        DeliveryState.Sent => "已送达",
        _ => "投递失败",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => Platform.Web.Tone.Warn,
        DeliveryState.Sent => Platform.Web.Tone.Ok,
        _ => Platform.Web.Tone.Bad,
    };
}
