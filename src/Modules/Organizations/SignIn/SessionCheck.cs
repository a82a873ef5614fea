using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.People;

namespace Qingdan.Organizations.SignIn;

/// <summary>
/// Looks at a session once a minute: it ends when the security stamp has changed or the person was disabled, otherwise it says the person's present roles.
/// (Identity's own validator also signs out of schemes for a second factor, which we do not have.)
/// </summary>
internal static class SessionCheck
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public static async Task Run(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<TimeProvider>().GetUtcNow() - context.Properties.IssuedUtc < Interval) return;
        var signIn = services.GetRequiredService<SignInManager<Person>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is { State: PersonState.Active } person)
        {
            context.ReplacePrincipal(await signIn.CreateUserPrincipalAsync(person));
            context.ShouldRenew = true;
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
