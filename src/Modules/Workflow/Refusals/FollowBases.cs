using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Updates;

namespace Qingdan.Workflow.Refusals;

/// <summary>
/// 依据的生命周期: when a law was replaced, amended or repealed, the negative entries that stand on it go to their 定期复核, what was refused on it is counted, and the units and the
/// authority are told, once for a change and in its transaction. Nothing is taken off a list and no refusal is reversed by it.
/// </summary>
internal sealed class FollowBases(Store store, LegalRegister register, BasisReviews reviews, FindRefusals refusals, NoticeBook notices, IOrganizationDirectory organizations, TimeProvider clock) : IRegularWork
{
    /// <summary>What changed earlier than any entry of the lists stands on.</summary>
    public static readonly DateOnly Since = TypedDay.First;

    private static readonly string[] Unit = [Roles.Liaison, Roles.Legal, Roles.UnitHead];

    // The city sees all cases.
    private static readonly Actor City = AtTheMachine.Actor;

    public async Task Run(CancellationToken cancel)
    {
        var followed = (await store.Set<FollowedLaw>().AsNoTracking().Where(l => l.Purpose == FollowPurpose.Bases).ToListAsync(cancel)).Select(l => (l.LawId, l.ChangedOn)).ToHashSet();
        foreach (var law in (await register.Changed(Since, cancel)).Where(l => !followed.Contains((l.Id, l.On)))) await Follow(law, cancel);
    }

    private async Task Follow(ChangedLaw law, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var units = await organizations.Tree(cancel);
        var (marked, hit) = (await reviews.Mark(law, cancel), new Dictionary<long, Hit>());
        foreach (var (unit, count) in marked) At(unit).Entries += count;
        foreach (var row in await Refused(law, units, cancel))
        {
            At(row.ProviderId).Given++;
            At(row.UnitId).Received++;
        }
        foreach (var (unit, found) in hit.OrderBy(h => h.Key)) await Tell(law, [unit], Unit, "《{0}》{1}：本单位以它为依据的负面清单条目有 {2} 条转定期复核，援引它不同意共享的有 {3} 件，本单位被它拒绝的需求有 {4} 件。", found, cancel);
        if (hit.Count > 0)
            await Tell(law, [], [Roles.Authority], "《{0}》{1}：全市以它为依据的负面清单条目有 {2} 条转定期复核，援引它不同意共享的有 {3} 件。", new Hit { Entries = marked.Values.Sum(), Given = hit.Values.Sum(h => h.Given) }, cancel);
        store.Add(new FollowedLaw { LawId = law.Id, ChangedOn = law.On, Purpose = FollowPurpose.Bases, At = clock.GetUtcNow() });
        // Another node was as quick, or somebody has just saved one of the entries: the next hour finds what is left.
        if (await store.TrySave(cancel)) await transaction.CommitAsync(cancel);

        Hit At(long unit) => hit.TryGetValue(units.Living(unit), out var known) ? known : hit[units.Living(unit)] = new();
    }

    private async Task<List<Case>> Refused(ChangedLaw law, UnitTree units, CancellationToken cancel)
    {
        var ids = (await refusals.Citing(law.Name, City, units, cancel)).Select(i => i.CaseId).ToHashSet();
        return ids.Count == 0 ? [] : await store.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
    }

    private Task Tell(ChangedLaw law, long[] units, string[] roles, string text, Hit hit, CancellationToken cancel) => notices.Tell(
        Actor.System, hit.Entries > 0 ? NoticeKind.Turn : NoticeKind.Progress, new Subject("standards.law", law.Id, law.Name), units, roles, text, $"/standards/legal-bases/{law.Id}", cancel,
        law.Name, law.Change.Name(), hit.Entries, hit.Given, hit.Received);

    /// <summary>What of a unit a change concerns.</summary>
    private sealed class Hit
    {
        public int Entries { get; set; }
        public int Given { get; set; }
        public int Received { get; set; }
    }
}
