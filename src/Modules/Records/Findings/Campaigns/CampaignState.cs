using Microsoft.AspNetCore.Components;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>Where a campaign stands, in word and colour.</summary>
internal static class CampaignState
{
    public static RenderFragment Of(Translator t, CampaignView view) => view switch
    {
        { Campaign.ClosedAt: not null } => Badge.Of(Tone.Idle, t["已结束"]),
        { Total.Left: 0 } => Badge.Of(Tone.Ok, t["已改完"]),
        { DaysLeft: < 0 } => Badge.Of(Tone.Bad, t["逾期 {0} 天", -view.DaysLeft]),
        { DaysLeft: <= 7 } => Badge.Of(Tone.Warn, t["还剩 {0} 天", view.DaysLeft]),
        _ => Badge.Of(Tone.Info, t["还剩 {0} 天", view.DaysLeft]),
    };
}
