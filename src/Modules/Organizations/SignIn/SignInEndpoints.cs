using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.People;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations.SignIn;

/// <summary>Coming and going, for people by form and for programs by JSON.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (HttpContext http) => Pages.Ok<SignInPage>(new { Return = Local(http.Request.Query["return"]) })).AllowAnonymous();
        routes.MapPost("/sign-in", ByForm).AllowAnonymous();
        routes.MapPost("/sign-out", async (HttpContext http, SignInManager<Person> signIn, AuditLog audit, Store store, Actor actor, CancellationToken cancel) =>
        {
            await Leave(signIn, audit, store, actor, cancel);
            return Results.LocalRedirect("/sign-in");
        }).RequireAuthorization();
        var api = routes.MapGroup("/api/v1/session").WithTags("session");
        api.MapPost("", ByJson).AllowAnonymous().WithSummary("登录，设置会话 Cookie / sign in; the answer sets the session cookie").Produces<SessionAnswer>();
        api.MapDelete("", async (SignInManager<Person> signIn, AuditLog audit, Store store, Actor actor, CancellationToken cancel) =>
        {
            await Leave(signIn, audit, store, actor, cancel);
            return Results.NoContent();
        }).RequireAuthorization().Produces(StatusCodes.Status204NoContent).WithSummary("退出 / sign out");
    }

    private static async Task<IResult> ByForm(IFormCollection form, SignInGate gate, SignInPerson person, SignInManager<Person> signIn, HttpContext http, CancellationToken cancel)
    {
        var (name, to) = (form["name"].ToString(), Local(form["return"]));
        var come = await Come(name, form["password"].ToString(), gate, person, signIn, http, cancel);
        if (!come.TryGet(out var who)) return Pages.Refused<SignInPage>(new { Name = name, Return = to }, come.Faults);
        return Results.LocalRedirect(who.MustChangePassword ? "/account/password" : to);
    }

    private static async Task<IResult> ByJson(SessionRequest request, SignInGate gate, SignInPerson person, SignInManager<Person> signIn, Translator t, HttpContext http, CancellationToken cancel)
    {
        var come = await Come(request.Name ?? "", request.Password ?? "", gate, person, signIn, http, cancel);
        return come.TryGet(out var who) ? Results.Ok(new SessionAnswer(who.Id, who.FullName, who.MustChangePassword)) : ProblemAnswers.From(come.Faults, t);
    }

    private static async Task<Result<Person>> Come(string name, string password, SignInGate gate, SignInPerson person, SignInManager<Person> signIn, HttpContext http, CancellationToken cancel)
    {
        if (!gate.IsOpen(http)) return SignInGate.Closed;
        var come = await person.Run(name, password, cancel);
        if (come.TryGet(out var who)) await signIn.SignInAsync(who, isPersistent: false);
        else gate.Failed(http);
        return come;
    }

    private static async Task Leave(SignInManager<Person> signIn, AuditLog audit, Store store, Actor actor, CancellationToken cancel)
    {
        audit.Add(actor, OrganizationsAudit.SignedOut, new Subject(OrganizationsAudit.Person, actor.PersonId, actor.Name));
        await store.SaveChangesAsync(cancel);
        await signIn.SignOutAsync();
    }

    // Only pages of our own: nobody is led elsewhere by a link to the sign-in page.
    private static string Local(string? address) =>
        address is { Length: > 0 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.StartsWith("/sign-", StringComparison.Ordinal) ? address : "/";

    internal sealed record SessionRequest(string? Name, string? Password);

    /// <summary>Who came in.</summary>
    internal sealed record SessionAnswer(long Id, string Name, bool MustChangePassword);
}
