using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>A change of a list.</summary>
internal sealed record ListedChange(IEditionList List, EntryChange Change);

/// <summary>Two editions that are compared; <paramref name="After"/> is null for what is in force today.</summary>
internal sealed record ComparedPair(Edition Before, EditionFile BeforeFile, Edition? After, EditionFile? AfterFile);

/// <summary>版次对比: of two issued editions, or of one with today; what is issued is read out of its archive.</summary>
internal sealed class CompareEditions(Store store, LineSources sources, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations)
{
    /// <summary>The pair that is asked for; 0 as the later one is today, as the earlier one the edition before the later.</summary>
    public async Task<Result<ComparedPair>> Find(long before, long after, Actor actor, CancellationToken cancel)
    {
        var visible = EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, await organizations.Tree(cancel)).Where(e => e.State == EditionState.Issued);
        var later = after == 0 ? null : await visible.SingleOrDefaultAsync(e => e.Id == after, cancel);
        if (after != 0 && later is null) return EditionFaults.NotFound;
        var earlier = before != 0 ? await visible.SingleOrDefaultAsync(e => e.Id == before, cancel)
            : await visible.Where(e => later == null || (e.Number < later.Number && e.UnitId == later.UnitId)).OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancel);
        if (earlier is null) return EditionFaults.NoEarlier;
        if (later is not null && later.UnitId != earlier.UnitId) return EditionFaults.OtherUnits;
        if (later is not null && later.Number < earlier.Number) (earlier, later) = (later, earlier);
        return new ComparedPair(earlier, await File(earlier.Id, cancel), later, later is null ? null : await File(later.Id, cancel));
    }

    /// <summary>What differs, list by list in the order of the keys. Streamed.</summary>
    public async IAsyncEnumerable<ListedChange> Run(ComparedPair pair, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyCollection<long> units = pair.Before.UnitId == 0 ? [] : (await organizations.Tree(cancel)).Family(pair.Before.UnitId);
        foreach (var list in lists.OrderBy(l => l.Place))
            await foreach (var change in CompareLines.Run(sources.Of(pair.BeforeFile, list.Name, cancel), pair.AfterFile is { } file ? sources.Of(file, list.Name, cancel) : sources.Now(list.Name, units, cancel), cancel))
                yield return new ListedChange(list, change);
    }

    private Task<EditionFile> File(long id, CancellationToken cancel) => store.Set<EditionFile>().AsNoTracking().SingleAsync(f => f.EditionId == id && f.Round == 0, cancel);
}
