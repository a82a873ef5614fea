using Microsoft.Extensions.DependencyInjection;

namespace Qingdan.Exchange.Tokens;

/// <summary>Registers tokens.</summary>
internal static class TokenSetup
{
    public static IServiceCollection AddTokens(this IServiceCollection services) => services.AddScoped<IssueToken>().AddSingleton<KnownTokens>().AddSingleton<TokenAttempts>();
}
