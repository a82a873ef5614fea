using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// 转定期复核: entries in force whose clause a change of law concerns become due at once, with the reason. They stay in force: whoever answers for them decides what becomes of them.
/// Within the caller's transaction. One that bears the reason already is left as it is.
/// </summary>
internal sealed class MarkForReview(Store store, ListsTurn turn, AuditLog audit, IdSource ids, TimeProvider clock, LegalRegister register)
{
    /// <summary>Marks them; the units with how many of their entries were marked.</summary>
    public async Task<IReadOnlyDictionary<long, int>> Run(ChangedLaw law, CancellationToken cancel)
    {
        await using var writing = await turn.Begin(cancel);
        var part = Citation.Part(law.Name);
        var rows = (await store.Set<Negative>().Where(n => n.State == NegativeState.InForce && n.BasisName.Contains(part)).OrderBy(n => n.Id).ToListAsync(cancel)).FindAll(n => Citation.Cites(n.BasisName, law.Name));
        if (rows.Count == 0) return new Dictionary<long, int>();
        var now = law.Change == LawEvent.Replaced ? await register.Clauses(law.Id, cancel) : [];
        var cause = law.Repealed ? ReviewCause.Repealed : ReviewCause.Amended;
        var concerned = rows.FindAll(n => !(n.ReviewCause == cause && n.ReviewChangedOn == law.On) && BasisTurn.Concerns(Quoted(n), law, now));
        foreach (var row in concerned) Mark(row, cause, law);
        await store.SaveChangesAsync(cancel);
        await writing.CommitAsync(cancel);
        return concerned.CountBy(n => n.ProviderId).ToDictionary();
    }

    private void Mark(Negative row, ReviewCause cause, ChangedLaw law)
    {
        var (before, today) = (new { row.ReviewOn, row.ReviewCause }, clock.Today());
        (row.ReviewCause, row.ReviewLaw, row.ReviewChangedOn) = (cause, law.Name, law.On);
        if (row.ReviewOn is null || row.ReviewOn > today) row.ReviewOn = today;
        row.Touch(ids, clock);
        audit.Add(Actor.System, ListsAudit.NegativeReviewDue, ListsAudit.Of(row), before, new { row.ReviewOn, row.ReviewCause, row.ReviewLaw, row.BasisClause, row.ReviewChangedOn });
    }

    private static QuotedBasis Quoted(Negative n) => new(n.BasisClauseId, n.BasisClause, n.BasisText, n.BasisEffectiveOn, n.DecidedAt is { } at ? LegalDay.Of(at) : null);
}
