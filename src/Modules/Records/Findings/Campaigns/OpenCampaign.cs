using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings.Campaigns;

/// <summary>What the city says about a campaign; the day as typed, yyyy-MM-dd.</summary>
public sealed record CampaignInput(string Name, IReadOnlyList<string> Codes, string DueOn, string Note);

/// <summary>发起整治: every unit that has such findings is to mend them by a day. What it has then is kept as the start.</summary>
internal sealed class OpenCampaign(Store store, FindingKinds kinds, CampaignCounts counts, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Opens; returns its id.</summary>
    public async Task<Result<long>> Run(CampaignInput input, Actor actor, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (input.Name.Trim().Length is 0 or > 128) faults.Add(new("records.campaign.name", "请填写名称，不超过 128 字，例如“补齐来源系统”。", "name"));
        var chosen = input.Codes.Select(kinds.Find).OfType<Contracts.Findings.FindingKind>().Distinct().ToList();
        if (chosen.Count == 0) faults.Add(new("records.campaign.codes", "请至少选择一种要整治的问题。", "codes"));
        var due = TypedDay.Meant(input.DueOn).GetValueOrDefault();
        if (due == default) faults.Add(new("records.campaign.due", "请填写整改截止日期，例如 2026-12-31。", "dueOn"));
        else if (due <= clock.Today()) faults.Add(new("records.campaign.due-past", "整改截止日期要在今天以后。", "dueOn"));
        if (input.Note.Length > 2000) faults.Add(new("records.campaign.note", "说明不超过 2000 字。", "note"));
        faults.AddRange(new[] { ClassificationMarks.Refusal(input.Name, "name"), ClassificationMarks.Refusal(input.Note, "note") }.OfType<Fault>());
        if (faults.Count > 0) return faults;
        var now = await counts.Now([.. chosen.Select(k => k.Code)], cancel);
        if (now.Count == 0) return new Fault("records.campaign.nothing", "现在没有单位有这些问题。", "codes", FaultKind.Conflict);
        var campaign = new Campaign
        {
            Id = ids.Next(), Name = input.Name.Trim(), Codes = string.Join(',', chosen.Select(k => k.Code)), Note = input.Note.Trim(), StartsOn = clock.Today(), DueOn = due, OpenedBy = actor.Name, OpenedAt = clock.GetUtcNow(),
        };
        store.Add(campaign);
        store.AddRange(now.Select(u => new CampaignUnit { CampaignId = campaign.Id, ProviderId = u.Key, AtStart = u.Value }));
        audit.Add(actor, FindingAudit.CampaignOpened, campaign.AsSubject(), after: new { campaign.Codes, campaign.DueOn, Units = now.Count, Findings = now.Values.Sum() });
        await store.SaveChangesAsync(cancel);
        return campaign.Id;
    }
}
