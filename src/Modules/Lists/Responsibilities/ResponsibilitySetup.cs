using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities.Rules;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Registers the 责任清单 and the 问题清单.</summary>
internal static class ResponsibilitySetup
{
    public static IServiceCollection AddResponsibilities(this IServiceCollection services) => services
        .AddSingleton<EntryShelf>().AddScoped<FindEntries>().AddScoped<FindChanges>().AddScoped<ShowChanges>().AddScoped<ShowEntry>()
        .AddScoped<CatalogueDemanded>().AddScoped<KeepPromise>().AddScoped(p => new ListPromises(p.GetRequiredService<KeepPromise>())).AddScoped<ConfirmCandidates>().AddScoped<RejectCandidates>().AddScoped<DecideChanges>().AddScoped<ProposeChange>().AddScoped<EndedTerms>().AddScoped<IRegularWork>(p => p.GetRequiredService<EndedTerms>()).AddScoped<KeepRule>().AddScoped<ApplyRules>().AddScoped<UndoDecision>().AddScoped<ApplyChange>().AddScoped<TakeOffForbidden>()
        .AddScoped<AddEntry>().AddScoped<EditEntry>().AddScoped<RemoveEntry>().AddScoped<TakeReportedEntries>().AddScoped<IReportTable, EntrySheet>()
        .AddAuditWords<EntryState>(ListsAudit.EntryKind, s => s.Text()).AddAuditWords<DutyType>(ListsAudit.EntryKind, d => d.Text())
        .AddScoped<ExportEntries>().AddScoped<IListExport>(p => p.GetRequiredService<ExportEntries>()).AddScoped<ListExports>()
        .AddScoped<SettleFindings>().AddScoped<IDemoPart, ResponsibilityDemo>()
        .AddNav(Menu.Lists, "责任清单", "/lists/responsibilities", "card-checklist", Roles.Business)
        .AddNav(Menu.Lists, "变更待确认", "/lists/changes", "arrow-left-right", Roles.Business)
        .AddNav(Menu.Lists, "清单生成", "/lists/generation", "gear", Roles.Business);
}
