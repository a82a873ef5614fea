using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Workflow.Updates;

/// <summary>
/// 法规调整: a law whose successor took effect, or that was repealed, opens an update for each unit whose catalogue, duties or lists cite it; once for a change and a unit.
/// What changed before the 条例 was in force starts no term of it. One unit a transaction; broken off, it begins again and opens nothing twice.
/// </summary>
internal sealed class FollowLaws(
    Store store, LegalRegister register, RuleProfiles profiles, IEnumerable<ILawCitations> citations, IOrganizationDirectory organizations, MoveUpdate move, Concerned concerned, IdSource ids, TimeProvider clock) : IRegularWork
{
    public async Task Run(CancellationToken cancel)
    {
        var since = profiles.Timers(null, "T5").Value.Min(t => t.Profile.EffectiveFrom);
        var followed = (await store.Set<FollowedLaw>().AsNoTracking().Where(l => l.Purpose == FollowPurpose.Updates).ToListAsync(cancel)).Select(l => (l.LawId, l.ChangedOn)).ToHashSet();
        foreach (var law in (await register.Changed(since, cancel)).Where(l => OpenUpdate.Levels.ContainsKey(l.Level) && !followed.Contains((l.Id, l.On)) && !followed.Contains((l.Id, DateOnly.MinValue))))
        {
            foreach (var unit in await Citing(law, cancel)) await Open(law, unit.Key, [.. unit.Where(id => id != 0)], cancel);
            store.ChangeTracker.Clear();
            store.Add(new FollowedLaw { LawId = law.Id, ChangedOn = law.On, Purpose = FollowPurpose.Updates, At = clock.GetUtcNow() });
            // Another node may have been as quick.
            _ = await store.TrySave(cancel);
        }
    }

    private async Task<ILookup<long, long>> Citing(ChangedLaw law, CancellationToken cancel)
    {
        var (units, all) = (await organizations.Tree(cancel), new List<LawCitation>());
        foreach (var source in citations) all.AddRange(await source.Of(law.Name, cancel));
        return all.Where(c => units.Find(c.UnitId) is not null).OrderBy(c => c.ResourceId).ToLookup(c => units.Living(c.UnitId), c => c.ResourceId);
    }

    private async Task Open(ChangedLaw law, long unit, IReadOnlyList<long> resources, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        if (await store.Set<CatalogUpdate>().AnyAsync(u => u.OriginId == law.Id && u.UnitId == unit && u.ChangedOn == law.On, cancel)) return;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var row = new CatalogUpdate
        {
            Id = ids.Next(), UnitId = unit, Cause = OpenUpdate.Levels[law.Level], Basis = law.Name, What = "", ChangedOn = law.On,
            Origin = law.Repealed ? UpdateOrigin.Repeal : UpdateOrigin.NewVersion, OriginId = law.Id, State = UpdateState.ToUpdate, OpenedAt = clock.GetUtcNow(),
        };
        await concerned.Add(row, resources, cancel);
        await move.Begin(row, Actor.System, cancel);
        // The unique index: another node has just opened it.
        if (await store.TrySave(cancel)) await transaction.CommitAsync(cancel);
    }
}
