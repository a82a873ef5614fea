using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Notices.Deliveries.Hooks;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>Registers mail and hooks.</summary>
internal static class DeliverySetup
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, DeliveryMap>().AddAuditActions(typeof(DeliveryAudit))
        .AddSingleton(p => MailOptions.Read(p.Configuration())).AddSingleton(p => HookOptions.Read(p.Configuration())).AddSingleton<RestingHosts>().AddSingleton<HookClient>().AddSingleton<HookSecret>()
        .AddScoped<MailText>().AddScoped<SendMail>().AddScoped<PostHook>().AddScoped<HookBook>().AddScoped<RegisterHook>().AddScoped<StopHook>().AddScoped<SaveSettings>().AddScoped<RetryDelivery>().AddScoped<FindDeliveries>()
        .AddScoped<GatherMail>().AddScoped<IJobHandler>(p => p.GetRequiredService<GatherMail>()).AddScoped<IRegularWork>(p => p.GetRequiredService<GatherMail>()).AddScoped<IJobHandler, Deliver>()
        .AddNav(Menu.Oversight, "通知投递", "/workflow/deliveries", "send", Roles.City);
}
