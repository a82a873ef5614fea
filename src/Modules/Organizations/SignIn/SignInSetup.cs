using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.People;

namespace Qingdan.Organizations.SignIn;

/// <summary>Registers ASP.NET Core Identity over our own people, with a session cookie.</summary>
internal static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>().AddUserStore<PersonStore>().AddUserManager<PersonManager>().AddClaimsPrincipalFactory<PersonClaims>().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookie);
        return services.AddScoped<SignInPerson>().AddSingleton<SignInGate>();
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = SessionCheck.Run;
        // The status becomes the sign-in page, or a problem for programs, where all statuses do.
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            if (!context.HttpContext.User.HasClaim(c => c.Type == PersonClaims.MustChange) || context.Request.Path.StartsWithSegments("/api")) return Answer(context, StatusCodes.Status403Forbidden);
            context.Response.Redirect("/account/password");
            return Task.CompletedTask;
        };
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
