using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.App.Dashboard;

/// <summary>The first page: how things stand, with a link from every figure to its rows.</summary>
internal static class DashboardEndpoints
{
    private static readonly string[] SystemPages = [Roles.SystemAdmin, Roles.SecurityAdmin];

    public static void MapDashboard(this IEndpointRouteBuilder routes) => routes.MapGet("/", Show).RequireAuthorization().ExcludeFromDescription();

    // Who runs the system sees no business data: their first page is their own work.
    private static async Task<IResult> Show(CatalogFigures catalog, ListFigures lists, FindingFigures findings, IEnumerable<NavItem> pages, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Business)) return pages.FirstOrDefault(p => p.Href != "/" && p.Roles.Intersect(SystemPages).Any() && p.IsFor(actor)) is { } first ? Results.LocalRedirect(first.Href) : Results.LocalRedirect("/account");
        return Pages.Ok<DashboardPage>(new { Catalog = await catalog.Read(actor, cancel), Lists = await lists.Read(actor, cancel), Problems = await findings.Read(actor, cancel) });
    }
}
