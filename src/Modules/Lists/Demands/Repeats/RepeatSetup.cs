using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Findings;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>Demands that are alike: services and tables.</summary>
internal static class RepeatSetup
{
    public static IServiceCollection AddRepeats(this IServiceCollection services) => services
        .AddSingleton(RepeatFindings.All).AddScoped<KeepRepeats>().AddScoped<FindRepeats>().AddScoped<DecideRepeat>().AddScoped<IRegularWork, CompareEarlier>()
        .AddNav(Menu.Lists, "相似需求", "/lists/demands/repeats", "files", Roles.Business);

    public static void BuildRepeats(this ModelBuilder model)
    {
        model.Entity<DemandKey>().ToTable("lists_demand_keys").HasKey(k => new { k.Value, k.DemandId });
        model.Entity<DemandRepeat>().ToTable("lists_demand_repeats").Property(r => r.State).IsConcurrencyToken();
    }
}
