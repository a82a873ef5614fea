using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Meetings.Viewing;

namespace Qingdan.Workflow.Meetings;

/// <summary>Meetings for programs.</summary>
internal static class MeetingApi
{
    private const int Most = 200;

    public static void MapMeetingApi(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/workflow/meetings").RequireAuthorization(p => p.RequireRole(Roles.SeeAll)).WithTags("meetings");
        read.MapGet("", List).WithSummary("会商，按 id 翻页 / meetings, by keyset");
        read.MapGet("/{id:long}", Get).Produces<MeetingView>().WithSummary("一次会商：议题、结论、纪要 / one meeting with its matters and minutes");
        var city = routes.MapGroup("/api/v1/workflow/meetings").RequireAuthorization(p => p.RequireRole(Roles.City)).WithTags("meetings");
        city.MapGet("/matters", async (FindMatters find, CancellationToken cancel) => TypedResults.Ok(await find.Run(cancel))).WithSummary("可以上会的议题 / matters that wait for a meeting");
        city.MapPost("", Plan).Produces<MeetingView>(StatusCodes.Status201Created).WithSummary("安排会商 / plan a meeting");
        city.MapPost("/{id:long}/cancel", (long id, MeetingWord order, CancelMeeting act, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, edit => act.Run(id, edit, order.Why, actor, cancel)))
            .Produces(StatusCodes.Status204NoContent).WithSummary("取消会商，须带 If-Match / cancel it, with If-Match");
        routes.MapGroup("/api/v1/workflow/meetings/{id:long}").RequireAuthorization(p => p.RequireRole(Roles.Authority)).WithTags("meetings")
            .MapPost("/minutes", Conclude).TakesFiles().Accepts<MinutesForm>("multipart/form-data").Produces(StatusCodes.Status204NoContent).WithSummary("登记会商纪要，逐件结论，须带 If-Match / enter the minutes, matter by matter, with If-Match");
    }

    private static async Task<Ok<MeetingsAnswer>> List(ShowMeeting show, CancellationToken cancel, long after = 0, int limit = 50)
    {
        var take = Math.Clamp(limit, 1, Most);
        var rows = await show.After(after, take, cancel);
        return TypedResults.Ok(new MeetingsAnswer(rows, rows.Count == take ? rows[^1].Id : null));
    }

    private static async Task<IResult> Get(long id, ShowMeeting show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return ProblemAnswers.From(found.Faults, t);
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> Plan(NewMeeting order, PlanMeeting plan, ShowMeeting show, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var planned = await plan.Run(new MeetingInput(order.Title, order.MeetsOn, order.Place, order.Matters ?? []), actor, cancel);
        if (!planned.TryGet(out var id)) return ProblemAnswers.From(planned.Faults, t);
        var view = (await show.Run(id, actor, cancel)).Value;
        http.Response.Headers.ETag = $"\"{view.Edit}\"";
        return TypedResults.Created($"/api/v1/workflow/meetings/{id}", view);
    }

    private static Task<IResult> Conclude(long id, ConcludeMeeting act, PaperForm paper, Translator t, HttpContext http, Actor actor, CancellationToken cancel) => CaseApi.Done(http, t, async edit =>
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var read = await paper.Read(form, agrees: true, actor, cancel);
        return read.TryGet(out var minutes) ? await act.Run(id, edit, minutes, MeetingForm.Said(form), actor, cancel) : read.As<Done>();
    });
}

/// <summary>A new meeting. <paramref name="Matters"/>: keys of offered matters, in the order of the agenda.</summary>
internal sealed record NewMeeting(string Title = "", DateOnly? MeetsOn = null, string Place = "", IReadOnlyList<string>? Matters = null);

/// <summary>Why it does not take place.</summary>
internal sealed record MeetingWord(string Why = "");

/// <summary>The fields of the minutes, with <c>matters[1].outcome</c> (<c>Grant</c>, <c>Uphold</c>, <c>Name</c>, <c>Defer</c>), <c>.conclusion</c>, <c>.provider</c>, <c>.verdict-ITEM</c> and so on for each matter.</summary>
internal sealed record MinutesForm(string? Signer, DateOnly? SignedOn, string DocumentNumber, IFormFile? Scan);

/// <summary>Some meetings. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record MeetingsAnswer(IReadOnlyList<MeetingRow> Items, long? Next);
