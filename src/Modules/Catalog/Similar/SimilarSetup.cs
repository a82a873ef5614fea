using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Similar;

/// <summary>Resources that are one under two names: services and tables.</summary>
internal static class SimilarSetup
{
    public static IServiceCollection AddSimilar(this IServiceCollection services) => services
        .AddScoped<ReadProfiles>().AddScoped<SimilarKeys>().AddScoped<GroupPairs>().AddScoped<CompareResources>()
        .AddScoped<IJobHandler, CompareJob>().AddScoped<CompareOrders>()
        .AddScoped<ICatalogListener>(p => p.GetRequiredService<CompareOrders>()).AddScoped<IUnitListener>(p => p.GetRequiredService<CompareOrders>()).AddScoped<IRegularWork>(p => p.GetRequiredService<CompareOrders>())
        .AddScoped<SimilarAccess>().AddScoped<FindSimilar>().AddScoped<RejectSimilar>().AddScoped<MergeSimilar>().AddScoped<UndoMerge>().AddScoped<MergedResources>()
        .AddNav(Menu.Catalog, "相似目录", "/catalog/similar", "intersect", Roles.Business);

    public static void BuildSimilar(this ModelBuilder model)
    {
        model.Entity<SimilarKey>().ToTable("catalog_similar_keys").HasKey(k => new { k.ResourceId, k.Value });
        model.Entity<SimilarPair>().ToTable("catalog_similar_pairs").HasKey(p => new { p.FirstId, p.SecondId });
        model.Entity<SimilarRejection>().ToTable("catalog_similar_rejections").HasKey(r => new { r.FirstId, r.SecondId });
        model.Entity<SimilarGroup>().ToTable("catalog_similar_groups").Property(g => g.State).IsConcurrencyToken();
        model.Entity<SimilarMember>().ToTable("catalog_similar_members").HasKey(m => new { m.GroupId, m.ResourceId });
    }
}
