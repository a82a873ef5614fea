using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Account;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Demo;
using Qingdan.Organizations.Directory;
using Qingdan.Organizations.Division;
using Qingdan.Organizations.Merging;
using Qingdan.Organizations.People;
using Qingdan.Organizations.SignIn;
using Qingdan.Organizations.StandIns;
using Qingdan.Organizations.Transfers;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations;

/// <summary>The module's face to the host.</summary>
public static class OrganizationsSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services) => services
        .AddModule(typeof(OrganizationsSetup).Assembly)
        .AddAuditActions(typeof(OrganizationsAudit))
        .AddSingleton<IStoreMap, OrganizationsMap>()
        .AddScoped<IDemoPart, OrganizationsDemo>()
        .AddScoped<DraftCheck>().AddScoped<CreateOrganization>().AddScoped<EditOrganization>().AddScoped<ConfirmOrganizations>()
        .AddScoped<MergeOrganizations>().AddScoped<UndoMerge>().AddScoped<ProposedMerges>().AddScoped<KeepApart>()
        .AddScoped<TransferCheck>().AddScoped<ReadScope>().AddScoped<ReadTransfer>().AddScoped<RecordTransfer>().AddScoped<WithdrawTransfer>()
        .AddAuditWords<TransferKind>(OrganizationsAudit.Unit, k => k.Name()).AddAuditWords<TransferScope>(OrganizationsAudit.Unit, s => s.Name())
        .AddScoped<IJobHandler, CarryOutTransfer>().AddScoped<IRegularWork, TransfersDue>()
        .AddScoped<ICheckup, CodesCheckup>().AddScoped<ICheckup, LiaisonsCheckup>()
        .AddScoped<ListUnits>().AddScoped<ReadUnit>()
        .AddScoped(p => new RoleHolders(p.GetRequiredService<Store>(), p.GetRequiredService<TimeProvider>())).AddScoped(p => new Accounts(p.GetRequiredService<Store>(), p.GetRequiredService<IUserClaimsPrincipalFactory<Person>>()))
        .AddScoped<ListPeople>().AddSignIn()
        .AddNav(Menu.System, "单位", "/organizations", "diagram-3", Access.SeeUnits)
        .AddScoped<RecordStandIn>().AddScoped<EndStandIn>().AddScoped<ReadStandIns>().AddScoped<IStandIns, ReadStandIns>().AddScoped<StandInRoles>()
        .AddScoped<ListDivision>().AddNav(Menu.System, "职责分工", "/organizations/duties", "person-lines-fill", Access.SeePeople)
        .AddNav(Menu.System, "人员", "/people", "people", Access.SeePeople)
        .AddScoped<PersonCheck>().AddScoped<CreatePerson>().AddScoped<EditPerson>().AddScoped<SetPersonState>().AddScoped<GrantRoles>()
        .AddScoped<SecurityAdmins>().AddScoped<ResetPassword>().AddSingleton<IVerb, PasswordVerb>().AddScoped<UnlockPerson>().AddScoped<ChangePassword>().AddScoped<IFirstAdministrator, CreateFirstAdministrator>()
        .AddSingleton<DirectoryCache>().AddScoped<IOrganizationDirectory, OrganizationDirectory>();

    /// <summary>Attaches the module's pages and API.</summary>
    public static IEndpointRouteBuilder MapOrganizations(this IEndpointRouteBuilder routes)
    {
        routes.MapUnits();
        routes.MapMerges();
        routes.MapTransfers();
        routes.MapDivision();
        routes.MapStandIns();
        routes.MapPeople();
        routes.MapSignIn();
        routes.MapAccount();
        routes.MapOrganizationsApi();
        return routes;
    }
}
