using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Units;

/// <summary>One page of the units that fit a filter. Units come from memory; only people and merged units are asked for.</summary>
internal sealed class ListUnits(Store store, IOrganizationDirectory directory)
{
    public async Task<UnitListView> Run(QueryState query, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var filter = UnitFilter.Of(query);
        var people = await PeopleByUnit(tree, cancel);
        var merged = await store.Set<Organization>().AsNoTracking().Where(o => o.MergedIntoId != null).OrderByDescending(o => o.UpdatedAt).Select(o => new { o.Id, o.Name }).ToListAsync(cancel);
        var fitting = filter.In(tree).ToList();
        if (query["need"] == "liaison") fitting.RemoveAll(u => u.State != OrganizationState.Active || people.GetValueOrDefault(u.Id).Liaison);
        var showMerged = filter.State == OrganizationState.Merged;
        var skip = (query.Page - 1) * UnitListView.Size;
        return new UnitListView(
            [.. fitting.Skip(skip).Take(UnitListView.Size).Select(u => new UnitRow(u, tree.Depth(u), people.GetValueOrDefault(u.Id).Count, people.GetValueOrDefault(u.Id).Liaison))],
            showMerged ? [.. merged.Skip(skip).Take(UnitListView.Size).Select(m => new MergedRow(m.Id, m.Name, tree.ShortName(m.Id), tree.Find(m.Id)?.Id ?? 0))] : [],
            query.Page, showMerged ? merged.Count : fitting.Count,
            tree.All.Count(u => u.State == OrganizationState.Active), tree.All.Count(u => u.State == OrganizationState.Proposed), merged.Count,
            tree.All.Count(u => u.State == OrganizationState.Active && !people.GetValueOrDefault(u.Id).Liaison), actor.Is(Access.KeepUnits), actor.Is(Access.MergeUnits));
    }

    private async Task<Dictionary<long, (int Count, bool Liaison)>> PeopleByUnit(UnitTree tree, CancellationToken cancel)
    {
        var rows = await store.Set<Person>().Where(p => p.State == PersonState.Active && p.UnitId != null)
            .Select(p => new { Unit = p.UnitId!.Value, Liaison = store.Set<PersonRole>().Any(r => r.PersonId == p.Id && r.Role == Roles.Liaison) }).ToListAsync(cancel);
        return rows.GroupBy(r => tree.Find(r.Unit)!.Id).ToDictionary(g => g.Key, g => (g.Count(), g.Any(r => r.Liaison)));
    }
}
