using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Orders.Viewing;

namespace Qingdan.Workflow.Orders;

/// <summary>Registers orders.</summary>
internal static class OrderSetup
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, OrderMap>().AddAuditActions(typeof(OrderAudit)).AddAuditWords<OrderState>(OrderAudit.OrderKind, s => s.Text())
        .AddScoped<MoveOrder>().AddScoped<IssueOrder>().AddScoped<KeepOrderLetter>().AddScoped<AnswerOrder>().AddScoped<AskOrderAgain>().AddScoped<CloseOrder>()
        .AddScoped<FindOrders>().AddScoped<ITodoSource, OrderTodos>().AddScoped<WatchOrders>().AddScoped<IRegularWork>(p => p.GetRequiredService<WatchOrders>()).AddScoped<IDemoPart, OrderDemo>()
        .AddNav(Menu.Oversight, "督办单", "/workflow/orders", "megaphone", Roles.Business);

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapOrderPages();
        routes.MapOrderApi();
    }
}
