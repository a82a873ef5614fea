using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Orders;

/// <summary>The tables of orders.</summary>
internal sealed class OrderMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Order>().ToTable("workflow_orders").Property(o => o.Edit).IsConcurrencyToken();
        model.Entity<OrderStep>().ToTable("workflow_order_steps");
    }
}
