using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Impacts;

/// <summary>A kept report in the list. <paramref name="Kind"/> and <paramref name="Change"/> are Chinese words.</summary>
public sealed record ImpactLine(long Id, string Number, string Kind, string Subject, string Change, int Hits, string By, string Unit, DateTimeOffset At);

/// <summary>What one unit would feel. <paramref name="Counts"/> by group.</summary>
public sealed record ImpactedUnit(long Id, string Name, IReadOnlyDictionary<ImpactGroup, int> Counts);

/// <summary>A kept report.</summary>
public sealed record ImpactView(ImpactLine Line, ImpactContent Content, IReadOnlyDictionary<ImpactGroup, int> Counts, IReadOnlyList<ImpactedUnit> Units);

/// <summary>Kept reports: the unit's own, the city's people and the auditor all.</summary>
internal sealed class FindImpacts(Store store, IOrganizationDirectory organizations)
{
    private static readonly Fault NotFound = new("lists.impact.not-found", "没有这份影响分析，或它是别的单位的。", null, FaultKind.NotFound);

    /// <summary>Some, the newest first, older than <paramref name="before"/>; 0 for the newest.</summary>
    public async Task<(IReadOnlyList<ImpactLine> Lines, long? Next)> Page(long before, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await Visible(actor, units).Where(i => before == 0 || i.Id < before).OrderByDescending(i => i.Id).Take(most + 1)
            .Select(i => new { i.Id, i.Number, i.Kind, i.Subject, i.Change, i.Hits, i.ByName, i.UnitId, i.At }).ToListAsync(cancel);
        return ([.. rows.Take(most).Select(i => new ImpactLine(i.Id, i.Number, i.Kind.Text(), i.Subject, i.Change, i.Hits, i.ByName, units.ShortName(i.UnitId), i.At))], rows.Count > most ? rows[most - 1].Id : null);
    }

    /// <summary>One.</summary>
    public async Task<Result<ImpactView>> One(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await Visible(actor, units).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } i) return NotFound;
        var content = JsonSerializer.Deserialize<ImpactContent>(i.Content, JsonText.Readable)!;
        return new ImpactView(
            new ImpactLine(i.Id, i.Number, i.Kind.Text(), i.Subject, i.Change, i.Hits, i.ByName, units.ShortName(i.UnitId), i.At), content, content.Hits.CountBy(h => h.Group).ToDictionary(),
            [.. content.Hits.GroupBy(h => (h.UnitId, h.Unit)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.UnitId).Select(g => new ImpactedUnit(g.Key.UnitId, g.Key.Unit, g.CountBy(h => h.Group).ToDictionary()))]);
    }

    private IQueryable<Impact> Visible(Actor actor, UnitTree units)
    {
        var (all, own) = (store.Set<Impact>().AsNoTracking(), units.Family(actor.UnitId));
        return actor.Is(Roles.SeeAll) ? all : all.Where(i => own.Contains(i.UnitId));
    }
}
