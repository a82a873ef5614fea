using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands.Repeats;

/// <summary>
/// Demands that are alike, as pages and API see them: of pairs whose demands this person may both see. What a pair means follows from the units as they are now,
/// so that a merger of units needs no looking again. Three statements a page.
/// </summary>
internal sealed class FindRepeats(Store store, KeepRepeats keep, IOrganizationDirectory organizations)
{
    /// <summary>Pairs a page.</summary>
    public const int Size = 20;

    // The last ones found; a city has far fewer.
    private const int Most = 2_000, MostNames = 6, MostBeside = 5;

    /// <summary>A page of pairs, the last found first.</summary>
    public async Task<RepeatList> Page(RepeatFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var seen = await Pairs(null, actor, units, cancel);
        var fitting = seen.Where(p => filter.Kind is null || p.Kind == filter.Kind).Where(p => filter.Unit == 0 || p.Of(filter.Unit)).ToList();
        var ofState = fitting.Where(p => p.Row.State == filter.State).ToList();
        var shown = ofState.Skip((page - 1) * Size).Take(Size).ToList();
        var names = await Names([.. shown.SelectMany(p => new[] { p.First.Id, p.Second.Id }).Distinct()], cancel);
        var named = seen.SelectMany(p => new[] { p.FirstUnit, p.SecondUnit }).Distinct().Select(units.Find).OfType<Unit>().OrderBy(u => u.ShortName, StringComparer.Ordinal).Select(u => (u.Id, u.ShortName));
        return new RepeatList(
            [.. shown.Select(p => View(p, names, actor, units))], fitting.GroupBy(p => p.Row.State).ToDictionary(g => g.Key, g => g.Count()), [.. named], page, Size, ofState.Count);
    }

    /// <summary>What is like this demand, without what was told apart.</summary>
    public async Task<IReadOnlyList<RepeatBeside>> Of(long demand, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return [.. (await Pairs(demand, actor, units, cancel)).Where(p => p.Row.State != RepeatState.Rejected).Take(MostBeside)
            .Select(p => new RepeatBeside(p.Kind, p.Row.State == RepeatState.Joined, p.Row.Common, Side(p.First.Id == demand ? p.Second : p.First, units)))];
    }

    /// <summary>While data outside the catalogue are asked for: what the own unit has asked for already, for the same purpose. What is in the catalogue <see cref="DemandKnowledge"/> tells.</summary>
    public async Task<IReadOnlyList<RepeatBeside>> Typed(long demand, DemandInput input, Actor actor, CancellationToken cancel)
    {
        var typed = WantedThings.Of(demand, input);
        if (!typed.Outside) return [];
        var units = await organizations.Tree(cancel);
        var own = units.Family(actor.UnitId);
        var like = (await keep.Sharing(typed.Keys, demand, own, cancel)).Select(o => (o.DemandId, Like: DemandLikeness.Of(typed, o))).Where(o => o.Like is { SameScenario: true }).ToDictionary(o => o.DemandId, o => o.Like!);
        var rows = await store.Set<Demand>().AsNoTracking().Where(d => like.Keys.Contains(d.Id)).OrderByDescending(d => d.Id).Take(MostBeside).ToListAsync(cancel);
        return rows.ConvertAll(d => new RepeatBeside(RepeatKind.Repeat, false, like[d.Id].Common, Side(d, units)));
    }

    private async Task<List<Pair>> Pairs(long? demand, Actor actor, UnitTree units, CancellationToken cancel)
    {
        var seen = FindDemands.Visible(store.Set<Demand>().AsNoTracking(), actor, units.Family(actor.UnitId));
        var pairs = store.Set<DemandRepeat>().AsNoTracking();
        if (demand is { } id) pairs = pairs.Where(r => r.FirstId == id || r.SecondId == id);
        var rows = await pairs.Join(seen, r => r.FirstId, d => d.Id, (r, d) => new { Row = r, First = d }).Join(seen, r => r.Row.SecondId, d => d.Id, (r, d) => new { r.Row, r.First, Second = d })
            .OrderByDescending(r => r.Row.Id).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Row, r.First, r.Second, FirstUnit: units.Living(r.First.UnitId), SecondUnit: units.Living(r.Second.UnitId)))
            .Where(r => r.Row.Kind(r.FirstUnit == r.SecondUnit) is not null).Select(r => new Pair(r.Row, r.First, r.Second, r.FirstUnit, r.SecondUnit))];
    }

    private async Task<ILookup<long, string>> Names(List<long> demands, CancellationToken cancel) => demands.Count == 0
        ? Array.Empty<DemandItem>().ToLookup(i => i.DemandId, i => i.Name)
        : (await store.Set<DemandItem>().AsNoTracking().Where(i => demands.Contains(i.DemandId)).OrderBy(i => i.Place).Select(i => new { i.DemandId, i.Name }).ToListAsync(cancel)).ToLookup(i => i.DemandId, i => i.Name);

    private static RepeatView View(Pair p, ILookup<long, string> names, Actor actor, UnitTree units)
    {
        var other = names[p.Second.Id].Select(NameKey.Of).ToHashSet();
        return new RepeatView(
            p.Row.Id, p.Kind, p.Row.State, p.Row.Common, p.Row.Smaller, p.Row.SameScenario, [.. names[p.First.Id].Where(n => other.Contains(NameKey.Of(n))).Take(MostNames)], Side(p.First, units), Side(p.Second, units),
            p.Row.Why, p.Row.DecidedBy, p.Row.DecidedAt, p.Row.State == RepeatState.Open && p.First.State != DemandState.Draft && p.Second.State != DemandState.Draft && actor.Is(Roles.DataCentre));
    }

    private static RepeatSide Side(Demand d, UnitTree units) =>
        new(d.Id, d.Number ?? "", d.Name, units.Living(d.UnitId), units.ShortName(d.UnitId), d.ProviderId == 0 ? "" : units.ShortName(d.ProviderId), d.Scenario, d.State.Text(), d.State.Tone());

    private sealed record Pair(DemandRepeat Row, Demand First, Demand Second, long FirstUnit, long SecondUnit)
    {
        public RepeatKind Kind => Row.Kind(FirstUnit == SecondUnit)!.Value;

        public bool Of(long unit) => FirstUnit == unit || SecondUnit == unit;
    }
}
