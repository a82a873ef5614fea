using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>合并答复 or 不是重复: the data centre says what two demands that are alike are. Remembered until one of the two wants something else.</summary>
internal sealed class DecideRepeat(Store store, KeepRepeats repeats, AuditLog audit, TimeProvider clock)
{
    /// <summary>Most characters of a reason.</summary>
    public const int MostWhy = 500;

    public static readonly Fault NotFound = new("lists.repeat.not-found", "没有这一对需求，或它们已经不相似了。请刷新后再看。", null, FaultKind.NotFound);
    private static readonly Fault Decided = new("lists.repeat.decided", "这一对需求别人已经处理过了。请刷新后再看。", null, FaultKind.Conflict);

    /// <summary>Decides about one pair; a reason is owed for telling them apart.</summary>
    public async Task<Result<Done>> Run(long id, bool together, string why, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.DataCentre)) return DemandFaults.NotYours;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await repeats.Turn(cancel);
        if (await store.Set<DemandRepeat>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } row) return NotFound;
        var two = await store.Set<Demand>().AsNoTracking().Where(d => (d.Id == row.FirstId || d.Id == row.SecondId) && d.State != DemandState.Draft).OrderBy(d => d.Id).ToListAsync(cancel);
        // What its unit has not handed in is nobody else's to decide about.
        if (two.Count < 2) return NotFound;
        if (row.State != RepeatState.Open) return Decided;
        if (!together && why.Trim().Length == 0) return new Fault("lists.repeat.why.required", "请写明为什么不是重复。", "why");
        if (why.Length > MostWhy) return new Fault("lists.repeat.why.too-long", "理由不超过 {0} 字。", "why", FaultKind.Invalid, MostWhy);
        if (ClassificationMarks.Refusal(why, "why") is { } marked) return marked;

        (row.State, row.Why, row.DecidedBy, row.DecidedAt) = (together ? RepeatState.Joined : RepeatState.Rejected, why.Trim(), actor.Name, clock.GetUtcNow());
        foreach (var (one, other) in new[] { (two[0], two[1]), (two[1], two[0]) })
            audit.Add(actor, together ? ListsAudit.DemandsJoined : ListsAudit.DemandsToldApart, ListsAudit.Of(one), after: new { With = new { other.Id, other.Number, other.Name } }, why: why.Trim());
        if (!await store.TrySave(cancel)) return Decided;
        await repeats.Tell([row], cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
