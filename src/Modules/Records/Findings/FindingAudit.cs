using Qingdan.Platform.Audit;

namespace Qingdan.Records.Findings;

/// <summary>What waivers and campaigns write into the audit log.</summary>
internal static class FindingAudit
{
    public static readonly AuditAction WaiverAsked = new("records.waiver.asked", "申请豁免问题");
    public static readonly AuditAction WaiverGranted = new("records.waiver.granted", "同意豁免问题");
    public static readonly AuditAction WaiverRefused = new("records.waiver.refused", "不同意豁免问题");
    public static readonly AuditAction WaiverEnded = new("records.waiver.ended", "结束豁免");
    public static readonly AuditAction CampaignOpened = new("records.campaign.opened", "发起整治");
    public static readonly AuditAction CampaignClosed = new("records.campaign.closed", "结束整治");
}
