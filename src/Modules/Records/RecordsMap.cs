using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts;
using Qingdan.Records.Findings;
using Qingdan.Records.Findings.Campaigns;
using Qingdan.Records.Findings.Waiving;
using Qingdan.Records.Lines;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records;

/// <summary>The module's tables.</summary>
internal sealed class RecordsMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<SignOff>().ToTable("records_sign_offs");
        model.Entity<Decision>().ToTable("records_decisions");
        model.Entity<DecisionRow>().ToTable("records_decision_rows").HasKey(r => new { r.DecisionId, r.TargetKind, r.TargetId });
        model.Entity<ListLine>().ToTable("records_lines");
        model.Entity<Round>(r =>
        {
            r.ToTable("records_rounds").Ignore(x => x.TableKeys);
            r.Property(x => x.Edit).IsConcurrencyToken();
        });
        model.Entity<Report>(r =>
        {
            r.ToTable("records_reports").Ignore(x => x.WithUnit);
            // Named, so that a unit of work writes the round first.
            r.HasOne<Round>().WithMany().HasForeignKey(x => x.RoundId);
            r.Property(x => x.Edit).IsConcurrencyToken();
        });
        model.Entity<ReportLine>().ToTable("records_report_rows").HasKey(r => new { r.ReportId, r.Place });
        model.Entity<Part>().ToTable("records_parts").HasOne<Report>().WithMany().HasForeignKey(x => x.ReportId);
        model.Entity<PartRow>(r =>
        {
            r.ToTable("records_part_rows").HasKey(x => new { x.ReportId, x.RecordId });
            r.HasOne<Part>().WithMany().HasForeignKey(x => x.PartId);
        });
        model.Entity<Return>(r =>
        {
            r.ToTable("records_returns");
            r.Property(x => x.Edit).IsConcurrencyToken();
        });
        model.Entity<ReturnLine>().ToTable("records_return_rows").HasKey(r => new { r.ReturnId, r.Number });
        model.Entity<Reminder>().ToTable("records_reminders");
        model.Entity<Finding>().ToTable("records_findings");
        model.Entity<Campaign>().Ignore(c => c.CodeList).ToTable("records_campaigns").Property(c => c.Edit).IsConcurrencyToken();
        model.Entity<CampaignUnit>(u =>
        {
            u.ToTable("records_campaign_units").HasKey(x => new { x.CampaignId, x.ProviderId });
            u.HasOne<Campaign>().WithMany().HasForeignKey(x => x.CampaignId);
        });
        model.Entity<Waiver>().ToTable("records_waivers").Property(x => x.Edit).IsConcurrencyToken();
    }
}
