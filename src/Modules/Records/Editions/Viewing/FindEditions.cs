using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;

namespace Qingdan.Records.Editions.Viewing;

/// <summary>Editions as rows.</summary>
internal sealed class FindEditions(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Rows on the page.</summary>
    public const int Most = 200;

    /// <summary>The latest first: what is being drawn up, then the issued ones by number.</summary>
    public async Task<IReadOnlyList<EditionRow>> All(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).OrderByDescending(e => e.Number == 0).ThenByDescending(e => e.Number).ThenByDescending(e => e.Id).Take(Most).ToListAsync(cancel);
        return rows.ConvertAll(e => Row(e, units));
    }

    /// <summary>What is issued, the latest first.</summary>
    public async Task<IReadOnlyList<EditionRow>> Issued(Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).Where(e => e.State == EditionState.Issued).OrderByDescending(e => e.Number).Take(Most).ToListAsync(cancel);
        return rows.ConvertAll(e => Row(e, units));
    }

    /// <summary>The next ones by id.</summary>
    public async Task<IReadOnlyList<EditionRow>> After(long after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, units).Where(e => e.Id > after).OrderBy(e => e.Id).Take(most).ToListAsync(cancel);
        return rows.ConvertAll(e => Row(e, units));
    }

    /// <summary>An edition as a row.</summary>
    public static EditionRow Row(Edition e, UnitTree units) => new(
        e.Id, e.Number, e.Title, e.State.Text(), e.State.Tone(), e.Issuer, e.UnitId == 0 ? "" : units.ShortName(e.UnitId), e.Document, e.IssuedOn, e.EffectiveOn, e.Scope.Text(), e.Round, e.OpinionsDueOn, e.State == EditionState.Issued);
}
