using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;

namespace Qingdan.Records.Editions.Proofs;

/// <summary>Makes the proof of one entry of an issued edition, out of its archive.</summary>
internal sealed class ProveEntry(Store store, FileStore files, ReadLines read, IOrganizationDirectory organizations)
{
    private static readonly Fault NoEntry = new("records.edition.entry.not-found", "这一版的这张清单里没有这个编号。", "key", FaultKind.NotFound);

    /// <summary>The proof of the entry with this key.</summary>
    public async Task<Result<EntryProof>> Run(long id, string list, string key, Actor actor, CancellationToken cancel)
    {
        if (await EditionAccess.Visible(store.Set<Edition>().AsNoTracking(), actor, await organizations.Tree(cancel)).SingleOrDefaultAsync(e => e.Id == id && e.State == EditionState.Issued, cancel) is null) return EditionFaults.NotFound;
        var file = await store.Set<EditionFile>().AsNoTracking().SingleAsync(f => f.EditionId == id && f.Round == 0, cancel);
        var lists = await store.Set<EditionListRow>().AsNoTracking().Where(l => l.EditionFileId == file.Id).OrderBy(l => l.Place).ToListAsync(cancel);
        if (lists.Find(l => l.Name == list) is not { } row || await Find(file, row, key, cancel) is not { } found) return NoEntry;
        var suite = SigningSuite.Find(file.Suite)!;
        var digests = await files.Read(file.FileId, Blocks(row.EndByte) + TarHeader.Block, row.Count * SigningSuite.DigestSize, cancel);
        var path = MerkleTree.Path(suite, digests, found.Place);
        var (manifest, next) = await Content(file, Blocks(Blocks(lists[^1].EndByte) + TarHeader.Block + (lists[^1].Count * SigningSuite.DigestSize)), cancel);
        var (signature, _) = await Content(file, next, cancel);
        return new EntryProof(list, found.Place, found.Line, path, manifest, signature);
    }

    // Lines stand in the order of their keys: halved some twenty times a list of a million is found through.
    private async Task<(long Place, string Line)?> Find(EditionFile file, EditionListRow list, string key, CancellationToken cancel)
    {
        for (var (low, high) = (0L, list.Count - 1); low <= high;)
        {
            var middle = low + ((high - low) / 2);
            var line = (await read.Run(file, list, middle, 1, cancel))[0];
            var order = string.CompareOrdinal($"{JsonNode.Parse(line)!["key"]}", key);
            if (order == 0) return (middle, line);
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    private async Task<(byte[] Content, long Next)> Content(EditionFile file, long at, CancellationToken cancel)
    {
        var (_, size) = TarHeader.Read(await files.Read(file.FileId, at, TarHeader.Block, cancel)) ?? throw new InvalidOperationException($"The stored archive {file.FileId} has no header at {at}.");
        return (await files.Read(file.FileId, at + TarHeader.Block, size, cancel), Blocks(at + TarHeader.Block + size));
    }

    private static long Blocks(long length) => length + TarHeader.Padding(length);
}
