using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>结束整治: what is left then is kept as the end.</summary>
internal sealed class CloseCampaign(Store store, CampaignCounts counts, AuditLog audit, TimeProvider clock)
{
    public static readonly Fault NotFound = new("records.campaign.not-found", "没有这次整治。", null, FaultKind.NotFound);
    public static readonly Fault Closed = new("records.campaign.closed", "这次整治已经结束。", null, FaultKind.Conflict);

    /// <summary>Closes.</summary>
    public async Task<Result<Done>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } campaign) return NotFound;
        if (campaign.ClosedAt is not null) return Closed;
        var (units, now) = (await store.Set<CampaignUnit>().Where(u => u.CampaignId == id).ToListAsync(cancel), await counts.Now(campaign.CodeList, cancel));
        foreach (var unit in units) unit.AtEnd = now.GetValueOrDefault(unit.ProviderId);
        (campaign.ClosedBy, campaign.ClosedAt, campaign.Edit) = (actor.Name, clock.GetUtcNow(), campaign.Edit + 1);
        audit.Add(actor, FindingAudit.CampaignClosed, campaign.AsSubject(), after: new { Units = units.Count, Findings = units.Sum(u => u.AtEnd) });
        return await store.TrySave(cancel) ? new Done() : Closed;
    }
}
