using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Platform.Web.Components;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

/// <summary>Pages of people: accounts are the system administrator's, roles and locks the security administrator's.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var see = routes.MapGroup("/people").For(Access.SeePeople);
        see.MapGet("", async (HttpContext http, ListPeople list, Actor actor, CancellationToken cancel) => Pages.Ok<PeoplePage>(new { View = await list.Run(new QueryState(http), actor, cancel) }));
        see.MapGet("/{id:long}", Show);
        var manage = see.MapGroup("").For(Roles.SystemAdmin);
        manage.MapGet("/new", () => Pages.Ok<PersonNewPage>(new { Draft = new PersonDraft() }));
        manage.MapPost("/new", Create);
        manage.MapPost("/{id:long}/edit", Edit);
        manage.MapPost("/{id:long}/password", Reset);
        manage.MapPost("/{id:long}/state", SetState);
        see.MapPost("/{id:long}/roles", Grant).For(Roles.SecurityAdmin, Roles.SystemAdmin);
        see.MapPost("/{id:long}/unlock", Unlock).For(Roles.SecurityAdmin);
    }

    private static async Task<IResult> Show(long id, ListPeople list, GrantRoles grant, Actor actor, CancellationToken cancel) =>
        await list.One(id, actor, grant, cancel) is { } view ? Pages.Ok<PersonPage>(new { View = view }) : Pages.Problem([PersonFaults.NotFound]);

    private static async Task<IResult> Create(IFormCollection form, CreatePerson create, Actor actor, CancellationToken cancel)
    {
        var draft = Read(form);
        var created = await create.Run(draft, actor, cancel);
        return created.TryGet(out var account)
            ? Pages.Ok<PasswordShownPage>(new { Account = account })
            : Pages.Refused<PersonNewPage>(new { Draft = draft }, created.Faults);
    }

    private static async Task<IResult> Edit(
        long id, IFormCollection form, EditPerson edit, ListPeople list, GrantRoles grant, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!long.TryParse(form["version"], out var version)) return Results.BadRequest();
        var draft = Read(form);
        var saved = await edit.Run(id, version, draft, actor, cancel);
        if (saved.Ok) return Said(id, "已保存。", flash, t, http);
        if (await list.One(id, actor, grant, cancel) is not { } now) return Pages.Problem(saved.Faults);
        return saved.Faults.Contains(PersonFaults.Changed) ? Conflict(now, draft, t) : Pages.Refused<PersonPage>(new { View = now with { Version = version }, Typed = draft }, saved.Faults);
    }

    private static RazorComponentResult<ConflictPage> Conflict(PersonView now, PersonDraft mine, Translator t) => Pages.Conflict(new
    {
        Parent = new Crumb(t["系统"]), Guard = "version", Name = now.Row.FullName, Page = $"/people/{now.Row.Id}", Action = $"/people/{now.Row.Id}/edit", now.Version,
        Rows = (ConflictRow[])
        [
            new("fullName", "姓名", now.Draft.FullName, mine.FullName), new("unit", "所属单位", now.Draft.Unit, mine.Unit),
            new("phone", "电话", now.Draft.Phone, mine.Phone), new("email", "邮箱", now.Draft.Email, mine.Email), new("deputyOf", "是谁的 B 角", now.Draft.DeputyOf, mine.DeputyOf),
        ],
    });

    private static async Task<IResult> Reset(long id, ResetPassword reset, Actor actor, CancellationToken cancel)
    {
        var done = await reset.Run(id, actor, cancel);
        return done.TryGet(out var account) ? Pages.Ok<PasswordShownPage>(new { Account = account }) : Pages.Problem(done.Faults);
    }

    private static async Task<IResult> SetState(long id, IFormCollection form, SetPersonState set, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var state = form["state"] == nameof(PersonState.Disabled) ? PersonState.Disabled : PersonState.Active;
        var done = await set.Run(id, state, actor, cancel);
        return done.Ok ? Said(id, state == PersonState.Disabled ? "已停用账号。" : "已启用账号。", flash, t, http) : Pages.Problem(done.Faults);
    }

    private static async Task<IResult> Grant(
        long id, IFormCollection form, GrantRoles grant, ListPeople list, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var chosen = form["roles"].OfType<string>().ToList();
        var done = await grant.Run(id, chosen, actor, cancel);
        if (done.Ok) return Said(id, "已保存角色。", flash, t, http);
        return await list.One(id, actor, grant, cancel) is { } now ? Pages.Refused<PersonPage>(new { View = now, Chosen = chosen }, done.Faults) : Pages.Problem(done.Faults);
    }

    private static async Task<IResult> Unlock(long id, UnlockPerson unlock, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var done = await unlock.Run(id, actor, cancel);
        return done.Ok ? Said(id, "已解除锁定。", flash, t, http) : Pages.Problem(done.Faults);
    }

    private static IResult Said(long id, string text, Flash flash, Translator t, HttpContext http) => flash.Back(http, $"/people/{id}", t[text]);

    private static PersonDraft Read(IFormCollection form) => new()
    {
        SignInName = form["signInName"].ToString(), FullName = form["fullName"].ToString(), Unit = form["unit"].ToString(), Phone = form["phone"].ToString(), Email = form["email"].ToString(), DeputyOf = form["deputyOf"].ToString(),
    };
}
