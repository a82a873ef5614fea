using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Jobs;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Quality;

/// <summary>Registers the quality by rule.</summary>
internal static class QualitySetup
{
    public static IServiceCollection AddQuality(this IServiceCollection services) => services
        .AddSingleton<QualityRules>().AddSingleton(p => p.GetRequiredService<QualityRules>().Kinds).AddScoped<ReadChecked>().AddScoped<CheckResources>().AddScoped<CheckedCatalog>().AddScoped<ICheckedThings>(p => p.GetRequiredService<CheckedCatalog>())
        .AddScoped<CheckOrders>().AddScoped<ICatalogListener>(p => p.GetRequiredService<CheckOrders>()).AddScoped<IJobHandler, CheckJob>().AddScoped<ChecksDue>().AddScoped<IRegularWork>(p => p.GetRequiredService<ChecksDue>());
}
