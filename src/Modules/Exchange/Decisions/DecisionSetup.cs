using Microsoft.Extensions.DependencyInjection;

namespace Qingdan.Exchange.Decisions;

/// <summary>Registers what is permitted, and what keeps it as the store has it.</summary>
internal static class DecisionSetup
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services.AddSingleton<PermissionBook>().AddHostedService<FollowStore>();
}
