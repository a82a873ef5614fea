using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Availability;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Editions;
using Qingdan.Lists.Demands.Files;
using Qingdan.Lists.Demands.Importing;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Lists.Duties;
using Qingdan.Lists.Figures;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Impacts;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Lists.Reviews;
using Qingdan.Lists.Todos;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists;

/// <summary>The module's face to the host.</summary>
public static class ListsSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddModule(typeof(ListsSetup).Assembly)
        .AddSingleton<IStoreMap, ListsMap>().AddAuditActions(typeof(ListsAudit))
        .AddSingleton(ListFindings.All).AddSingleton<ListElements>().AddScoped<ListsInForce>().AddScoped<ListsTurn>().AddScoped<NumberSeries>().AddScoped<RowHistory>().AddScoped<GiveNumbers>()
        .AddScoped<CountLists>().AddScoped(p => new ListFigures(p.GetRequiredService<CountLists>())).AddScoped<IListedIn, ListedIn>()
        .AddGeneration().AddDemands().AddRepeats().AddResponsibilities().AddNegatives().AddReviews().AddImpacts().AddAvailability()
        .AddNav(Menu.Lists, "清单沿革", "/lists/history", "clock-history", Roles.Business)
        .AddScoped<IDutyHolder, EntryDuties>().AddScoped<IDutyHolder, NegativeDuties>().AddScoped<IDutyHolder, DemandDuties>()
        .AddSingleton<IDivision, DemandDivision>().AddSingleton<IDivision, EntryDivision>().AddSingleton<IDivision, NegativeDivision>()
        .AddScoped<IEditionList, ResponsibilityEdition>().AddScoped<IEditionList, NegativeEdition>().AddScoped<IEditionList, DemandEdition>()
        .AddScoped<ITodoSource, DemandTodos>().AddScoped<ITodoSource, NegativeTodos>().AddScoped<ITodoSource, CandidateTodos>();

    /// <summary>Attaches the module's pages and API.</summary>
    public static IEndpointRouteBuilder MapLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGeneration();
        routes.MapEntries();
        routes.MapEntryApi();
        routes.MapChanges();
        routes.MapChangeApi();
        routes.MapNegatives();
        routes.MapNegativeApi();
        routes.MapDemands();
        routes.MapDemandApi();
        routes.MapDemandFiles();
        routes.MapDemandImports();
        routes.MapDemandImportApi();
        routes.MapRepeats();
        routes.MapAvailability();
        routes.MapReviews();
        routes.MapImpacts();
        return routes;
    }
}
