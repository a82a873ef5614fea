using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>Items of one meaning and their source: services and tables.</summary>
internal static class MeaningSetup
{
    public static IServiceCollection AddMeanings(this IServiceCollection services) => services
        .AddScoped<ReadMembers>().AddScoped<CountMeanings>().AddScoped<GatherMeanings>().AddScoped<IJobHandler, GatherJob>().AddScoped<GatherOrders>()
        .AddScoped<ICatalogListener>(p => p.GetRequiredService<GatherOrders>()).AddScoped<IUnitListener>(p => p.GetRequiredService<GatherOrders>()).AddScoped<IRegularWork>(p => p.GetRequiredService<GatherOrders>())
        .AddScoped<MeaningAccess>().AddScoped<FindMeanings>().AddScoped<ReadMeaning>().AddScoped<NameSource>().AddScoped<TellApart>()
        .AddAuditWords<MeaningState>(CatalogAudit.MeaningKind, s => s.Text())
        .AddNav(Menu.Catalog, "一数一源", "/catalog/elements", "bullseye", Roles.Business);

    public static void BuildMeanings(this ModelBuilder model)
    {
        model.Entity<Meaning>().ToTable("catalog_meanings").Property(m => m.Edit).IsConcurrencyToken();
        model.Entity<MeaningMember>().ToTable("catalog_meaning_members").HasKey(m => new { m.ResourceId, m.MeaningId });
        model.Entity<MeaningCount>().ToTable("catalog_meaning_counts").HasKey(c => new { c.MeaningId, c.UnitId, c.DataType, c.Length });
    }
}
