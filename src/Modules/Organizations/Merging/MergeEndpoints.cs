using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Organizations.Merging;

/// <summary>The page of merge proposals.</summary>
internal static class MergeEndpoints
{
    private const string Page = "/organizations/merges";

    public static void MapMerges(this IEndpointRouteBuilder routes)
    {
        var merge = routes.MapGroup("/organizations").For(Access.MergeUnits);
        merge.MapGet("/merges", async (HttpContext http, ProposedMerges proposed, CancellationToken cancel) => Pages.Ok<MergesPage>(new { View = await View(proposed, new QueryState(http), "", "", cancel) }));
        merge.MapPost("/merges", Decide);
        merge.MapPost("/merges/by-hand", ByHand);
        merge.MapPost("/{id:long}/undo-merge", Undo);
    }

    private static async Task<IResult> Decide(
        IFormCollection form, MergeOrganizations merge, KeepApart apart, IOrganizationDirectory directory, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!long.TryParse(form["keepId"], out var keep) || !long.TryParse(form["mergeId"], out var from)) return Results.BadRequest();
        if (form["decision"] == "reverse") (keep, from) = (from, keep);
        var name = (await directory.Tree(cancel)).Find(from)?.Name ?? "";
        var decided = form["decision"] == "apart" ? await apart.Run(keep, from, actor, cancel) : await merge.Run(from, keep, actor, cancel);
        if (!decided.Ok) return Pages.Problem(decided.Faults);
        flash.Say(http, form["decision"] == "apart" ? new FlashMessage(Tone.Ok, t["已记下：不是同一单位，不再提示。"])
            : new FlashMessage(Tone.Ok, t["已合并“{0}”。", name], t["撤销"], $"/organizations/{from}/undo-merge"));
        return Results.LocalRedirect(Page);
    }

    private static async Task<IResult> ByHand(
        IFormCollection form, MergeOrganizations merge, ProposedMerges proposed, IOrganizationDirectory directory, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var (fromText, intoText) = (form["from"].ToString(), form["into"].ToString());
        var (from, into) = (tree.Resolve(fromText), tree.Resolve(intoText));
        var faults = new List<Fault>();
        if (from is null) faults.Add(new Fault("organizations.merge.unknown", "没有找到单位“{0}”。请填写它的全称、简称或代码。", "from", FaultKind.Invalid, fromText));
        if (into is null) faults.Add(new Fault("organizations.merge.unknown", "没有找到单位“{0}”。请填写它的全称、简称或代码。", "into", FaultKind.Invalid, intoText));
        var merged = faults.Count > 0 ? faults : await merge.Run(from!.Value, into!.Value, actor, cancel);
        if (!merged.Ok) return Pages.Refused<MergesPage>(new { View = await View(proposed, new QueryState(http), fromText, intoText, cancel) }, merged.Faults);
        return flash.Back(http, $"/organizations/{into}", t["已合并“{0}”。", tree.Find(from!.Value)!.Name], t["撤销"], $"/organizations/{from}/undo-merge");
    }

    private static async Task<IResult> Undo(long id, UndoMerge undo, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var undone = await undo.Run(id, actor, cancel);
        if (!undone.Ok) return Pages.Problem(undone.Faults);
        return flash.Back(http, $"/organizations/{id}", t["已撤销合并。"]);
    }

    private static async Task<MergesView> View(ProposedMerges proposed, QueryState query, string from, string into, CancellationToken cancel)
    {
        var all = await proposed.List(cancel);
        var rows = all.Skip((query.Page - 1) * MergesView.Size).Take(MergesView.Size).Select(p => new ProposalRow(p.Keep, p.Merge, p.Likelihood == Likelihood.High, p.Reason));
        return new MergesView([.. rows], query.Page, all.Count, from.Length > 0 ? from : query["from"] ?? "", into);
    }
}
