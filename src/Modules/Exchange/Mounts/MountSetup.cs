using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Mounts.Api;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Mounts.Viewing;
using Qingdan.Exchange.Mounts.Watching;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>挂接: tables, services, pages and menu; and the way out to providers.</summary>
internal static class MountSetup
{
    public static IServiceCollection AddMounts(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, MountMap>().AddAuditActions(typeof(MountAudit)).AddAuditWords<MountState>(MountAudit.Kind, s => s.Text())
        .AddSingleton<UpstreamGuard>().AddSingleton<UpstreamClient>().AddSingleton<MountSecrets>().AddSingleton<LookAtAnswer>().AddScoped<CallProvider>()
        .AddScoped<MountAccess>().AddScoped<SaveMount>().AddScoped<TryMount>().AddScoped<PutInService>().AddScoped<StopMount>().AddScoped<FindMounts>().AddScoped<ShowMount>().AddScoped<AllowHost>().AddScoped<ForbidHost>()
        .AddSingleton(MountFindings.All).AddScoped<IRegularWork, WatchMounts>().AddScoped<IJobHandler, ProbeMounts>().AddScoped<IDutyHolder, MountDuties>().AddScoped<IDemoPart, MountDemo>()
        .AddNav(Menu.Sharing, "挂接", MountEndpoints.Href, "plug", Roles.Business)
        .AddNav(Menu.System, "允许的内部地址", HostEndpoints.Href, "shield-check", Roles.SystemAdmin);

    public static void MapMounts(this IEndpointRouteBuilder routes)
    {
        routes.MapMountPages();
        routes.MapHosts();
        routes.MapMountApi();
        routes.MapHostApi();
    }

    private sealed class MountMap : IStoreMap
    {
        public void Build(ModelBuilder model)
        {
            model.Entity<Mount>().ToTable("exchange_mounts").Property(m => m.Edit).IsConcurrencyToken();
            model.Entity<MountItem>().ToTable("exchange_mount_items");
            model.Entity<MountParameter>().ToTable("exchange_mount_parameters");
            model.Entity<AllowedHost>().ToTable("exchange_hosts");
        }
    }
}
