using Microsoft.AspNetCore.Http;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Demands;

/// <summary>What the form of a demand outside the catalogue may do beside being saved: ask for what is like it, and change over to it.</summary>
internal static class DemandOffers
{
    /// <summary>True when one of its two buttons was pressed.</summary>
    public static bool Asked(IFormCollection form) => form["action"] == "match" || Chosen(form) > 0;

    /// <summary>From a form that is not saved yet.</summary>
    public static async Task<IResult> New(
        DemandInput input, IFormCollection form, OfferResources offer, FindRepeats repeats, SaveDemand save, IReadOnlyList<Option> units, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (Chosen(form) == 0) return await Show(0, 0, input, offer, await repeats.Typed(0, input, actor, cancel), units, cancel);
        var instead = await offer.Instead(input, Chosen(form), cancel);
        var made = instead.TryGet(out var inside) ? await save.Create(inside, actor, cancel) : instead.As<long>();
        return made.TryGet(out var id) ? Back(id, flash, t, http) : Pages.Refused<DemandEditPage>(new { Input = input, Units = units }, made.Faults);
    }

    /// <summary>From the form of a draft.</summary>
    public static async Task<IResult> Draft(
        long id, int edit, DemandInput input, IFormCollection form, OfferResources offer, FindRepeats repeats, SaveDemand save, ShowDemand show, IReadOnlyList<Option> units, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, true, actor, cancel) is { Ok: false } hidden) return Pages.Problem(hidden.Faults);
        if (Chosen(form) == 0) return await Show(id, edit, input, offer, await repeats.Typed(id, input, actor, cancel), units, cancel);
        var instead = await offer.Instead(input, Chosen(form), cancel);
        var saved = instead.TryGet(out var inside) ? await save.Update(id, edit, inside, actor, cancel) : instead.As<Done>();
        return saved.Ok ? Back(id, flash, t, http) : Pages.Refused<DemandEditPage>(new { Id = id, Edit = edit, Input = input, Units = units }, saved.Faults);
    }

    private static async Task<IResult> Show(long id, int edit, DemandInput input, OfferResources offer, IReadOnlyList<RepeatBeside> beside, IReadOnlyList<Option> units, CancellationToken cancel)
    {
        var found = await offer.For(input, cancel);
        return found.TryGet(out var matches)
            ? Pages.Ok<DemandEditPage>(new { Id = id, Edit = edit, Input = input, Units = units, Matches = matches, Beside = beside })
            : Pages.Refused<DemandEditPage>(new { Id = id, Edit = edit, Input = input, Units = units, Beside = beside }, found.Faults);
    }

    private static long Chosen(IFormCollection form) => FormNumber.Of(form["use"]);

    private static IResult Back(long id, Flash flash, Translator t, HttpContext http)
    {
        flash.Say(http, new FlashMessage(Tone.Ok, t["已改为申请目录里的数据，请核对勾选的数据项，再填写其余部分。"]));
        return Results.LocalRedirect($"/lists/demands/{id}/edit");
    }
}
