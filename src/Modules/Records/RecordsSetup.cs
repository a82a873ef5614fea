using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions;
using Qingdan.Records.Editions.Proofs;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Editions.Tables;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Records.Findings;
using Qingdan.Records.Lines;
using Qingdan.Records.Lines.Viewing;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Api;
using Qingdan.Records.SignOffs;
using Qingdan.Records.Todos;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records;

/// <summary>The module's face to the host.</summary>
public static class RecordsSetup
{
    /// <summary>Sign-offs and decisions over many rows.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddModule(typeof(RecordsSetup).Assembly)
        .AddSingleton<IStoreMap, RecordsMap>()
        .AddScoped<SignOffBook>().AddScoped<DecisionBook>().AddScoped<PaperForm>()
        .AddScoped(p => new LineBook(p.GetRequiredService<Store>(), p.GetRequiredService<IdSource>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<AuditLog>(), p.GetServices<IEditionList>())).AddAuditActions(typeof(ClockAudit))
        .AddScoped<LinesInForce>().AddScoped<FindLines>().AddScoped<ShowLine>().AddScoped<FollowLines>().AddScoped<IJobHandler>(p => p.GetRequiredService<FollowLines>()).AddScoped<IUnitListener>(p => p.GetRequiredService<FollowLines>())
        .AddScoped<FillLines>().AddScoped<IRegularWork>(p => p.GetRequiredService<FillLines>()).AddScoped<ICheckup, LinesCheckup>()
        .AddRounds().AddFindings().AddEditions()
        .AddNav(Menu.Desk, "我的待办", "/todo", "inbox", Roles.Business);

    /// <summary>Attaches the module's pages and API.</summary>
    public static IEndpointRouteBuilder MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapTodos();
        routes.MapScans();
        routes.MapRounds();
        routes.MapRoundApi();
        routes.MapFindings();
        routes.MapEditions();
        routes.MapComparison();
        routes.MapEditionTables();
        routes.MapEditionApi();
        routes.MapLines();
        routes.MapEntryProofs();
        return routes;
    }
}
