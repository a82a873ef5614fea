using Qingdan.App.Audit;
using Qingdan.App.Signing;
using Qingdan.App.Verbs;
using Qingdan.Catalog;
using Qingdan.Exchange;
using Qingdan.Lists;
using Qingdan.Organizations;
using Qingdan.Platform;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records;
using Qingdan.Standards;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow;

namespace Qingdan.App;

/// <summary>The whole program in one place: which modules there are, in the order data flows.</summary>
internal static class Composition
{
    /// <summary>Registers platform and modules; the order is the order of the migrations.</summary>
    public static IServiceCollection AddQingdan(this IServiceCollection services, StoreOptions store) => services
        .AddPlatform(store)
        .AddModule(typeof(Composition).Assembly)
        .AddSingleton(new Site("清单", "Qingdan", "公共数据三清单管理平台", "/catalog", "检索目录、数据项", "/api/v1/catalog/suggestions", Roles.Names))
        .AddAuditPages()
        .AddSingleton<IVerb, MigrateVerb>().AddSingleton<IVerb, DemoVerb>().AddSingleton<IVerb, DoctorVerb>().AddSingleton<IVerb, ExportVerb>()
        .AddNav(Menu.System, "数字校验密钥", "/signing-keys", "key", [.. Roles.Business, Roles.SecurityAdmin, Roles.SystemAdmin])
        .AddNav(Menu.Desk, "概览", "/", "speedometer2", Roles.Business)
        .AddStandards().AddOrganizations().AddRecords().AddCatalog().AddLists().AddWorkflow().AddExchange();

    /// <summary>Attaches the modules' pages and APIs.</summary>
    public static void MapQingdan(this IEndpointRouteBuilder routes)
    {
        routes.MapStandards().MapOrganizations().MapRecords().MapCatalog().MapLists().MapWorkflow().MapExchange();
        routes.MapAudit();
        routes.MapKeys();
    }
}
