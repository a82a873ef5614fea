using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Records.Editions;

/// <summary>The units that an edition or its draft concerns: those whose entries are in its archive.</summary>
internal sealed class AskedUnits(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Their ids, as they are today; <paramref name="round"/> is 0 for the edition itself.</summary>
    public async Task<List<long>> Of(Edition edition, int round, CancellationToken cancel)
    {
        if (edition.UnitId != 0) return [edition.UnitId];
        var units = await organizations.Tree(cancel);
        var owners = from m in store.Set<EditionMark>() join f in store.Set<EditionFile>() on m.EditionFileId equals f.Id where f.EditionId == edition.Id && f.Round == round select m.UnitId;
        return [.. (await owners.Distinct().ToListAsync(cancel)).Select(units.Living).Distinct()];
    }
}
