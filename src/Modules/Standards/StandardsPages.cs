using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Declarations;
using Qingdan.Standards.LegalBases;
using Qingdan.Standards.Rules;
using Qingdan.Standards.Terms;

namespace Qingdan.Standards;

/// <summary>The module's pages.</summary>
internal static class StandardsPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/standards").RequireAuthorization(policy => policy.RequireRole(Roles.Business));
        pages.MapGet("", (RuleProfiles profiles) => Pages.Ok<ProfilesPage>(new { Profiles = profiles.All }));
        pages.MapGet("/deadline", Deadline);
        pages.MapGet("/declarations", () => Results.LocalRedirect("/standards/declarations/resource"));
        pages.MapGet("/declarations/{name}", ShowDeclaration);
        LegalBasisPages.Map(pages, routes.MapGroup("/standards/legal-bases").RequireAuthorization(policy => policy.RequireRole(Roles.Authority)));
        CalendarPages.Map(pages, routes.MapGroup("/standards").RequireAuthorization(policy => policy.RequireRole(Roles.City)));
    }

    private static async Task<IResult> Deadline(string[] term, string? kind, string? from, bool? extended, RuleProfiles profiles, Deadlines deadlines, TimeProvider clock, CancellationToken cancel)
    {
        var view = new DeadlineView(profiles.All, term is [] && from is null ? ["T2"] : term, kind ?? "", from ?? Shown.Day(clock.Today()), extended ?? false, null);
        if (from is null) return Pages.Ok<DeadlinePage>(new { View = view });
        if (term is []) return Pages.Refused<DeadlinePage>(new { View = view }, [new Fault("standards.timer.required", "请至少选择一个期限。", "term")]);
        var day = StandardsApi.Day(from, "from");
        if (!day.TryGet(out var start)) return Pages.Refused<DeadlinePage>(new { View = view }, day.Faults);
        var result = await deadlines.Of(new DeadlineQuestion(view.Terms, start, view.Extended, Kind: view.Kind), cancel);
        return result.TryGet(out var found) ? Pages.Ok<DeadlinePage>(new { View = view with { Result = found } }) : Pages.Refused<DeadlinePage>(new { View = view }, result.Faults);
    }

    private static IResult ShowDeclaration(string name, DeclarationBook book, Actor actor) => book.Find(name).TryGet(out var found)
        ? Pages.Ok<DeclarationPage>(new { Declaration = found, book.All, Wrong = actor.Is(Roles.City) ? book.Faults : [] })
        : Pages.Problem(book.Find(name).Faults);
}
