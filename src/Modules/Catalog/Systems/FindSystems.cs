using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Systems;

/// <summary>One page of the systems that fit a filter. A city has some thousands: they are filtered in memory, by any of their names.</summary>
internal sealed class FindSystems(RegisterAccess access, SystemTexts texts, IOrganizationDirectory organizations)
{
    public async Task<SystemList> Run(QueryState query, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var all = await (await access.Seen<InformationSystem>(actor, cancel)).AsNoTracking().ToListAsync(cancel);
        var (words, state) = (NameKey.Of(query["q"] ?? ""), RegisterText.Choice<SystemState>(query["state"]));
        var unit = long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? units.Living(id) : 0;
        var fitting = all.Where(s => (words.Length == 0 || s.Keys.Any(k => k.Contains(words, StringComparison.Ordinal))) && (state is null || s.State == state)
                && (unit == 0 || units.Living(s.UnitId) == unit) && (query["proposed"] is null || s.Proposed))
            .Select(s => (System: s, Unit: units.ShortName(s.UnitId))).OrderBy(s => s.Unit, StringComparer.Ordinal).ThenBy(s => s.System.Name, StringComparer.Ordinal).ToList();
        var page = fitting.Skip((query.Page - 1) * SystemList.Size).Take(SystemList.Size).ToList();
        var counts = await Counts(all, page.SelectMany(p => units.Family(p.System.UnitId)).Distinct().ToList(), units, cancel);
        return new([.. page.Select(p => Row(p.System, p.Unit, counts))], query.Page, fitting.Count, actor.Is(Roles.SeeAll), actor.UnitId != 0 && actor.Is(RegisterAccess.Keepers));
    }

    private async Task<Dictionary<long, (int InForce, int Coming)>> Counts(List<InformationSystem> systems, List<long> providers, UnitTree units, CancellationToken cancel)
    {
        var index = new SystemIndex(systems, units);
        return (await texts.Read(providers, cancel)).SelectMany(t => index.Of(t.Provider, t.Text).Known, (t, s) => (s.Id, t.InForce, t.Coming))
            .GroupBy(u => u.Id).ToDictionary(g => g.Key, g => (g.Sum(u => u.InForce), g.Sum(u => u.Coming)));
    }

    private static SystemRow Row(InformationSystem s, string unit, Dictionary<long, (int InForce, int Coming)> counts)
    {
        var (inForce, coming) = counts.GetValueOrDefault(s.Id);
        return new(s.Id, s.Name, unit, s.State, s.Proposed, s.Protection, s.LaunchedOn, inForce, coming);
    }
}
