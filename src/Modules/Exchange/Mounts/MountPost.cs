using Microsoft.AspNetCore.Http;
using Qingdan.Exchange.Mounts.Trial;
using Qingdan.Exchange.Mounts.Viewing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Mounts;

/// <summary>What the pages of a mount answer: the page, the form again with what was typed, or back with a message.</summary>
internal sealed record MountPost(ShowMount Show, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>The page of a mount, with what a trial call brought.</summary>
    public async Task<IResult> Page(long id, TrialView? trial, CancellationToken cancel)
    {
        var found = await Show.Run(id, Actor, cancel);
        return found.TryGet(out var view) ? Pages.Ok<MountPage>(new { View = view, Trial = trial }) : Pages.Problem(found.Faults);
    }

    /// <summary>The page again, with why not.</summary>
    public async Task<IResult> Refused(long id, IReadOnlyList<Fault> faults, CancellationToken cancel, string why = "")
    {
        var found = await Show.Run(id, Actor, cancel);
        return found.TryGet(out var view) ? Pages.Refused<MountPage>(new { View = view, Why = why }, faults) : Pages.Problem(found.Faults);
    }

    /// <summary>Saves the form, or shows it again.</summary>
    public async Task<IResult> Save(long id, long resource, IFormCollection form, SaveMount save, CancellationToken cancel)
    {
        var draft = MountInput.Read(form);
        var saved = await save.Run(id, form.Edit(), resource, draft, Actor, cancel);
        if (saved.TryGet(out var kept)) return Back(kept, T["已保存。请试调，成功后才能启用。"]);
        var found = await Show.Form(id, resource, draft, Actor, cancel);
        return found.TryGet(out var view) ? Pages.Refused<MountFormPage>(new { View = view }, saved.Faults) : Pages.Problem(found.Faults);
    }

    /// <summary>Back to the mount, with a message.</summary>
    public IResult Back(long id, string message) => Flash.Back(Http, $"{MountEndpoints.Href}/{id}", message);
}
