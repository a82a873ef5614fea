using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities.Rules;

/// <summary>Confirms open changes of the catalogue that a kept rule is about; each rule's at once, as a decision of whoever keeps it, undone like any other.</summary>
internal sealed class ApplyRules(Store store, IOrganizationDirectory organizations, DecideChanges decide)
{
    private const string ByRule = "按自动确认规则：";

    // What one run proposes beyond this is left to a person.
    private const int Most = 2_000;

    /// <summary>Looks at what is open since an id; after a generation.</summary>
    public async Task Run(long since, CancellationToken cancel)
    {
        var rules = await store.Set<ChangeRule>().AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.Id).ToListAsync(cancel);
        if (rules.Count == 0) return;
        var units = await organizations.Tree(cancel);
        var open = await store.Set<EntryChange>().AsNoTracking().Where(c => c.State == EntryChangeState.Open && c.Id > since && c.ProposedBy == "" && c.Kind == EntryChangeKind.Modify).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel);
        foreach (var rule in rules)
        {
            var family = rule.UnitId == 0 ? null : units.Family(rule.UnitId);
            var met = open.FindAll(c => family?.Contains(c.ProviderId) != false && rule.Confirms(ContentLines.Of(c)));
            if (met.Count == 0) continue;
            open = [.. open.Except(met)];
            var keeper = new Actor(rule.PersonId, rule.Person, rule.PersonUnitId, units.ShortName(rule.PersonUnitId), new HashSet<string> { rule.UnitId == 0 ? Roles.DataCentre : Roles.Liaison });
            // What the negative list forbids stays open; a person sees why.
            _ = await decide.Confirm([.. met.Select(c => c.Id)], keeper, cancel, why: ByRule + rule.Note);
        }
    }
}
