using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>Registers what belongs to the demand list.</summary>
internal static class DemandSetup
{
    public static IServiceCollection AddDemands(this IServiceCollection services) => services
        .AddScoped<SaveDemand>().AddScoped<SubmitDemand>().AddScoped<SignDemand>().AddScoped<CheckDemand>().AddScoped<WithdrawDemand>().AddScoped<PassDemand>().AddScoped<TellMoved>().AddScoped<TakeReportedDemands>().AddScoped<IReportTable, DemandSheet>()
        .AddScoped<KnownItems>().AddScoped(p => new DemandBook(p.GetRequiredService<Store>(), p.GetRequiredService<KnownItems>(), p.GetRequiredService<PublishedCatalog>())).AddScoped(p => new ProviderNaming(p.GetRequiredService<DesignateProvider>())).AddScoped<DemandKnowledge>().AddScoped<DemandBasket>().AddSingleton<DemandShelf>().AddScoped<FindDemands>().AddScoped<ShowDemand>().AddScoped<WantedItems>().AddScoped<OfferResources>().AddScoped<DesignateProvider>()
        .AddAuditWords<DemandState>(ListsAudit.DemandKind, s => s.Text()).AddAuditWords<PersonalData>(ListsAudit.DemandKind, p => p.Text()).AddAuditWords<Urgency>(ListsAudit.DemandKind, u => u.Text())
        .AddScoped<ExportDemands>().AddScoped<IListExport>(services => services.GetRequiredService<ExportDemands>())
        .AddScoped<IDemoPart, DemandDemo>()
        .AddNav(Menu.Demands, "提需求", "/lists/demands/basket", "basket", Roles.Liaison, Roles.UnitHead)
        .AddNav(Menu.Lists, "需求清单", "/lists/demands", "inboxes", Roles.Business);
}
