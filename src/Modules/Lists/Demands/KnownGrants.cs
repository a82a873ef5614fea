using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Time;

namespace Qingdan.Lists.Demands;

/// <summary>What a unit may use already: by its own demands, and by those of its district that are for the whole district (区域授权).</summary>
internal sealed class KnownGrants(IEnumerable<IGrantedItems> granted, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>The grants of a unit over these resources that have not ended.</summary>
    public async Task<ILookup<long, GrantView>> Of(long unit, IReadOnlyCollection<long> resources, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var own = units.Family(unit);
        var found = new List<GrantedItem>();
        if (resources.Count > 0)
            foreach (var source in granted) found.AddRange(await source.For(new GrantScope(own, units.SameDistrict(unit), resources), cancel));
        return found.Where(g => g.Until is null || g.Until >= clock.Today())
            .ToLookup(g => g.ResourceId, g => new GrantView(g.ItemId, g.CaseId, g.Case, units.ShortName(g.UnitId), own.Contains(g.UnitId), g.Way, g.Plain, g.Until, g.Purpose));
    }

    /// <summary>The grant over an item, the unit's own first; null when there is none.</summary>
    public static GrantView? Over(ILookup<long, GrantView> grants, long resource, long item) =>
        grants[resource].Where(g => g.ItemId == 0 || g.ItemId == item).OrderByDescending(g => g.Own).ThenByDescending(g => g.Plain).FirstOrDefault();
}

/// <summary>A grant as it stands beside an item.</summary>
/// <param name="ItemId">The item; 0 for the whole resource.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Case">Name of the case.</param>
/// <param name="Unit">The unit that asked.</param>
/// <param name="Own">The reader's own unit asked; otherwise it is for the whole district.</param>
/// <param name="Way">How it was granted, in Chinese.</param>
/// <param name="Plain">The data themselves, no other way.</param>
/// <param name="Until">The last day of use.</param>
/// <param name="Purpose">使用用途.</param>
public sealed record GrantView(long ItemId, long CaseId, string Case, string Unit, bool Own, string Way, bool Plain, DateOnly? Until, string Purpose);
