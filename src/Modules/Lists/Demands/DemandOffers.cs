using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Demands;

/// <summary>What the form of a demand outside the catalogue may do beside being saved: ask for what is like it, and change over to it.</summary>
internal static class DemandOffers
{
    /// <summary>True when one of its two buttons was pressed.</summary>
    public static bool Asked(IFormCollection form) => form["action"] == "match" || Chosen(form) > 0;

    /// <summary>From the form of a draft, or from one that is not saved yet.</summary>
    public static async Task<IResult> Run(DeskState at, DemandWriting w, CancellationToken cancel)
    {
        if (Chosen(at.Form!) == 0)
        {
            var found = await w.Offer.For(at.Input, cancel);
            return await w.Desk.Page(found.TryGet(out var matches) ? at with { Matches = matches } : at with { Faults = found.Faults }, w.Actor, cancel);
        }
        var instead = await w.Offer.Instead(at.Input, Chosen(at.Form!), cancel);
        var kept = instead.TryGet(out var inside) ? await Keep(at, inside, w, cancel) : instead.As<long>();
        if (!kept.TryGet(out var id)) return await w.Desk.Page(at with { Faults = kept.Faults }, w.Actor, cancel);
        return w.Flash.Back(w.Http, $"/lists/demands/{id}/edit", w.T["已改为申请目录里的数据，请核对勾选的数据项，再填写其余部分。"]);
    }

    private static async Task<Result<long>> Keep(DeskState at, DemandInput inside, DemandWriting w, CancellationToken cancel)
    {
        if (at.View is not { Row.Id: var id }) return await w.Save.Create(inside, w.Actor, cancel);
        var saved = await w.Save.Update(id, at.Edit, inside, w.Actor, cancel);
        return saved.Ok ? id : saved.As<long>();
    }

    private static long Chosen(IFormCollection form) => FormNumber.Of(form["use"]);
}
