using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Letters;

namespace Qingdan.Workflow.Meetings.Viewing;

/// <summary>Pages and forms of meetings.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/workflow/meetings").RequireAuthorization(p => p.RequireRole(Roles.SeeAll));
        read.MapGet("", async (ShowMeeting show, Actor actor, CancellationToken cancel) => Pages.Ok<MeetingListPage>(new { Rows = await show.All(cancel), MayPlan = actor.Is(Roles.City) }));
        read.MapGet("/{id:long}", (long id, ShowMeeting show, Actor actor, CancellationToken cancel) => Page(id, show, actor, null, [], cancel));
        read.MapGet("/{id:long}/agenda", Agenda);
        var city = routes.MapGroup("/workflow/meetings").RequireAuthorization(p => p.RequireRole(Roles.City));
        city.MapGet("/new", (FindMatters find, CancellationToken cancel) => New(find, null, [], cancel));
        city.MapPost("/new", Plan);
        city.MapPost("/{id:long}/cancel", Cancel);
        city.MapPost("/{id:long}/agenda", Keep).TakesFiles();
        routes.MapPost("/workflow/meetings/{id:long}/minutes", Conclude).TakesFiles().RequireAuthorization(p => p.RequireRole(Roles.Authority));
    }

    private static async Task<IResult> Page(long id, ShowMeeting show, Actor actor, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<MeetingPage>(new { View = view }) : Pages.Refused<MeetingPage>(new { View = view, Texts = texts }, faults);
    }

    private static async Task<IResult> New(FindMatters find, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var offered = await find.Run(cancel);
        return faults.Count == 0 ? Pages.Ok<MeetingNewPage>(new { Offered = offered }) : Pages.Refused<MeetingNewPage>(new { Offered = offered, Texts = texts }, faults);
    }

    private static async Task<IResult> Agenda(long id, ShowMeeting show, IOrganizationDirectory organizations, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        // A letter names its unit in full.
        var unit = (await organizations.Tree(cancel)).Find(actor.UnitId)?.Name ?? actor.UnitName;
        using var file = new MemoryStream();
        LetterFile.Write(AgendaLetter.Write(view, unit, clock.Today()), file);
        return Results.File(file.ToArray(), LetterFile.ContentType, $"{view.Row.Title}.docx");
    }

    private static async Task<IResult> Plan(IFormCollection form, PlanMeeting plan, FindMatters find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var planned = await plan.Run(new MeetingInput(form["title"].ToString(), TypedDay.Read(form["meetsOn"]), form["place"].ToString(), [.. form["matters"].OfType<string>()]), actor, cancel);
        if (!planned.TryGet(out var id)) return await New(find, form, planned.Faults, cancel);
        return flash.Back(http, $"/workflow/meetings/{id}", t["会商已安排，议题单可以下载。"]);
    }

    private static async Task<IResult> Keep(long id, IFormCollection form, KeepAgenda keep, ShowMeeting show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return await Page(id, show, actor, form, [LetterEndpoints.NoFile], cancel);
        await using var content = file.OpenReadStream();
        var result = await keep.Run(id, form["number"].ToString(), Path.GetFileName(file.FileName), content, actor, cancel);
        return result.Ok ? Back(id, "定稿已归档。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Cancel(long id, IFormCollection form, CancelMeeting act, ShowMeeting show, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await act.Run(id, form.Edit(), form["why"].ToString(), actor, cancel);
        return result.Ok ? Back(id, "会商已取消，议题可以列入别的会商。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static async Task<IResult> Conclude(long id, IFormCollection form, ConcludeMeeting act, ShowMeeting show, PaperForm paper, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var read = await paper.Read(form, agrees: true, actor, cancel);
        var result = read.TryGet(out var minutes) ? await act.Run(id, form.Edit(), minutes, MeetingForm.Said(form), actor, cancel) : read.As<Done>();
        return result.Ok ? Back(id, "纪要已登记，各件已按结论办理。", flash, t, http) : await Page(id, show, actor, form, result.Faults, cancel);
    }

    private static IResult Back(long id, string message, Flash flash, Translator t, HttpContext http) =>
        flash.Back(http, $"/workflow/meetings/{id}", t[message]);
}
