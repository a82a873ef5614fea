using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Inbox;
using Qingdan.Workflow.Letters;

namespace Qingdan.Workflow.Orders.Viewing;

/// <summary>The pages of orders; one is issued on the page of its case.</summary>
internal static class OrderEndpoints
{
    public static void MapOrderPages(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/orders").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", async (FindOrders find, HttpContext http, Actor actor, CancellationToken cancel) => Pages.Ok<OrderListPage>(new { View = await find.Page(new QueryState(http)["tab"], InboxEndpoints.Before(http), FindOrders.Size, actor, cancel) }));
        read.MapGet("/{id:long}", (long id, [AsParameters] OrderForm at, CancellationToken cancel) => at.Page(id, null, [], cancel));
        read.MapGet("/{id:long}/letter", Draft);
        var unit = routes.MapGroup("/workflow/orders/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead, Roles.DataCentre));
        unit.MapPost("/answer", (long id, IFormCollection form, AnswerOrder act, [AsParameters] OrderForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["text"].ToString(), at.Actor, cancel), "已反馈，等下达单位处理。", form, cancel));
        var city = routes.MapGroup("/workflow").RequireAuthorization(p => p.RequireRole(Roles.City));
        city.MapPost("/orders/{id:long}/again", (long id, IFormCollection form, AskOrderAgain act, [AsParameters] OrderForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["asks"].ToString(), form["dueOn"].ToString(), at.Actor, cancel), "已再次督办。", form, cancel));
        city.MapPost("/orders/{id:long}/close", (long id, IFormCollection form, CloseOrder act, [AsParameters] OrderForm at, CancellationToken cancel) => at.Done(id, act.Run(id, form.Edit(), form["opinion"].ToString(), at.Actor, cancel), "已销号。", form, cancel));
        city.MapPost("/cases/{id:long}/orders", Issue);
        city.MapPost("/orders/{id:long}/letter", Keep).TakesFiles();
    }

    private static async Task<IResult> Issue(long id, IFormCollection form, IssueOrder act, [AsParameters] CaseForm at, CancellationToken cancel)
    {
        var issued = await act.Run(id, form["to"].ToString(), form["asks"].ToString(), form["dueOn"].ToString(), at.Actor, cancel);
        return issued.Ok ? at.Back(id, "督办单已下达。") : await CaseEndpoints.Page(id, at.Show, at.Actor, form, issued.Faults, cancel);
    }

    private static async Task<IResult> Draft(long id, FindOrders find, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        using var file = new MemoryStream();
        LetterFile.Write(OrderLetter.Write(view, clock.Today()), file);
        return Results.File(file.ToArray(), LetterFile.ContentType, $"{view.Row.Number}.docx");
    }

    private static async Task<IResult> Keep(long id, IFormCollection form, KeepOrderLetter keep, [AsParameters] OrderForm at, CancellationToken cancel)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return await at.Page(id, form, [LetterEndpoints.NoFile], cancel);
        await using var content = file.OpenReadStream();
        return await at.Done(id, keep.Run(id, Path.GetFileName(file.FileName), content, at.Actor, cancel), "定稿已归档。", form, cancel);
    }
}

/// <summary>What every form of an order does when its act is done, or refused.</summary>
internal sealed record OrderForm(FindOrders Find, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back to the order with a message, or the page again with what was typed.</summary>
    public async Task<IResult> Done(long id, Task<Result<Done>> act, string message, IFormCollection form, CancellationToken cancel)
    {
        var result = await act;
        if (!result.Ok) return await Page(id, form, result.Faults, cancel);
        return Flash.Back(Http, $"/workflow/orders/{id}", T[message]);
    }

    /// <summary>The page, or what was refused on it.</summary>
    public async Task<IResult> Page(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await Find.One(id, Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<OrderPage>(new { View = view }) : Pages.Refused<OrderPage>(new { View = view, Texts = texts }, faults);
    }
}
