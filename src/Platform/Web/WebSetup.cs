using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Files;
using Qingdan.Platform.Web.Idempotency;
using Qingdan.Platform.Web.Requests;

namespace Qingdan.Platform.Web;

/// <summary>Registers what pages need, and the order in which a request passes.</summary>
public static class WebSetup
{
    // The longest form, a resource with 2,000 items of nine fields, and room.
    private const int MostValues = 25_000;

    /// <summary>Razor components rendered statically, assets, messages over a redirect, anti-forgery, limits.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<BuiltEndpoints>();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "token";
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.ConfigureHttpJsonOptions(options => JsonText.ConfigureBodies(options.SerializerOptions));
        // What a body lacks is told by its field.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        // Chinese as itself: a page is a third smaller and readable in snapshots.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddResponseCompression();
        services.Configure<FormOptions>(options => (options.MultipartBodyLengthLimit, options.ValueCountLimit) = (FileStore.MostBytes, MostValues));
        return services.AddSingleton<Assets>().AddScoped<Flash>().AddSingleton<KeptAnswersPurge>().AddScoped<KeptAnswers>().AddScoped<TopCounts>();
    }

    /// <summary>The way of a request up to the endpoints; what is written later here lies further inside.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.Invoke);
        if (app.Configuration["PathBase"] is { Length: > 0 } prefix) app.UsePathBase(prefix);
        app.UseResponseCompression();
        app.Use(PathPrefix.Invoke);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Incidents.Answer, CreateScopeForErrors = true, SuppressDiagnosticsCallback = _ => true });
        app.UseStaticFiles(Requests.Files.Options());
        app.Use(LanguageChoice.Invoke);
        app.UseStatusCodePages(StatusAnswer.Fill);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(BodyLimit.Invoke);
        app.UseAntiforgery();
        app.Use(FormGuard.Invoke);
        app.Use(OnceOnly.Invoke);
        app.Use(FormOnce.Invoke);
    }

    /// <summary>The group under which all endpoints of the program stand: changes need the form's token.</summary>
    public static RouteGroupBuilder MapEverything(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        var source = routes.DataSources.Last();
        routes.DataSources.Remove(source);
        routes.DataSources.Add(new BuiltOnce(source, routes.ServiceProvider.GetRequiredService<BuiltEndpoints>()));
        group.RequireTokens();
        group.AddEndpointFilter(TopCounts.Fill);
        return group;
    }

    /// <summary>Lets an endpoint take files up to <see cref="FileStore.MostBytes"/>; all others take 4 MB.</summary>
    public static TBuilder TakesFiles<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new BodyLimit(FileStore.MostBytes + BodyLimit.Usual));
}
