using Qingdan.App.Dashboard;
using Qingdan.App.Style;
using Qingdan.Exchange;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;

namespace Qingdan.App;

/// <summary>The HTTP side of the program.</summary>
internal static class WebHost
{
    /// <summary>Builds the server on a store. <paramref name="configure"/> lets a test put its clock in the place of the system's.</summary>
    public static WebApplication Build(string[] args, StoreOptions store, string urls, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A question of 10,000 characters in an address is answered with a sentence, not with the server's bare 414.
            kestrel.Limits.MaxRequestLineSize = 160 * 1024;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // It would write each question to a provider, with its values.
            .AddFilter("Yarp", LogLevel.Warning)
            // For its scopes, which nothing here prints, an activity is made for each request; who traces listens for himself.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddQingdan(store).AddTicks().AddWeb().AddApiDocuments().AddTelemetry(builder.Configuration);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExchange();
        app.UseWeb();
        var routes = app.MapEverything();
        routes.MapQingdan();
        routes.MapDashboard();
        routes.MapApiDocuments();
        routes.MapHealth();
        routes.MapStyle();
        return app;
    }

    /// <summary>Brings the schema up to date; before the first request.</summary>
    public static async Task Migrate(this WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
    }

    private static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", async (Store database, CancellationToken cancel) =>
        await database.Database.CanConnectAsync(cancel) ? Results.Ok(new { status = "up" }) : Results.Json(new { status = "down" }, statusCode: StatusCodes.Status503ServiceUnavailable))
        .AllowAnonymous().ExcludeFromDescription();
}
