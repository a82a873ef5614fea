using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Updates.Viewing;

namespace Qingdan.Workflow.Updates;

/// <summary>目录更新: services, menu and routes.</summary>
internal static class UpdateSetup
{
    public static IServiceCollection AddUpdates(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, UpdateMap>().AddAuditActions(typeof(UpdateAudit))
        .AddAuditWords<UpdateState>(UpdateAudit.Kind, s => s.Text())
        .AddScoped<MoveUpdate>().AddScoped<Concerned>().AddScoped<OpenUpdate>().AddScoped<AddConcerned>().AddScoped<MarkUnaffected>().AddScoped<SubmitUpdate>().AddScoped<DeclareNoNeed>()
        .AddScoped<AskMoreTime>().AddScoped<DecideMoreTime>().AddScoped<DecideUpdate>().AddScoped<DecideNoNeed>().AddScoped<WithdrawUpdate>()
        .AddScoped<ITransferListener, FollowTransfers>().AddScoped<FollowLaws>().AddScoped<IRegularWork>(p => p.GetRequiredService<FollowLaws>()).AddScoped<ICatalogListener, FollowCatalog>().AddScoped<IJobHandler, CloseUpdates>()
        .AddScoped<FindUpdates>().AddScoped<ShowUpdate>().AddScoped<ShowUpdateForm>().AddScoped<ITodoSource, UpdateTodos>().AddScoped<IDemoPart, UpdateDemo>()
        .AddNav(Menu.Catalog, "目录更新", "/workflow/updates", "arrow-repeat", Roles.Business);

    public static void MapUpdateRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapUpdates();
        routes.MapUpdateActs();
        routes.MapUpdateApi();
    }
}
