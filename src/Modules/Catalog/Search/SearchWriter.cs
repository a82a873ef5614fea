using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;

namespace Qingdan.Catalog.Search;

/// <summary>Keeps what is found of single resources true; imports write theirs in bulk.</summary>
internal sealed class SearchWriter(SearchBulk bulk)
{
    /// <summary>Replaces what a resource is found by, within the caller's transaction.</summary>
    public async Task Write(Resource row, ResourceContent content, CancellationToken cancel)
    {
        await bulk.Remove([row.Id], cancel);
        await bulk.Add(bulk.Words([(row.Id, row.Code, content)]), cancel);
    }
}
