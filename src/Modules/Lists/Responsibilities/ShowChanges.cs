using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Impacts;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Responsibilities;

/// <summary>A proposed change with its row.</summary>
internal sealed record ChangeOfRow(EntryChange Change, Entry Row);

/// <summary>Proposed changes as pages and API show them; the unit itself, the city and the auditor see what an open one touches. Five statements, however many.</summary>
internal sealed class ShowChanges(Store store, DemandsOn demands)
{
    /// <summary>These changes, in their order.</summary>
    public async Task<List<EntryChangeView>> Run(IReadOnlyList<ChangeOfRow> changes, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var open = changes.Where(c => c.Change.State == EntryChangeState.Open && EntryAccess.MaySee(actor, units, EntryState.Candidate, c.Row.ProviderId)).Select(c => c.Row).ToList();
        var touched = open.Count == 0 ? [] : await Touched(open, units.Family(actor.UnitId), actor, cancel);
        return [.. changes.Select(c => View(c.Change, c.Row, units, touched.GetValueOrDefault(c.Row.Id) ?? []))];
    }

    private async Task<Dictionary<long, List<TouchedRecords>>> Touched(List<Entry> rows, long[] own, Actor actor, CancellationToken cancel)
    {
        var resources = rows.Where(r => r.ResourceId != 0).Select(r => r.ResourceId).ToList();
        var origins = rows.Where(r => r.Origin == EntryOrigin.Demand).Select(r => FormNumber.Of(r.OriginDemandIds)).ToList();
        var asking = await demands.Find(i => resources.Contains(i.ResourceId) || origins.Contains(i.DemandId), actor, own, cancel);
        var (byResource, byId) = (asking.SelectMany(d => d.Items.Select(i => i.ResourceId).Distinct().Select(r => (Resource: r, On: d))).ToLookup(d => d.Resource, d => d.On), asking.ToLookup(d => $"{d.Demand.Id}"));
        var negatives = (await store.Set<Negative>().AsNoTracking().VisibleTo(actor, own).Where(n => resources.Contains(n.ResourceId) && n.State != NegativeState.Rejected && n.State != NegativeState.Removed)
            .OrderBy(n => n.Id).Select(n => new { n.Id, n.ResourceId }).ToListAsync(cancel)).ToLookup(n => n.ResourceId, n => $"/lists/negatives/{n.Id}");
        return rows.ToDictionary(r => r.Id, row => (row.ResourceId == 0 ? [] : byResource[row.ResourceId]).Union(row.Origin == EntryOrigin.Demand ? byId[row.OriginDemandIds] : []).Select(d => (d.Group, d.Href))
            .Concat(negatives[row.ResourceId].Select(href => (Group: ImpactGroup.Negative, Href: href)))
            .GroupBy(t => t.Group, t => t.Href).OrderBy(g => g.Key)
            .Select(g => new TouchedRecords(g.Key.Text(), g.Count(), g.Count() == 1 || row.ResourceId == 0 ? g.First() : $"/catalog/{row.ResourceId}/graph")).ToList());
    }

    private static EntryChangeView View(EntryChange c, Entry row, UnitTree units, IReadOnlyList<TouchedRecords> touched) => new(
        c.Id, c.EntryId, row.Name, row.Number ?? row.Code, units.ShortName(row.ProviderId), c.Kind.Text(), c.Reason, c.State.Text(), c.State == EntryChangeState.Open,
        c.Kind != EntryChangeKind.Modify || ContentLines.Parse(c.After).Share is not null, c.At, c.DecidedBy, ContentLines.Of(c))
    {
        Anchor = c.Anchor, ProposedBy = c.ProposedBy, ResourceId = row.ResourceId, Touches = touched,
    };
}
