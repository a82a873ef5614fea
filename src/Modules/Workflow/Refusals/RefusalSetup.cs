using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Workflow.Refusals;

/// <summary>依据变动: what a change of law means for refusals, and who is told.</summary>
internal static class RefusalSetup
{
    public static IServiceCollection AddRefusals(this IServiceCollection services) => services
        .AddScoped<FindRefusals>().AddScoped<ILawUse, RefusalsOfLaw>().AddScoped<FollowBases>().AddScoped<IRegularWork>(p => p.GetRequiredService<FollowBases>())
        .AddNav(Menu.Oversight, "依据变动", "/workflow/refusals", "journal-x", Roles.Business);
}
