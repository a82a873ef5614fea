using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;

namespace Qingdan.Workflow.Refusals;

/// <summary>An item that was refused on a basis.</summary>
internal sealed record CitedRefusal(long CaseId, long ItemId, string Name, string Basis, string Clause);

/// <summary>援引此依据的拒绝: what was not shared because of a law, for those who see the case.</summary>
internal sealed class FindRefusals(Store store, LegalRegister register, DemandBook demands, IOrganizationDirectory organizations)
{
    /// <summary>Cases a page.</summary>
    public const int Size = 50;

    private static readonly Fault Unknown = new("workflow.refusals.law", "依据库里没有这部法规。", "law", FaultKind.NotFound);

    /// <summary>The laws that changed, the latest first, each with what was refused on it.</summary>
    public async Task<IReadOnlyList<ChangedLawRow>> Laws(Actor actor, CancellationToken cancel)
    {
        var refused = await Answers(actor, await organizations.Tree(cancel)).GroupBy(a => a.BasisName).Select(g => new { Basis = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var cited = refused.SelectMany(r => Citation.Laws($"《{r.Basis.Trim('《', '》')}》").Select(law => (Law: law, r.Count))).ToLookup(r => r.Law, r => r.Count);
        return [.. (await register.Changed(FollowBases.Since, cancel)).OrderByDescending(l => l.On).ThenBy(l => l.Id).Select(l => new ChangedLawRow(l.Id, l.Name, l.Change.Name(), l.Repealed, l.On, cited[Citation.Key(l.Name)].Sum()))];
    }

    /// <summary>Cases in which something was refused on a law, in whichever version, the newest first, older than <paramref name="before"/>; 0 for the newest.</summary>
    public async Task<Result<RefusalsView>> Of(long law, int? article, long before, int most, Actor actor, CancellationToken cancel)
    {
        if (await register.Name(law, cancel) is not { } name) return Unknown;
        var units = await organizations.Tree(cancel);
        var items = (await Citing(name, actor, units, cancel)).Where(i => article is not { } number || Citation.Articles(i.Clause).Contains(number)).ToLookup(i => i.CaseId);
        var ids = items.Select(g => g.Key).Where(id => before == 0 || id < before).OrderDescending().Take(most + 1).ToList();
        var shown = ids.Take(most).ToList();
        return new RefusalsView(law, name, article, items.Sum(g => g.Count()), items.Count, await Rows(shown, items, actor, units, cancel), ids.Count > most ? shown[^1] : null);
    }

    /// <summary>What this person sees of what was refused on a law.</summary>
    public async Task<IReadOnlyList<CitedRefusal>> Citing(string law, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var part = Citation.Part(law);
        var found = await Answers(actor, units).Where(a => a.BasisName.Contains(part)).OrderBy(a => a.CaseId).ThenBy(a => a.Place).Select(a => new CitedRefusal(a.CaseId, a.ItemId, a.FullName, a.BasisName, a.BasisClause)).ToListAsync(cancel);
        return found.FindAll(a => Citation.Cites(a.Basis, law));
    }

    private IQueryable<CaseAnswer> Answers(Actor actor, UnitTree units)
    {
        // A draft is no answer yet; what was signed stays one, whatever became of the case.
        var seen = CaseAccess.Visible(store.Set<Case>(), actor, units).Where(c => c.Answered == Answered.Partial || c.Answered == Answered.Refused);
        return store.Set<CaseAnswer>().AsNoTracking().Refused().Where(a => a.BasisName != "" && seen.Any(c => c.Id == a.CaseId));
    }

    private async Task<IReadOnlyList<RefusalRow>> Rows(List<long> shown, ILookup<long, CitedRefusal> items, Actor actor, UnitTree units, CancellationToken cancel)
    {
        if (shown.Count == 0) return [];
        var cases = await store.Set<Case>().AsNoTracking().Where(c => shown.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var days = (await store.Set<CaseStep>().AsNoTracking().Where(s => shown.Contains(s.CaseId) && (s.Act == CaseAct.Refuse || s.Act == CaseAct.Consent || s.Act == CaseAct.RefusedAbove)).Select(s => new { s.CaseId, s.At }).ToListAsync(cancel))
            .GroupBy(s => s.CaseId).ToDictionary(g => g.Key, g => g.Max(s => s.At));
        var disputes = await store.Set<Dispute>().AsNoTracking().Where(d => shown.Contains(d.CaseId) && d.ClosedAt == null).ToDictionaryAsync(d => d.CaseId, d => d.Id, cancel);
        var resources = (await demands.Asked(shown, cancel)).ToDictionary(i => i.Id, i => i.ResourceId);
        return [.. shown.Select(id =>
        {
            var (row, refused) = (cases[id], items[id].ToList());
            var mine = CaseAccess.Is(Party.Requester, row, actor, units) && actor.Is(Roles.Liaison, Roles.UnitHead);
            return new RefusalRow(
                id, row.Name, row.UnitId, units.ShortName(row.UnitId), row.ProviderId, units.ShortName(row.ProviderId), [.. refused.Select(i => i.Name).Distinct()], [.. refused.Select(i => i.Clause).Distinct()],
                days.TryGetValue(id, out var at) ? LegalDay.Of(at) : null, row.State.Text(), row.State.Tone(), disputes.GetValueOrDefault(id),
                mine && !disputes.ContainsKey(id) && RaiseDispute.MayRaise(row.State, true), mine, refused.Select(i => resources.GetValueOrDefault(i.ItemId)).FirstOrDefault(r => r != 0));
        })];
    }
}
