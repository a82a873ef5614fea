using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Negatives;

/// <summary>Writing an entry: new, or the next state of a candidate. The register is searched by a button of the form.</summary>
internal static class NegativeEditing
{
    public static void Map(RouteGroupBuilder write)
    {
        write.MapGet("/new", async (long? resource, NegativeEditPages pages, ListElements elements, CancellationToken cancel) => await pages.Page(0, 0, new NegativeInput { ResourceId = resource ?? 0, BasisState = $"{BasisState.Unknown}", Ban = $"{BanKind.Undecided}", Elements = elements.Negative.Defaults }, "", [], cancel));
        write.MapPost("/new", Create);
        write.MapGet("/{id:long}/edit", Edit);
        write.MapPost("/{id:long}/edit", Save);
    }

    private static async Task<IResult> Create(IFormCollection form, ProposeNegative propose, SubmitNegative submit, NegativeEditPages pages, ListElements elements, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var input = NegativeForm.Input(form, elements.Negative);
        if (form["action"] == "find") return await pages.Page(0, 0, input, form["find"].ToString(), [], cancel);
        var result = await propose.Run(input, actor, cancel);
        return result.TryGet(out var id) ? await Next(id, form, submit, flash, t, http, actor, cancel) : await pages.Page(0, 0, input, "", result.Faults, cancel);
    }

    private static async Task<IResult> Edit(long id, NegativeEditPages pages, Actor actor, CancellationToken cancel)
    {
        var stored = await pages.Stored(id, actor, cancel);
        return stored.TryGet(out var now) ? await pages.Page(id, now.Edit, now.Input, "", [], cancel) : Pages.Problem(stored.Faults);
    }

    private static async Task<IResult> Save(
        long id, IFormCollection form, EditNegative edit, SubmitNegative submit, NegativeEditPages pages, ListElements elements, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var (input, loaded) = (NegativeForm.Input(form, elements.Negative), (int)FormNumber.Of(form["edit"]));
        if (form["action"] == "find") return await pages.Page(id, loaded, input, form["find"].ToString(), [], cancel);
        var result = await edit.Run(id, loaded, input, actor, cancel);
        if (result.Ok) return await Next(id, form, submit, flash, t, http, actor, cancel);
        return result.Faults.Contains(NegativeFaults.ChangedMeanwhile) && (await pages.Stored(id, actor, cancel)).TryGet(out var now)
            ? await pages.Conflict(id, now.Edit, now.Input, input, t, cancel)
            : await pages.Page(id, loaded, input, "", result.Faults, cancel);
    }

    private static async Task<IResult> Next(long id, IFormCollection form, SubmitNegative submit, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (form["action"] != "submit") return NegativeEndpoints.Back(id, "已保存。写齐依据后送审。", flash, t, http);
        // Saved either way; what hinders handing in is said with it.
        var handed = await submit.Run(id, actor, cancel);
        if (handed.Ok) return NegativeEndpoints.Back(id, "已送审，轮到法制。", flash, t, http);
        flash.Say(http, new FlashMessage(Tone.Warn, $"{t["已保存，但还不能送审。"]}{string.Concat(handed.Faults.Select(f => t[f]))}"));
        return Results.LocalRedirect($"/lists/negatives/{id}");
    }
}
