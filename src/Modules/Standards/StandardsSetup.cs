using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Declarations;
using Qingdan.Standards.LegalBases;
using Qingdan.Standards.LegalBases.Importing;
using Qingdan.Standards.Verbs;

namespace Qingdan.Standards;

/// <summary>The module's face to the host.</summary>
public static class StandardsSetup
{
    /// <summary>Registers everything the module needs.</summary>
    public static IServiceCollection AddStandards(this IServiceCollection services) => services
        .AddModule(typeof(StandardsSetup).Assembly).AddSingleton<IStoreMap, StandardsMap>().AddAuditActions(typeof(StandardsAudit))
        .AddSingleton<RuleProfiles>().AddSingleton<DeclarationBook>().AddScoped<ICheckup, DeclarationCheckup>().AddSingleton<CitySettings>().AddScoped<ICheckup, CityCheckup>()
        .AddScoped<CalendarBook>().AddScoped<YearQuery>().AddScoped<SetCalendarDay>().AddScoped<AnnounceYear>()
        .AddScoped(provider => new Deadlines(provider.GetRequiredService<CalendarBook>(), provider.GetRequiredService<RuleProfiles>()))
        .AddScoped<MarkScan>().AddScoped<LegalBasisBook>().AddScoped<ReceiveLaws>().AddScoped<CompareLaws>().AddScoped<TakeLaws>().AddScoped<StateLaw>().AddScoped<FindLawUses>().AddScoped<ILawUse, TimersOfLaw>().AddScoped(provider => new LegalRegister(provider.GetRequiredService<LegalBasisBook>()))
        .AddSingleton<IVerb, DeadlineVerb>().AddSingleton<IVerb, CheckCodeVerb>()
        .AddAuditWords<LawChangeKind>(TakeLaws.Kind, k => k.Name())
        .AddNav(Menu.Rules, "规则与日历", "/standards", "journal-bookmark", Roles.Business);

    /// <summary>Attaches the module's pages and API.</summary>
    public static IEndpointRouteBuilder MapStandards(this IEndpointRouteBuilder routes)
    {
        StandardsApi.Map(routes);
        StandardsPages.Map(routes);
        return routes;
    }
}
