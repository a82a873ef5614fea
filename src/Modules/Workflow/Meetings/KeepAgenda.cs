using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Meetings.Viewing;

namespace Qingdan.Workflow.Meetings;

/// <summary>Keeps the final file of a 议题单, by the city's people.</summary>
internal sealed class KeepAgenda(Store store, ShowMeeting show, LetterBook book, TimeProvider clock)
{
    /// <summary>Keeps one; <paramref name="content"/> can be read twice.</summary>
    public async Task<Result<Done>> Run(long id, string number, string fileName, Stream content, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.City)) return CaseFaults.NotYours;
        var found = await show.Run(id, actor, cancel);
        if (!found.TryGet(out var view)) return found.As<Done>();
        var row = await store.Set<Meeting>().AsNoTracking().SingleAsync(m => m.Id == id, cancel);
        return await book.Keep(AgendaLetter.Write(view, actor.UnitName, clock.Today()), new(LetterKind.Agenda, 0, id, MeetingAudit.Of(row)), number, fileName, content, actor, cancel);
    }
}
