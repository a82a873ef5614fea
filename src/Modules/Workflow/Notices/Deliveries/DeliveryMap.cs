using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Workflow.Notices.Deliveries.Hooks;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>The tables of what leaves the house.</summary>
internal sealed class DeliveryMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Delivery>().ToTable("workflow_deliveries").Property(d => d.Edit).IsConcurrencyToken();
        model.Entity<Hook>().ToTable("workflow_hooks").Property(h => h.Edit).IsConcurrencyToken();
        model.Entity<NoticeSettings>().ToTable("workflow_notice_settings").HasKey(s => s.PersonId);
        model.Entity<NoticeSettings>().Property(s => s.Edit).IsConcurrencyToken();
    }
}
