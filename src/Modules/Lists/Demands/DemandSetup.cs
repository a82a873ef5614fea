using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands.Files;
using Qingdan.Lists.Demands.Importing;
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
        .AddScoped<SaveDemand>().AddScoped<SubmitDemand>().AddScoped<SignDemand>().AddScoped<CheckDemand>().AddScoped<WithdrawDemand>().AddScoped<PassDemand>().AddScoped<DistrictData>().AddScoped<TellMoved>().AddScoped<TakeReportedDemands>().AddScoped<DemandSheet>().AddScoped<IReportTable>(p => p.GetRequiredService<DemandSheet>())
        .AddScoped<KnownItems>().AddScoped(p => new DemandBook(p.GetRequiredService<Store>(), p.GetRequiredService<KnownItems>(), p.GetRequiredService<PublishedCatalog>(), p.GetRequiredService<FindFiles>())).AddScoped(p => new DemandSupplements(p.GetRequiredService<Store>(), p.GetRequiredService<AttachFiles>())).AddScoped(p => new ProviderNaming(p.GetRequiredService<DesignateProvider>())).AddScoped<DemandKnowledge>().AddScoped<DemandBasket>().AddSingleton<DemandShelf>().AddScoped<FindDemands>().AddScoped<ShowDemand>().AddScoped<WantedItems>().AddScoped<OfferResources>().AddScoped<DesignateProvider>()
        .AddAuditWords<DemandState>(ListsAudit.DemandKind, s => s.Text()).AddAuditWords<PersonalData>(ListsAudit.DemandKind, p => p.Text()).AddAuditWords<Urgency>(ListsAudit.DemandKind, u => u.Text())
        .AddScoped<FindFiles>().AddScoped<AttachFiles>().AddScoped<RemoveFile>().AddScoped<KnownGrants>().AddScoped<KnownSources>().AddScoped<CitedLaw>().AddScoped<DemandDesk>().AddScoped<ReadItems>()
        .AddScoped<ImportColumns>().AddScoped<FindImports>().AddScoped<ReceiveDemands>().AddScoped<MapDemands>().AddScoped<ReadDemands>().AddScoped<TakeDemands>().AddScoped<ShowImport>().AddSingleton<IVerb, DemandVerb>()
        .AddAuditWords<DemandFileKind>(ListsAudit.DemandKind, k => k.Text()).AddAuditWords<DemandFileState>(ListsAudit.DemandKind, s => s.Text())
        .AddScoped<ExportDemands>().AddScoped<IListExport>(services => services.GetRequiredService<ExportDemands>())
        .AddScoped<IDemoPart, DemandDemo>()
        .AddNav(Menu.Demands, "提需求", "/lists/demands/basket", "basket", Roles.Liaison, Roles.UnitHead)
        .AddNav(Menu.Lists, "需求清单", "/lists/demands", "inboxes", Roles.Business);
}
