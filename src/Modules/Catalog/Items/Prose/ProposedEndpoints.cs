using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>The page on which a unit confirms what its summaries name; for the city's roles the figures of all units.</summary>
internal static class ProposedEndpoints
{
    private const string Address = "/catalog/proposed-items";

    /// <summary>Those who confirm for their unit.</summary>
    public static string[] Keepers { get; } = [Roles.Liaison, Roles.UnitHead];

    public static void Map(RouteGroupBuilder catalog)
    {
        catalog.MapGroup("/proposed-items").RequireAuthorization(p => p.RequireRole([.. Keepers, .. Roles.SeeAll])).MapGet("", Show);
        var write = catalog.MapGroup("/proposed-items").RequireAuthorization(p => p.RequireRole(Keepers));
        write.MapPost("", Take);
        write.MapPost("/{id:long}/refusal", Refuse);
    }

    private static async Task<IResult> Show(FindProposed find, DecisionBook decisions, Actor actor, CancellationToken cancel, long after = 0, long done = 0) => actor.Is(Keepers)
        ? Pages.Ok<ProposedItemsPage>(new { Found = await find.Page(after, FindProposed.Size, actor, cancel), After = after, Taken = await Taken(done, decisions, actor, cancel) })
        : Pages.Ok<BareUnitsPage>(new { Units = await find.ByUnit(cancel) });

    private static async Task<IResult> Take(IFormCollection form, TakeProposed take, FindProposed find, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var confirmed = form["id"].Select(Number).Where(id => id > 0).Distinct().Select(id => new ConfirmedItems(id, (int)Number(form[$"edit-{id}"]), [.. form[$"item-{id}"].OfType<string>()])).ToList();
        var result = await take.Run(confirmed, actor, cancel);
        var (after, back) = (Number(form["after"]), Number(form["back"]));
        if (!result.TryGet(out var done))
            return back > 0 ? Pages.Problem(result.Faults) : Pages.Refused<ProposedItemsPage>(new { Found = await find.Page(after, FindProposed.Size, actor, cancel), After = after, Chosen = form }, result.Faults);
        var text = done.Left > 0 ? t["已为 {0} 个目录补上数据项；{1} 个之后又有变化，没有动。", done.Done, done.Left] : t["已为 {0} 个目录补上数据项。", done.Done];
        return flash.Back(http, back > 0 ? $"/catalog/{back}" : $"{Address}?after={after}&done={done.Decision}", text, t["撤销这 {0} 个", done.Done], $"/catalog/bulk/{done.Decision}/undo");
    }

    private static async Task<IResult> Refuse(long id, IFormCollection form, RefuseProposed refuse, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var result = await refuse.Run(id, actor, cancel);
        if (!result.TryGet(out var name)) return Pages.Problem(result.Faults);
        return flash.Back(http, Number(form["back"]) is > 0 and var back ? $"/catalog/{back}" : $"{Address}?after={Number(form["after"])}", t["已记下：“{0}”的摘要没有写数据项，以后不再提示。数据项可以在目录里逐项填写。", name]);
    }

    // What was undone since, or handed in, is left out when the bulk submission reads it.
    private static async Task<IReadOnlyList<long>> Taken(long decision, DecisionBook decisions, Actor actor, CancellationToken cancel) =>
        decision > 0 && (await decisions.Undoable(decision, actor, cancel)).Ok ? (await decisions.Rows(decision, CatalogAudit.Kind, cancel)).ConvertAll(r => r.TargetId) : [];

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
