using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Jobs;

namespace Qingdan.Exchange.Tokens;

/// <summary>Registers tokens.</summary>
internal static class TokenSetup
{
    public static IServiceCollection AddTokens(this IServiceCollection services) => services.AddScoped<IssueToken>().AddScoped<IRegularWork, ForgetTokens>().AddSingleton<KnownTokens>().AddSingleton<TokenAttempts>();
}
