using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Objections.Viewing;

namespace Qingdan.Workflow.Objections;

/// <summary>数据异议: services, menu and routes.</summary>
internal static class ObjectionSetup
{
    public static IServiceCollection AddObjections(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, ObjectionMap>().AddAuditActions(typeof(ObjectionAudit))
        .AddAuditWords<ObjectionState>(ObjectionAudit.Kind, s => s.Text())
        .AddScoped<IContested, ContestedResources>().AddScoped<TellUsers>().AddScoped<IDutyHolder, ObjectionDuties>().AddScoped<MoveObjection>()
        .AddScoped<RaiseObjection>().AddScoped<AcceptObjection>().AddScoped<PointElsewhere>().AddScoped<HandToSource>().AddScoped<AnswerAsSource>().AddScoped<VerifyData>()
        .AddScoped<AcceptResult>().AddScoped<InsistOnObjection>().AddScoped<DecideObjection>().AddScoped<WithdrawObjection>()
        .AddScoped<FindObjections>().AddScoped<ShowObjection>().AddScoped<ShowObjectionForm>().AddScoped<ITodoSource, ObjectionTodos>().AddScoped<IDemoPart, ObjectionDemo>()
        .AddNav(Menu.Demands, "数据异议", "/workflow/objections", "question-diamond", Roles.Business);

    public static void MapObjectionRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapObjections();
        routes.MapObjectionActs();
        routes.MapObjectionApi();
    }
}
