using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Responsibilities.Rules;

/// <summary>
/// Confirms open changes of the catalogue that a kept rule is about, as decisions of whoever keeps it, undone like any other. A rule rests while its keeper could not confirm them himself.
/// </summary>
internal sealed class ApplyRules(Store store, IOrganizationDirectory organizations, RoleHolders holders, DecideChanges decide)
{
    private const string ByRule = "按自动确认规则：";
    private const int Slice = 1_000;

    /// <summary>Has each rule look at the changes it has not seen; after a generation.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var rules = await store.Set<ChangeRule>().AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.Id).ToListAsync(cancel);
        if (rules.Count == 0) return;
        var units = await organizations.Tree(cancel);
        var keepers = await holders.Actors(rules.ConvertAll(r => r.PersonId), units, cancel);
        foreach (var rule in rules)
            if (keepers.GetValueOrDefault(rule.PersonId) is { } keeper && rule.MayBeKeptBy(keeper, units)) await Apply(rule, keeper, units, cancel);
    }

    private async Task Apply(ChangeRule rule, Actor keeper, UnitTree units, CancellationToken cancel)
    {
        while (await Unseen(rule, units, cancel) is { Count: > 0 } unseen)
        {
            var met = unseen.FindAll(c => rule.Confirms(ContentLines.Of(c)));
            // What the negative list forbids stays open; a person sees why.
            if (met.Count > 0) _ = await decide.Confirm(met.ConvertAll(c => c.Id), keeper, cancel, why: ByRule + rule.Note);
            rule.SeenId = unseen[^1].Id;
            await store.Execute("UPDATE lists_change_rules SET seen_id = @seen WHERE id = @id", cancel, ("seen", rule.SeenId), ("id", rule.Id));
        }
    }

    // Once a person has undone a change, the same change is left to people.
    private async Task<List<EntryChange>> Unseen(ChangeRule rule, UnitTree units, CancellationToken cancel)
    {
        var (changes, family) = (store.Set<EntryChange>().AsNoTracking(), units.Family(rule.UnitId));
        return await changes
            .Where(c => c.State == EntryChangeState.Open && c.Id > rule.SeenId && c.ProposedBy == "" && c.Kind == EntryChangeKind.Modify && (rule.UnitId == 0 || family.Contains(c.ProviderId)))
            .Where(c => !changes.Any(u => u.EntryId == c.EntryId && u.State == EntryChangeState.Undone && u.Digest == c.Digest)).OrderBy(c => c.Id).Take(Slice).ToListAsync(cancel);
    }
}
