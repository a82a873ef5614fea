using Qingdan.Platform.Audit;
using Qingdan.Records.Contracts;

namespace Qingdan.Lists;

/// <summary>One thing that happened to a row of a list. <paramref name="What"/> is a Chinese word.</summary>
public sealed record PastEvent(DateTimeOffset At, string What, string Who, string Why);

/// <summary>经过: what the audit log knows of one row, decisions over many among it.</summary>
internal sealed class RowHistory(DecisionBook decisions, IEnumerable<AuditAction> actions)
{
    /// <summary>Most events that are read.</summary>
    public const int Most = 100;
    private readonly Dictionary<string, string> _names = actions.ToDictionary(a => a.Code, a => a.Text);

    /// <summary>The newest first; of some actions only when given.</summary>
    public async Task<List<PastEvent>> Of(string kind, long id, IReadOnlyCollection<string>? only, CancellationToken cancel) =>
        [.. (await decisions.History(kind, id, Most, cancel)).Where(e => only?.Contains(e.Action) != false).Select(e => new PastEvent(e.At, _names.GetValueOrDefault(e.Action, e.Action), e.ActorName, e.Why ?? ""))];
}
