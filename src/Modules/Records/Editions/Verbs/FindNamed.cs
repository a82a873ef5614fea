using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;

namespace Qingdan.Records.Editions.Verbs;

/// <summary>Finds an edition by what is written on a command line: its number, or its id.</summary>
internal sealed class FindNamed(Store store)
{
    /// <summary>Its id; 0 stays 0.</summary>
    public async Task<Result<long>> Run(long named, CancellationToken cancel)
    {
        if (named == 0) return 0;
        var id = await store.Set<Edition>().Where(e => e.Id == named || (e.Number > 0 && e.Number == named)).Select(e => (long?)e.Id).FirstOrDefaultAsync(cancel);
        return id is { } found ? found : EditionFaults.NotFound;
    }
}
