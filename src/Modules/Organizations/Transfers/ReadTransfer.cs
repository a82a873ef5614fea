using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Transfers;

/// <summary>Reads transfers as far as a person may see them: those of the own unit, or all. Whose they are stands in the query.</summary>
internal sealed class ReadTransfer(Store store, IOrganizationDirectory directory, ReadScope scopes, IDutyResources resources, IEnumerable<IDutyHolder> holders, TimeProvider clock)
{
    /// <summary>Transfers listed on the page of a unit.</summary>
    private const int MostLines = 100;

    /// <summary>One with what it touches.</summary>
    public async Task<Result<TransferView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var row = await Visible(actor, tree).SingleOrDefaultAsync(t => t.Id == id, cancel);
        if (row is null) return TransferFaults.NotFound;
        var (to, today) = (tree.Living(row.ToId), clock.Today());
        var groups = row.State == TransferState.Pending ? await Touched(await scopes.Of(row, to, cancel), cancel) : await Kept(id, cancel);
        var others = await Visible(actor, tree).Where(t => t.Document == row.Document && t.Id != id).OrderBy(t => t.Id).Take(MostLines).ToListAsync(cancel);
        return new TransferView(
            (await Lines([row], cancel))[0], row.Scope, row.SystemName, row.At, row.EndedAt, row.EndedBy, row.Problem, groups, actor.Is(Roles.Authority) && WithdrawTransfer.May(row, today),
            row.State == TransferState.Pending && row.Day <= today, await Lines(others, cancel));
    }

    /// <summary>What one would do.</summary>
    public async Task<ImpactView> Impact(TransferFacts facts, CancellationToken cancel)
    {
        var scope = await scopes.Of(facts, cancel);
        var there = (await resources.Of((await directory.Tree(cancel)).Family(facts.To.Id), cancel)).Select(r => r.Name).ToHashSet();
        var alike = (await resources.Of(scope.From, cancel)).Where(r => scope.Resources.Contains(r.Id) && there.Contains(r.Name)).Select(r => r.Name).ToList();
        return new ImpactView(facts.From, facts.To, facts.Kind, facts.Scope, facts.Day, facts.Day <= clock.Today(), await Touched(scope, cancel), alike);
    }

    /// <summary>Those of a unit, out and in, the newest day first.</summary>
    public async Task<IReadOnlyList<TransferLineRow>> Of(long unit, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var rows = await Visible(actor, tree).Where(t => t.FromId == unit || t.ToId == unit).OrderByDescending(t => t.Day).ThenByDescending(t => t.Id).Take(MostLines).ToListAsync(cancel);
        return await Lines(rows, cancel);
    }

    /// <summary>All that the reader may see, of one state or of any, the newest day first; a page of them.</summary>
    public async Task<TransferListView> List(QueryState query, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        TransferState? state = Enum.TryParse<TransferState>(query["state"], out var asked) && Enum.IsDefined(asked) ? asked : null;
        var counts = await Visible(actor, tree).GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var rows = await Visible(actor, tree).Where(t => state == null || t.State == state).OrderByDescending(t => t.Day).ThenByDescending(t => t.Id)
            .Skip((query.Page - 1) * TransferListView.Size).Take(TransferListView.Size).ToListAsync(cancel);
        return new TransferListView(await Lines(rows, cancel), state, counts, query.Page);
    }

    private IQueryable<Transfer> Visible(Actor actor, UnitTree tree)
    {
        var (all, own) = (actor.Is(Roles.SeeAll), actor.UnitId == 0 ? [] : tree.Family(actor.UnitId));
        return store.Set<Transfer>().AsNoTracking().Where(t => all || own.Contains(t.FromId) || own.Contains(t.ToId));
    }

    private async Task<IReadOnlyList<DutyGroup>> Touched(DutyScope scope, CancellationToken cancel)
    {
        var groups = new List<DutyGroup>();
        foreach (var holder in holders) groups.Add(DutyGroup.Of(holder.Kind, await holder.Touched(scope, cancel)));
        return groups;
    }

    private async Task<IReadOnlyList<DutyGroup>> Kept(long id, CancellationToken cancel)
    {
        var rows = (await store.Set<TransferRow>().AsNoTracking().Where(r => r.TransferId == id).OrderBy(r => r.Place).ToListAsync(cancel))
            .ToLookup(r => r.Kind, r => new DutyRow(r.TargetId, r.Name, r.Code, r.State) { Due = r.Due, DueWord = r.DueWord, Stays = r.Stays });
        return [.. holders.Select(h => DutyGroup.Of(h.Kind, [.. rows[h.Kind]]))];
    }

    // By their own records: a unit that became part of the other is still the one that handed over.
    private async Task<IReadOnlyList<TransferLineRow>> Lines(List<Transfer> rows, CancellationToken cancel)
    {
        var ids = rows.SelectMany(t => new[] { t.FromId, t.ToId }).Distinct().ToList();
        var units = (await store.Set<Organization>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(cancel)).ToDictionary(o => o.Id, o => o.ToUnit());
        return rows.ConvertAll(t => new TransferLineRow(t.Id, t.Kind, t.State, units[t.FromId], units[t.ToId], t.Day, t.Document, t.Note, t.PersonName));
    }
}
