using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Notices;

/// <summary>Registers the notices.</summary>
internal static class NoticeSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, NoticeMap>().AddScoped<NoticeBook>().AddScoped<TellOfCase>();
}
