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
        var issued = from e in visible join f in store.Set<EditionFile>().AsNoTracking() on e.Id equals f.EditionId where f.Round == 0 select new { Row = e, File = f };
        var later = after == 0 ? null : await issued.SingleOrDefaultAsync(e => e.Row.Id == after, cancel);
        if (after != 0 && later is null) return EditionFaults.NotFound;
        var (most, unit) = (later?.Row.Number ?? int.MaxValue, later?.Row.UnitId);
        var earlier = before != 0 ? await issued.SingleOrDefaultAsync(e => e.Row.Id == before, cancel)
            : await issued.Where(e => e.Row.Number < most && (unit == null || e.Row.UnitId == unit)).OrderByDescending(e => e.Row.Number).FirstOrDefaultAsync(cancel);
        if (earlier is null) return EditionFaults.NoEarlier;
        if (later is not null && later.Row.UnitId != earlier.Row.UnitId) return EditionFaults.OtherUnits;
        if (later is not null && later.Row.Number < earlier.Row.Number) (earlier, later) = (later, earlier);
        return new ComparedPair(earlier.Row, earlier.File, later?.Row, later?.File);
    }

    /// <summary>What differs, list by list in the order of the keys. Streamed, and all of today from one moment.</summary>
    public async IAsyncEnumerable<ListedChange> Run(ComparedPair pair, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyCollection<long> units = pair.Before.UnitId == 0 ? [] : (await organizations.Tree(cancel)).Family(pair.Before.UnitId);
        await using var moment = await store.BeginMoment(cancel);
        var (before, after) = (await sources.Open(pair.BeforeFile, cancel), pair.AfterFile is { } file ? await sources.Open(file, cancel) : null);
        foreach (var list in lists.OrderBy(l => l.Place))
            await foreach (var change in CompareLines.Run(before.Of(list.Name, cancel), after?.Of(list.Name, cancel) ?? sources.Now(list.Name, units, cancel), cancel))
                yield return new ListedChange(list, change);
    }
}
