using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Inbox;
using Qingdan.Workflow.Notices.Deliveries;
using Qingdan.Workflow.Notices.Reading;

namespace Qingdan.Workflow.Notices;

/// <summary>Registers notices and the inbox.</summary>
internal static class NoticeSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, NoticeMap>().AddScoped<NoticeBook>().AddScoped<TellOfCase>().AddScoped<IEditionListener, TellOfEdition>().AddScoped<WatchTerms>().AddScoped<IRegularWork>(p => p.GetRequiredService<WatchTerms>())
        .AddScoped<OwnNotices>().AddScoped<ITopCount, CountUnread>().AddScoped<FindNotices>().AddScoped<ReadNotices>().AddScoped<FollowMatter>()
        .AddScoped<FindInbox>().AddScoped<IInbox>(p => p.GetRequiredService<FindInbox>())
        .AddDeliveries()
        .AddNav(Menu.Desk, "待阅", "/workflow/notices", "bell", Roles.Business);

    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        routes.MapNoticePages();
        routes.MapNoticeApi();
        routes.MapInbox();
        routes.MapDeliveries();
    }
}
