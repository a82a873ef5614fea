using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Records.Findings.Campaigns;
using Qingdan.Records.Findings.Scores;
using Qingdan.Records.Findings.Waiving;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Findings;

/// <summary>Registers the 问题清单 with scores, waivers and campaigns.</summary>
internal static class FindingsSetup
{
    public static IServiceCollection AddFindings(this IServiceCollection services) => services
        .AddSingleton<FindingKinds>().AddScoped<FindingCounts>().AddScoped<FindFindings>().AddScoped<Waivers>()
        .AddScoped(p => new FindingBook(p.GetRequiredService<Store>(), p.GetRequiredService<IdSource>(), p.GetRequiredService<FindingKinds>(), p.GetRequiredService<FindingCounts>(), p.GetRequiredService<Waivers>(), p.GetRequiredService<IOrganizationDirectory>()))
        .AddScoped(p => new FindingFigures(p.GetRequiredService<FindingCounts>(), p.GetRequiredService<IOrganizationDirectory>()))
        .AddScoped<ReadScores>().AddScoped<IRegularWork, KeepDays>()
        .AddAuditActions(typeof(FindingAudit)).AddAuditWords<WaiverState>(Waiver.AuditKind, s => s.Text())
        .AddScoped<AskWaiver>().AddScoped<DecideWaiver>().AddScoped<ListWaivers>().AddScoped<IRegularWork, EndWaivers>().AddScoped<ITodoSource, WaiverTodos>()
        .AddScoped<CampaignCounts>().AddScoped<OpenCampaign>().AddScoped<CloseCampaign>().AddScoped<ReadCampaigns>().AddScoped<ITodoSource, CampaignTodos>()
        .AddNav(Menu.Oversight, "问题清单", "/findings", "exclamation-triangle", Roles.Business)
        .AddNav(Menu.Oversight, "质量得分", "/findings/scores", "speedometer2", Roles.Business)
        .AddNav(Menu.Oversight, "整治", "/findings/campaigns", "flag", Roles.Business);
}
