using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Availability;

/// <summary>能不能用 as page and API.</summary>
internal static class AvailabilityEndpoints
{
    public static IServiceCollection AddAvailability(this IServiceCollection services) => services
        .AddScoped<AskAvailability>().AddNav(Menu.Lists, "能不能用", "/lists/availability", "question-circle", Roles.Business);

    public static void MapAvailability(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lists/availability", Page).RequireAuthorization(p => p.RequireRole(Roles.Business));
        routes.MapGet("/api/v1/availability", Answer).RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("availability").Produces<AvailabilityView>()
            .WithSummary("某单位今天能不能用某目录的数据项，依哪一条哪一款：resource 为目录代码或 id，item、unit、purpose 可省 / may a unit use items of a resource today, by which entry and clause");
    }

    private static async Task<IResult> Page(AskAvailability ask, IOrganizationDirectory organizations, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (query, units) = (new QueryState(http), await organizations.Tree(cancel));
        var others = actor.Is(Roles.SeeAll) ? units.All.Select(u => new Option($"{u.Id}", u.ShortName)).OrderBy(o => o.Text, StringComparer.Ordinal).ToList() : [];
        var form = new AvailabilityForm(query["resource"] ?? "", query["unit"] ?? "", query["purpose"] ?? "", others);
        if (form.Resource.Length == 0) return Pages.Ok<AvailabilityPage>(new { Form = form });
        var unit = form.Unit.Length == 0 ? 0 : long.TryParse(form.Unit, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;
        var found = await ask.Run(form.Resource, FormNumber.Of(query["item"]), unit, form.Purpose, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<AvailabilityPage>(new { Form = form with { Resource = view.Code ?? form.Resource }, View = view }) : Pages.Refused<AvailabilityPage>(new { Form = form }, found.Faults);
    }

    private static async Task<IResult> Answer(AskAvailability ask, Translator t, Actor actor, CancellationToken cancel, string resource = "", long item = 0, long unit = 0, string purpose = "") =>
        (await ask.Run(resource, item, unit, purpose, actor, cancel)) is var found && found.TryGet(out var view) ? TypedResults.Ok(view) : ProblemAnswers.From(found.Faults, t);
}

/// <summary>What was asked.</summary>
public sealed record AvailabilityForm(string Resource, string Unit, string Purpose, IReadOnlyList<Option> Units);
