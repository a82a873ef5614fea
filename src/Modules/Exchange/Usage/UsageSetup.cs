using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Usage.Calls;
using Qingdan.Exchange.Usage.Reports;
using Qingdan.Exchange.Usage.Viewing;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage;

/// <summary>Registers the figures of use.</summary>
internal static class UsageSetup
{
    public static IServiceCollection AddUsage(this IServiceCollection services) => services
        .AddAuditActions(typeof(UsageAudit)).AddScoped<CountUse>().AddScoped<FollowUpAttempts>().AddScoped<MonthFigures>().AddScoped<FindUse>().AddScoped<ShowCalls>().AddScoped<IPageNotes, CallNotes>()
        .AddNav(Menu.Sharing, "使用情况", "/exchange/usage", "graph-up", Roles.Business).AddNav(Menu.Sharing, "调用记录", "/exchange/calls", "telephone", Roles.Business).AddNav(Menu.Sharing, "运行月报", "/exchange/reports", "journal-text", Roles.SeeAll);
}
