using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The pages of the 责任清单.</summary>
internal static class EntryEndpoints
{
    public static void MapEntries(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/lists/responsibilities").RequireAuthorization(p => p.RequireRole(Roles.Business));
        read.MapGet("", List);
        read.MapGet("/{id:long}", Show);
        ExportEndpoints.Map(read);
        var decide = routes.MapGroup("/lists/responsibilities").RequireAuthorization(p => p.RequireRole([Roles.Liaison, Roles.UnitHead, .. Roles.City]));
        decide.MapPost("", Decide);
        decide.MapPost("/undo/{decision:long}", Undo);
        EntryEditing.Map(decide);
    }

    private static async Task<IResult> List(FindEntries find, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        return Pages.Ok<ListPage>(new { View = await find.Page(EntryFilter.From(query), query["sort"] ?? "", query.Page, actor, cancel) });
    }

    private static async Task<IResult> Show(long id, ShowEntry show, Actor actor, CancellationToken cancel)
    {
        var found = await show.Run(id, actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<EntryPage>(new { View = view }) : Pages.Problem(found.Faults);
    }

    // The form is sent to the address of the list itself, so that the filter is what it was and a refusal shows the same page.
    private static async Task<IResult> Decide(IFormCollection form, ConfirmCandidates confirm, RejectCandidates reject, FindEntries find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var query = new QueryState(http);
        var choice = new EntryChoice(form["all"] == "true" ? null : [.. form["id"].Select(id => long.TryParse(id, out var number) ? number : 0)], EntryFilter.From(query));
        var (refuses, why) = (form["act"] == "reject", form["why"].ToString());
        var result = refuses ? await reject.Run(choice, why, actor, cancel) : await confirm.Run(choice, actor, cancel);
        if (!result.TryGet(out var done))
            return Pages.Refused<ListPage>(new { View = await find.Page(EntryFilter.From(query), query["sort"] ?? "", query.Page, actor, cancel), Why = why }, result.Faults);
        return flash.Back(http, query.With("select", null), Said(t, refuses, done), t["撤销这 {0} 条", done.Count], $"/lists/responsibilities/undo/{done.DecisionId}");
    }

    private static string Said(Translator t, bool refuses, Decided done) =>
        refuses ? t["{0} 条不列入责任清单。今天 24:00 前可以撤销。", done.Count]
        : done.Left == 0 ? t["已确认 {0} 条拟列入，写入责任清单。今天 24:00 前可以撤销。", done.Count]
        : t["已确认 {0} 条，写入责任清单；{1} 条共享属性未定或在负面清单中，没有确认。今天 24:00 前可以撤销。", done.Count, done.Left];

    private static async Task<IResult> Undo(long decision, UndoDecision undo, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await undo.Run(decision, actor, cancel);
        if (!result.TryGet(out var count)) return Pages.Problem(result.Faults);
        return flash.Back(http, "/lists/responsibilities?tab=Candidate", t["已撤销，{0} 条恢复原状。", count]);
    }
}
