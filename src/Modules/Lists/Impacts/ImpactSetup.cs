using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Impacts;

/// <summary>影响分析: services, table and menu.</summary>
internal static class ImpactSetup
{
    public static IServiceCollection AddImpacts(this IServiceCollection services) => services
        .AddScoped<DemandsOn>().AddScoped<ImpactOnData>().AddScoped<ImpactOnProfile>().AddScoped<AnalyseImpact>().AddScoped<FindImpacts>().AddScoped<ImpactForms>()
        .AddAuditWords<ImpactKind>(ListsAudit.ImpactKind, k => k.Text())
        .AddNav(Menu.Lists, "影响分析", "/lists/impact", "diagram-2", AnalyseImpact.Asks);

    public static void BuildImpacts(this ModelBuilder model) => model.Entity<Impact>().ToTable("lists_impacts");
}
