using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Notices;

namespace Qingdan.Workflow.Contracts;

/// <summary>Notices of other modules: in the program, by mail and by webhook, as each person has chosen. Written into the running unit of work; the caller saves.</summary>
public sealed class UnitNotices
{
    private readonly NoticeBook _notices;

    internal UnitNotices(NoticeBook notices) => _notices = notices;

    /// <summary>Tells the liaisons and heads of units that a day is near. <paramref name="text"/> is a Chinese sentence with placeholders.</summary>
    public Task DueSoon(Subject about, IReadOnlyCollection<long> units, string text, string href, CancellationToken cancel, params object[] args) => Tell(NoticeKind.DueSoon, Actor.System, about, units, text, href, args, cancel);

    /// <summary>Tells the liaisons and heads of units that something of theirs has gone on.</summary>
    public Task Progress(Actor actor, Subject about, IReadOnlyCollection<long> units, string text, string href, CancellationToken cancel, params object[] args) => Tell(NoticeKind.Progress, actor, about, units, text, href, args, cancel);

    private Task Tell(NoticeKind kind, Actor actor, Subject about, IReadOnlyCollection<long> units, string text, string href, object[] args, CancellationToken cancel) =>
        _notices.Tell(actor, kind, about, units, [Roles.Liaison, Roles.UnitHead], text, href, cancel, args);
}
