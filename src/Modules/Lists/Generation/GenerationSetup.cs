using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Jobs;

namespace Qingdan.Lists.Generation;

/// <summary>Registers the generation.</summary>
internal static class GenerationSetup
{
    public static IServiceCollection AddGeneration(this IServiceCollection services) => services
        .AddScoped<Standings>().AddScoped<ListedDemands>().AddScoped<Providers>().AddScoped<EntryContents>()
        .AddScoped<EntryWriter>().AddScoped<ChangeWriter>().AddScoped<NegativeWriter>().AddScoped<GenerationLease>().AddScoped<SliceRun>().AddScoped<WriteSlice>().AddScoped<EndRun>().AddScoped<FollowResources>().AddScoped<RunGeneration>()
        .AddScoped<GenerationOrders>().AddScoped<ICatalogListener>(p => p.GetRequiredService<GenerationOrders>()).AddScoped<IUnitListener>(p => p.GetRequiredService<GenerationOrders>())
        .AddScoped<IJobHandler, GenerateJob>().AddScoped<IJobHandler, FollowJob>().AddScoped<IRegularWork, ReviewsDue>().AddSingleton<IVerb, GenerateVerb>();
}
