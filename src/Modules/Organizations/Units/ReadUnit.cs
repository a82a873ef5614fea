using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Organizations.Transfers;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Units;

/// <summary>Reads one unit, merged ones too.</summary>
internal sealed class ReadUnit(Store store, IOrganizationDirectory directory, ReadTransfer transfers, Translator t)
{
    public async Task<Result<UnitView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var stored = await store.Set<Organization>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
        if (stored is null) return OrganizationFaults.NotFound;
        var tree = await directory.Tree(cancel);
        var family = tree.Family(id);
        var names = await store.Set<OrganizationName>().AsNoTracking().Where(n => n.UnitId == id && n.Kind != NameKind.Official && n.Kind != NameKind.Short).OrderBy(n => n.Id).ToListAsync(cancel);
        var merged = await store.Set<Organization>().AsNoTracking().Where(o => family.Contains(o.Id) && o.MergedIntoId == id).ToListAsync(cancel);
        var history = await store.Set<HistoryEntry>().AsNoTracking().Where(h => h.UnitId == id || h.OtherUnitId == id).OrderByDescending(h => h.Id).Take(100).ToListAsync(cancel);
        var seesPeople = actor.Is(Access.SeeAllPeople) || family.Contains(actor.UnitId);
        return new UnitView(
            stored.ToUnit(), stored.MergedIntoId is { } into ? tree.Find(into) : null, stored.ParentId is { } parent ? tree.Find(parent) : null,
            stored.MergedIntoId is null ? [.. tree.Children(id)] : [], [.. names.Select(n => (n.Name, n.Kind == NameKind.Former ? "曾用名" : "别名"))],
            [.. merged.Select(m => new MergedRow(m.Id, m.Name, stored.Name, id))], seesPeople ? await People(family, cancel) : [],
            [.. history.Select(h => Row(h, id, tree))], actor.Is(Access.KeepUnits), actor.Is(Access.MergeUnits))
        {
            Transfers = await transfers.Of(id, actor, cancel), MovesDuties = actor.Is(Access.MoveDuties),
        };
    }

    private async Task<IReadOnlyList<UnitPersonRow>> People(long[] family, CancellationToken cancel)
    {
        var people = await store.Set<Person>().AsNoTracking().Where(p => p.State == PersonState.Active && p.UnitId != null && family.Contains(p.UnitId.Value))
            .OrderBy(p => p.Id).Take(UnitView.MostPeople).Select(p => new { p.Id, p.FullName, p.DeputyOfId, Roles = store.Set<PersonRole>().Where(r => r.PersonId == p.Id).Select(r => r.Role).ToList() }).ToListAsync(cancel);
        return [.. people.Select(p => new UnitPersonRow(p.Id, p.FullName, t.RoleNames(p.Roles), people.Find(o => o.Id == p.DeputyOfId)?.FullName ?? ""))];
    }

    private HistoryRow Row(HistoryEntry h, long id, UnitTree tree)
    {
        var here = h.UnitId == id;
        var other = h.OtherUnitId is { } otherId ? tree.ShortName(here ? otherId : h.UnitId) : "";
        var title = (h.Kind, here) switch
        {
            (HistoryKind.Renamed, _) => t["更名，原名“{0}”", h.Note],
            (HistoryKind.Merged, true) => t["并入“{0}”", other],
            (HistoryKind.Merged, false) => t["另一个名称并入本单位"],
            (HistoryKind.MergeUndone, _) => t["撤销合并"],
            (_, true) => t["职能划入“{0}”", other],
            (_, false) => t["职能由“{0}”划入", other],
        };
        return new HistoryRow(title, h.Day, h.Document, h.Kind == HistoryKind.Renamed ? "" : h.Note, h.PersonName);
    }
}
