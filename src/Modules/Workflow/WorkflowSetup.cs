using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Archive;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Contracts;
using Qingdan.Workflow.Disputes;
using Qingdan.Workflow.Disputes.Viewing;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Meetings;
using Qingdan.Workflow.Meetings.Viewing;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Orders;
using Qingdan.Workflow.Objections;
using Qingdan.Workflow.Overview;
using Qingdan.Workflow.Proofs;
using Qingdan.Workflow.Refusals;
using Qingdan.Workflow.Registers;
using Qingdan.Workflow.Registers.Importing;
using Qingdan.Workflow.Updates;

namespace Qingdan.Workflow;

/// <summary>The module's face to the host.</summary>
public static class WorkflowSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services) => services
        .AddModule(typeof(WorkflowSetup).Assembly)
        .AddSingleton<IStoreMap, WorkflowMap>().AddAuditActions(typeof(WorkflowAudit))
        .AddAuditWords<CaseState>(WorkflowAudit.CaseKind, s => s.Text())
        .AddScoped<Terms>().AddScoped<ClockBook>().AddScoped<Matters>().AddScoped<ShowClocks>()
        .AddScoped<MoveCase>().AddScoped<TellOfUse>().AddScoped<IJobHandler, FollowLists>().AddScoped<IDemandListener, OpenCase>().AddScoped<IGrantedItems, GrantedItems>().AddScoped<IUsedDemands, UsedDemands>().AddScoped<IImpactSource, ImpactedCases>()
        .AddScoped<ActPlainly>().AddScoped<GrantDirectly>().AddScoped<AskSupplement>().AddScoped<AllowSupplement>().AddScoped<DraftAnswer>().AddScoped<SignAnswer>()
        .AddScoped<AskExtension>().AddScoped<DecideExtension>().AddScoped<SupplyData>().AddScoped(p => new UnitNotices(p.GetRequiredService<NoticeBook>())).AddScoped(p => new MountedData(p.GetRequiredService<Store>(), p.GetRequiredService<DemandBook>(), p.GetRequiredService<SupplyData>(), p.GetRequiredService<IOrganizationDirectory>())).AddScoped<DisposeData>()
        .AddScoped<ReadOverview>().AddScoped<ComposeLetter>().AddScoped<LetterBook>().AddScoped<KeepLetter>().AddAuditWords<LetterKind>(WorkflowAudit.CaseKind, k => k.Text())
        .AddNotices().AddOrders()
        .AddSingleton<CaseShelf>().AddScoped<FindCases>().AddScoped<ShowCase>().AddScoped<ITodoSource, CaseTodos>().AddScoped<RecountClocks>().AddScoped<IRegularWork>(p => p.GetRequiredService<RecountClocks>()).AddScoped<IDemoPart, CaseDemo>()
        .AddNav(Menu.Demands, "需求办理", "/workflow/cases", "signpost-split", Roles.Business)
        .AddDisputes().AddMeetings()
        .AddNav(Menu.Oversight, "办理概况", "/workflow/overview", "bar-chart-line", Roles.Business)
        .AddObjections().AddUpdates().AddRefusals().AddRegisters().AddProofs().AddScoped<CaseArchive>();

    /// <summary>Attaches the module's pages and API.</summary>
    public static IEndpointRouteBuilder MapWorkflow(this IEndpointRouteBuilder routes)
    {
        routes.MapCases();
        routes.MapCaseActs();
        routes.MapCaseActsApi();
        routes.MapLetters();
        routes.MapDisputes();
        routes.MapDisputeApi();
        routes.MapMeetings();
        routes.MapMeetingApi();
        routes.MapNotices();
        routes.MapOrders();
        routes.MapOverview();
        routes.MapCaseApi();
        routes.MapObjectionRoutes();
        routes.MapUpdateRoutes();
        routes.MapRefusals();
        routes.MapRegisters();
        routes.MapRegisterImports();
        routes.MapArchive();
        routes.MapProofs();
        return routes;
    }
}
