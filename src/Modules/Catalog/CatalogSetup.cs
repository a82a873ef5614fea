using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Api;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Coverage;
using Qingdan.Catalog.Demo;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Exporting;
using Qingdan.Catalog.Figures;
using Qingdan.Catalog.Graph;
using Qingdan.Catalog.Import;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Views;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Catalog.Matching;
using Qingdan.Catalog.Meanings;
using Qingdan.Catalog.Numbers;
using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Reporting;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Bulk;
using Qingdan.Catalog.Resources.Deciding;
using Qingdan.Catalog.Resources.Editing;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Search.Browsing;
using Qingdan.Catalog.Search.Saved;
using Qingdan.Catalog.Search.Suggesting;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Catalog.Todos;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog;

/// <summary>The module's face to the host.</summary>
public static class CatalogSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddModule(typeof(CatalogSetup).Assembly)
        .AddSingleton<IStoreMap, CatalogMap>().AddAuditActions(typeof(CatalogAudit))
        .AddAuditWords<ResourceState>("catalog.resource", s => s.Name()).AddAuditWords<ImportState>("catalog.import", s => s.Text()).AddAuditWords<ImportTarget>("catalog.import", s => s.Text())
        .AddAuditWords<SystemState>(CatalogAudit.SystemKind, s => s.Name()).AddAuditWords<ProtectionLevel>(CatalogAudit.SystemKind, l => l.Name()).AddAuditWords<DutyState>(CatalogAudit.DutyKind, s => s.Name())
        .AddScoped<ResourceAccess>().AddSingleton<DeclaredElements>().AddSingleton<ResourceRules>()
        .AddScoped<SaveResource>().AddScoped<SubmitResource>().AddScoped<DropDraft>().AddScoped<ReviewResource>().AddScoped<WithdrawResource>()
        .AddSingleton<CatalogShelf>().AddScoped<CatalogRows>().AddScoped<FindHits>().AddScoped<KeepSearch>().AddScoped<DropSearch>().AddScoped<LookAtSearch>().AddScoped<ListSearches>().AddScoped<SuggestWords>().AddSingleton<SuggestGate>().AddScoped<BrowseCatalog>()
        .AddSingleton<TermCounts>().AddScoped<MatchReader>().AddScoped<MatchNeed>().AddScoped(p => new CatalogMatching(p.GetRequiredService<MatchNeed>()))
        .AddScoped<ReadResource>().AddScoped<LastSaved>().AddScoped<IDemoPart, CatalogDemo>().AddScoped<IDemoPart, RegisterDemo>()
        .AddScoped<ResourceListing>().AddScoped<ExportRows>().AddSingleton<IVerb, SearchVerb>().AddSingleton<IVerb, SearchesVerb>().AddSingleton<IVerb, ReindexVerb>().AddScoped<RebuildSearch>().AddSingleton<IVerb, MatchVerb>()
        .AddScoped(p => new CatalogExport(p.GetRequiredService<BrowseCatalog>(), p.GetRequiredService<ExportRows>(), p.GetRequiredService<DeclaredElements>(), p.GetRequiredService<Translator>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ReportedResources>().AddScoped<WriteReported>().AddScoped<TakeReportedResources>().AddScoped<TakeReportedItems>().AddScoped<IReportTable, ResourceSheet>().AddScoped<IReportTable, ItemSheet>()
        .AddScoped<NewDraft>().AddScoped(p => new CatalogDrafts(p.GetRequiredService<NewDraft>())).AddScoped(p => new CatalogLookup(p.GetRequiredService<Store>(), p.GetRequiredService<PublishedCatalog>())).AddScoped(p => new CatalogChanges(p.GetRequiredService<Store>(), p.GetRequiredService<SaveResource>()))
        .AddScoped<CountCatalog>().AddScoped(p => new CatalogFigures(p.GetRequiredService<CountCatalog>()))
        .AddScoped<BulkChoice>().AddScoped<ReviewMany>().AddScoped<SubmitMany>().AddScoped<UndoBulk>().AddScoped<ITodoSource, CatalogTodos>().AddScoped<ITodoSource, SearchTodos>()
        .AddScoped<FindProposed>().AddScoped<TakeProposed>().AddScoped<PutBackProposed>().AddScoped<RefuseProposed>().AddScoped<ITodoSource, ProposedTodos>()
        .AddNav(Menu.Catalog, "数据目录", "/catalog", "journal-text", Roles.Business)
        .AddScoped<IDutyHolder, ResourceDuties>().AddScoped<IDutyResources, ResourceDuties>().AddSingleton<IDivision, ResourceDivision>()
        .AddScoped<RegisterAccess>().AddScoped<SystemTexts>().AddScoped<SystemResources>().AddScoped<SystemRules>().AddScoped<SaveSystem>().AddScoped<RegisterFoundSystems>().AddScoped<FindSystems>().AddScoped<ReadSystem>()
        .AddScoped<ComparePlan>().AddScoped<SavePlan>().AddScoped<DraftPlan>().AddScoped<RecordCheck>().AddScoped<SaveDuty>().AddScoped<LinkDuty>().AddScoped<FindDuties>().AddScoped<ReadDuty>()
        .AddScoped<CountMonth>().AddScoped<ReadNumbers>().AddScoped<IRegularWork, KeepMonths>().AddNav(Menu.Oversight, "目录指标", "/catalog/numbers", "graph-up", Roles.Business)
        .AddScoped<ReadGraph>().AddScoped<ReadCoverage>().AddScoped<ListCoverage>()
        .AddNav(Menu.Catalog, "摘要里的数据项", "/catalog/proposed-items", "card-checklist", [.. ProposedEndpoints.Keepers, .. Roles.SeeAll])
        .AddNav(Menu.Catalog, "职责目录", "/catalog/duties", "list-task", Roles.Business)
        .AddNav(Menu.Catalog, "系统目录", "/catalog/systems", "hdd-stack", Roles.Business)
        .AddNav(Menu.Catalog, "三层覆盖", "/catalog/coverage", "bar-chart-steps", Roles.Business)
        .AddScoped<IUnitListener, CodesOrders>().AddScoped<IJobHandler, GiveCodes>()
        .AddScoped<CatalogCodes>().AddScoped<SearchWriter>().AddScoped<PublishedCatalog>().AddScoped<CatalogStands>().AddScoped<ItemFields>().AddScoped<ILawCitations, ResourceCitations>().AddScoped<ILawCitations, DutyCitations>()
        .AddQuality().AddSimilar().AddMeanings().AddCatalogImport();

    /// <summary>Attaches the module's pages and API.</summary>
    public static IEndpointRouteBuilder MapCatalog(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.MapGroup("/catalog").RequireAuthorization(p => p.RequireRole(Roles.Business));
        BrowseEndpoints.Map(catalog);
        SavedEndpoints.Map(catalog);
        MatchEndpoints.Map(catalog);
        ViewEndpoints.Map(catalog);
        GraphEndpoints.Map(catalog);
        EditEndpoints.Map(catalog);
        ProposedEndpoints.Map(catalog);
        DecideEndpoints.Map(catalog);
        BulkEndpoints.Map(catalog);
        ExportEndpoints.Map(catalog);
        ImportEndpoints.Map(catalog);
        SystemEndpoints.Map(catalog);
        DutyEndpoints.Map(catalog);
        CoverageEndpoints.Map(catalog);
        NumbersEndpoints.Map(catalog, routes);
        SimilarEndpoints.Map(catalog);
        MeaningEndpoints.Map(catalog);
        ImportApi.Map(routes);
        ResourceApi.Map(routes);
        GraphEndpoints.MapApi(routes);
        MatchApi.Map(routes);
        ProposedApi.Map(routes);
        SavedApi.Map(routes);
        SuggestApi.Map(routes);
        SimilarApi.Map(routes);
        MeaningApi.Map(routes);
        return routes;
    }
}
