using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Merging;
using Qingdan.Organizations.People;
using Qingdan.Organizations.StandIns;
using Qingdan.Organizations.Transfers;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;

namespace Qingdan.Organizations;

internal sealed class OrganizationsMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Organization>().ToTable("organizations_units").Property(o => o.Version).IsConcurrencyToken();
        model.Entity<OrganizationName>().ToTable("organizations_names");
        model.Entity<HistoryEntry>().ToTable("organizations_history");
        model.Entity<Person>().ToTable("organizations_people").Property(p => p.Version).IsConcurrencyToken();
        model.Entity<PersonRole>().ToTable("organizations_person_roles").HasKey(r => new { r.PersonId, r.Role });
        // Without navigation; it tells in which order rows are written.
        model.Entity<Organization>().HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentId);
        model.Entity<OrganizationName>().HasOne<Organization>().WithMany().HasForeignKey(n => n.UnitId);
        model.Entity<HistoryEntry>().HasOne<Organization>().WithMany().HasForeignKey(h => h.UnitId);
        model.Entity<Person>().HasOne<Organization>().WithMany().HasForeignKey(p => p.UnitId);
        model.Entity<PersonRole>().HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        model.Entity<KeptApart>().ToTable("organizations_kept_apart").HasKey(k => new { k.LowId, k.HighId });
        model.Entity<StandIn>().ToTable("organizations_stand_ins").Ignore(s => s.Given);
        model.Entity<Transfer>().ToTable("organizations_transfers").Property(t => t.Version).IsConcurrencyToken();
        model.Entity<TransferPick>().ToTable("organizations_transfer_picks").HasKey(p => new { p.TransferId, p.ResourceId });
        model.Entity<TransferRow>().ToTable("organizations_transfer_rows").HasKey(r => new { r.TransferId, r.Kind, r.TargetId });
        model.Entity<TransferPick>().HasOne<Transfer>().WithMany().HasForeignKey(p => p.TransferId);
    }
}
