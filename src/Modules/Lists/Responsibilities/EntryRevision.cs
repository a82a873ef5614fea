using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Revisions of many rows.</summary>
internal static class EntryRevision
{
    /// <summary>
    /// Gives the rows that fit a condition a fresh revision, as the last step of a transaction: the shelf looks back a few seconds only,
    /// and a decision over many rows may have begun earlier.
    /// </summary>
    public static Task Stamp(this Store store, IdSource ids, string rows, CancellationToken cancel) =>
        store.Execute($"UPDATE lists_entries SET revision = @revision WHERE {rows}", cancel, ("revision", ids.Next()));
}
