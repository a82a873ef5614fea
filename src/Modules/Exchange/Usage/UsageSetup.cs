using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Usage.Viewing;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage;

/// <summary>Registers the figures of use.</summary>
internal static class UsageSetup
{
    public static IServiceCollection AddUsage(this IServiceCollection services) => services.AddScoped<CountUse>().AddScoped<FindUse>().AddNav(Menu.Sharing, "使用情况", "/exchange/usage", "graph-up", Roles.Business);
}
