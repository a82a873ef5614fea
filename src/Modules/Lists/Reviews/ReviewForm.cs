using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Reviews;

/// <summary>What every form of a review does when its act is done, or refused.</summary>
internal sealed record ReviewForm(ShowReview Show, ShowSheet ShowSheet, Flash Flash, Translator T, HttpContext Http, Actor Actor)
{
    /// <summary>Back with a message.</summary>
    public IResult Back(string href, Tone tone, string message)
    {
        Flash.Say(Http, new FlashMessage(tone, message));
        return Results.LocalRedirect(href);
    }

    /// <summary>Back to the sheet, or its page with what was refused.</summary>
    public Task<IResult> OnSheet(long id, Result<Done> done, string message, IFormCollection form, CancellationToken cancel) =>
        done.Ok ? Task.FromResult(Back($"/lists/reviews/sheets/{id}", Tone.Ok, T[message])) : Sheet(id, form, done.Faults, cancel);

    /// <summary>Back to the board, or its page with what was refused.</summary>
    public Task<IResult> OnBoard(long id, Result<Done> done, string message, IFormCollection form, CancellationToken cancel) =>
        done.Ok ? Task.FromResult(Back($"/lists/reviews/{id}", Tone.Ok, message)) : Board(id, form, done.Faults, cancel);

    /// <summary>The page of a sheet.</summary>
    public async Task<IResult> Sheet(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var query = new QueryState(Http);
        var found = await ShowSheet.Run(id, ReviewFilter.From(name => query[name]), query.Page, Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<SheetPage>(new { View = view }) : Pages.Refused<SheetPage>(new { View = view, Texts = texts }, faults);
    }

    /// <summary>The board.</summary>
    public async Task<IResult> Board(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, CancellationToken cancel)
    {
        var found = await Show.Run(id, Actor, cancel);
        if (!found.TryGet(out var view)) return Pages.Problem(found.Faults);
        return faults.Count == 0 ? Pages.Ok<ReviewPage>(new { View = view }) : Pages.Refused<ReviewPage>(new { View = view, Texts = texts }, faults);
    }
}
