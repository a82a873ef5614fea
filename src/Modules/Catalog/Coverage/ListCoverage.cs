using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Coverage;

/// <summary>The rows behind a figure of the coverage.</summary>
internal sealed class ListCoverage(Store store, SystemResources systems, IOrganizationDirectory organizations)
{
    /// <summary>Some rows of a list, and how many there are in all.</summary>
    /// <param name="picture">What was read.</param>
    /// <param name="list">Which list.</param>
    /// <param name="unit">Only this unit's; 0 for all.</param>
    /// <param name="name">The resources that give this name of a system; empty for the names themselves.</param>
    /// <param name="skip">Rows left out.</param>
    /// <param name="take">The most rows.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<(IReadOnlyList<CoverageRow> Rows, int Count)> Run(CoveragePicture picture, CoverageList list, long unit, string name, int skip, int take, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var family = unit == 0 ? picture.Family : picture.Family is null || picture.Family.Contains(unit) ? units.Family(unit) : [];
        bool Mine(long id) => unit == 0 || units.Living(id) == units.Living(unit);
        return list switch
        {
            CoverageList.Bare => Part([.. picture.Bare.Where(b => Mine(b.System.UnitId)).Select(b => new CoverageRow(b.System.Name, $"/catalog/systems/{b.System.Id}", units.ShortName(b.System.UnitId), b.Coming == 0 ? "没有目录" : "只有草稿或待审核的目录 {0} 个", b.Coming == 0 ? null : b.Coming))], skip, take),
            CoverageList.Idle => await Idle(family, units, skip, take, cancel),
            CoverageList.Unregistered when name.Length == 0 => Part([.. picture.Names.Where(n => Mine(n.Unit))
                .Select(n => new CoverageRow(n.Name, $"/catalog/coverage?list=Unregistered&unit={n.Unit}&name={Uri.EscapeDataString(n.Name)}", units.ShortName(n.Unit), "{0} 个目录写了这个系统", n.Count))], skip, take),
            CoverageList.Unregistered => await Resources(family, picture.Texts.Where(t => Mine(t.Provider) && picture.Index.Of(t.Provider, t.Text).Unknown.Any(u => NameKey.Of(u) == NameKey.Of(name))), units, skip, take, cancel),
            _ => await Resources(family, picture.Texts.Where(t => picture.Index.Of(t.Provider, t.Text).IsEmpty), units, skip, take, cancel),
        };
    }

    private static (IReadOnlyList<CoverageRow>, int) Part(List<CoverageRow> rows, int skip, int take) => ([.. rows.Skip(skip).Take(take)], rows.Count);

    private async Task<(IReadOnlyList<CoverageRow>, int)> Idle(long[]? family, UnitTree units, int skip, int take, CancellationToken cancel)
    {
        var inForce = ResourceStates.InForce.ToArray();
        var idle = store.Set<Duty>().AsNoTracking().Where(d => d.State == DutyState.InUse && !store.Set<DutyLink>()
            .Any(l => l.DutyId == d.Id && l.Target == DutyTarget.Resource && store.Set<Resource>().Any(r => r.Id == l.TargetId && inForce.Contains(r.State))));
        if (family is not null) idle = idle.Where(d => family.Contains(d.UnitId));
        var rows = await idle.OrderBy(d => d.UnitId).ThenBy(d => d.Id).Skip(skip).Take(take).ToListAsync(cancel);
        return (rows.ConvertAll(d => new CoverageRow(d.Name, $"/catalog/duties/{d.Id}", units.ShortName(d.UnitId), d.Basis)), await idle.CountAsync(cancel));
    }

    private async Task<(IReadOnlyList<CoverageRow>, int)> Resources(long[]? family, IEnumerable<SystemText> texts, UnitTree units, int skip, int take, CancellationToken cancel)
    {
        var said = texts.ToList();
        var rows = systems.Written(family ?? [.. said.Select(t => t.Provider).Distinct()], said.Select(t => t.Text)).AsNoTracking();
        var page = await rows.OrderBy(r => r.ProviderId).ThenBy(r => r.Id).Skip(skip).Take(take).Select(r => new { r.Id, r.Name, r.ProviderId, r.State }).ToListAsync(cancel);
        return (page.ConvertAll(r => new CoverageRow(r.Name, $"/catalog/{r.Id}", units.ShortName(r.ProviderId), r.State.Name())), await rows.CountAsync(cancel));
    }
}
