using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Orders.Viewing;

namespace Qingdan.Workflow.Orders;

/// <summary>Orders for programs.</summary>
internal static class OrderApi
{
    private const int Most = 200;

    public static void MapOrderApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/workflow/orders").RequireAuthorization(p => p.RequireRole(Roles.Business)).WithTags("orders");
        read.MapGet("", List).WithSummary("督办单，新的在前，按 before 翻页 / orders, newest first, by keyset");
        read.MapGet("/{id:long}", Get).Produces<OrderView>().WithSummary("一份督办单和经过 / one order with its course");
        var unit = routes.MapGroup("/api/v1/workflow/orders/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead, Roles.DataCentre)).WithTags("orders");
        unit.MapPost("/answer", (long id, OrderText order, AnswerOrder act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Text, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("反馈督办，须带 If-Match / answer an order, with If-Match");
        var city = routes.MapGroup("/api/v1/workflow").RequireAuthorization(p => p.RequireRole(Roles.City)).WithTags("orders");
        city.MapPost("/cases/{id:long}/orders", Issue).Produces<OrderView>(StatusCodes.Status201Created).WithSummary("下达督办单 / issue an order on a case");
        city.MapPost("/orders/{id:long}/again", (long id, OrderAgain order, AskOrderAgain act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Asks, order.DueOn, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("再次督办，须带 If-Match / ask again, with If-Match");
        city.MapPost("/orders/{id:long}/close", (long id, OrderText order, CloseOrder act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Text, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("督办销号，须带 If-Match / close an order, with If-Match");
    }

    private static async Task<Ok<OrdersAnswer>> List(FindOrders find, Actor actor, CancellationToken cancel, string? tab = null, long before = 0, int limit = 50)
    {
        var page = await find.Page(tab, Math.Max(before, 0), Math.Clamp(limit, 1, Most), actor, cancel);
        return TypedResults.Ok(new OrdersAnswer(page.Rows, page.Next));
    }

    private static async Task<IResult> Get(long id, FindOrders find, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await find.One(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Issue(long id, NewOrder order, IssueOrder act, FindOrders find, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var issued = await act.Run(id, order.To, order.Asks, order.DueOn, actor, cancel);
        if (!issued.TryGet(out var made)) return ProblemAnswers.From(issued.Faults, t);
        var found = await find.One(made, actor, cancel);
        http.Response.Headers.ETag = $"\"{found.Value.Edit}\"";
        return TypedResults.Created($"/api/v1/workflow/orders/{made}", found.Value);
    }
}

/// <summary>A word with an act.</summary>
internal sealed record OrderText(string Text = "");

/// <summary>A new order. <paramref name="To"/>: Requester, Provider or Centre. <paramref name="DueOn"/>: a working day, yyyy-MM-dd.</summary>
internal sealed record NewOrder(string To, string Asks, string DueOn);

/// <summary>The same order again.</summary>
internal sealed record OrderAgain(string Asks, string DueOn);

/// <summary>Some orders. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
internal sealed record OrdersAnswer(IReadOnlyList<OrderRow> Items, long? Next);
