using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.People;
using Qingdan.Organizations.SignIn;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations.Account;

/// <summary>One's own account; open to everybody signed in, also while the password is to be changed.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/account").RequireAuthorization();
        own.MapGet("", async (ListPeople list, Actor actor, CancellationToken cancel) => await list.Own(actor, cancel) is var (row, phone, email)
            ? Pages.Ok<AccountPage>(new { Row = row, Phone = phone, Email = email, StandIns = await list.OwnStandIns(actor, cancel) }) : Results.Unauthorized());
        own.MapGet("/password", (HttpContext http) => Pages.Ok<PasswordPage>(new { Must = Must(http) }));
        own.MapPost("/password", Change);
    }

    private static async Task<IResult> Change(IFormCollection form, ChangePassword change, SignInManager<Person> signIn, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var must = Must(http);
        var changed = await change.Run(form["present"].ToString(), form["wanted"].ToString(), form["again"].ToString(), actor, cancel);
        if (!changed.TryGet(out var person)) return Pages.Refused<PasswordPage>(new { Must = must }, changed.Faults);
        await signIn.SignInAsync(person, isPersistent: false);
        return flash.Back(http, must ? "/" : "/account", t["已修改密码。"]);
    }

    private static bool Must(HttpContext http) => http.User.HasClaim(c => c.Type == PersonClaims.MustChange);
}
