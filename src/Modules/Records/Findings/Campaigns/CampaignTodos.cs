using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>Campaigns in which a unit has something left to mend.</summary>
internal sealed class CampaignTodos(ReadCampaigns read) : ITodoSource
{
    public string Kind => "整治";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel) => actor.UnitId == 0 || !actor.Is(Roles.Liaison, Roles.UnitHead) ? []
        : [.. (await read.List(actor, cancel)).Where(c => c.Campaign.ClosedAt is null && c.Total.Left > 0).OrderBy(c => c.Campaign.OpenedAt).Take(most)
            .Select(c => new Todo("{0}", "", c.DaysLeft < 0 ? "已逾期" : "待整改", "还有 {1} 个问题要改，{2} 截止", "去整改", $"/findings/campaigns/{c.Campaign.Id}", 0, c.Campaign.OpenedAt, c.Campaign.Name, c.Total.Left, Shown.Day(c.Campaign.DueOn)))];
}
