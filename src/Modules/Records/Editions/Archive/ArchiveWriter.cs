using System.Text;
using Qingdan.Platform.Signing;
using Qingdan.Records.Lines;

namespace Qingdan.Records.Editions.Archive;

/// <summary>Where a stretch of a list begins: pages find their lines by it.</summary>
/// <param name="Place">Number of the line, from 0.</param>
/// <param name="FirstByte">Its first byte in the archive.</param>
/// <param name="UnitId">Whose entry it is.</param>
internal sealed record LineMark(long Place, long FirstByte, long UnitId);

/// <summary>A list as it was written.</summary>
internal sealed record WrittenList(ManifestList List, IReadOnlyList<LineMark> Marks, long EndByte);

/// <summary>
/// Writes an edition's archive into a seekable stream: for each list its lines and their digests, then the manifest and its signature.
/// One pass; the header of a file is filled in when its length is known.
/// </summary>
internal sealed class ArchiveWriter(Stream target, SigningSuite suite) : IDisposable
{
    // A page reads at most this many lines too many.
    private const int MarkEvery = 200;

    private readonly Digest _digest = suite.NewDigest();
    private readonly List<ManifestFile> _files = [];
    private readonly List<ManifestList> _lists = [];

    /// <summary>Writes a list; answers where its lines are.</summary>
    public async Task<WrittenList> Add(string name, string title, IAsyncEnumerable<LineInForce> lines, CancellationToken cancel)
    {
        var tree = new MerkleTree(suite);
        var (marks, leaves, last) = (new List<LineMark>(), new MemoryStream(), "");
        var end = await File(EditionManifest.Lines(name), async () =>
        {
            await foreach (var entry in lines.WithCancellation(cancel))
            {
                if (string.CompareOrdinal(entry.Key, last) <= 0 && tree.Count > 0) throw new InvalidOperationException($"{name}: {entry.Key} does not come after {last}.");
                last = entry.Key;
                if (tree.Count % MarkEvery == 0 || marks[^1].UnitId != entry.UnitId) marks.Add(new LineMark(tree.Count, target.Position, entry.UnitId));
                var line = Encoding.UTF8.GetBytes(entry.Content + "\n");
                leaves.Write(tree.Add(line.AsSpan(0, line.Length - 1)));
                await Write(line, cancel);
            }
        }, cancel);
        var list = new ManifestList(name, title, tree.Count, Convert.ToHexStringLower(tree.Root()));
        var written = new WrittenList(list, marks, end);
        await File(EditionManifest.Leaves(name), () => Write(leaves.GetBuffer().AsMemory(0, (int)leaves.Length), cancel), cancel);
        _lists.Add(list);
        return written;
    }

    /// <summary>Writes another file.</summary>
    public Task Add(string path, ReadOnlyMemory<byte> content, CancellationToken cancel) => File(path, () => Write(content, cancel), cancel);

    /// <summary>Writes manifest, signature and end; answers the manifest's bytes.</summary>
    public async Task<byte[]> Close(EditionFacts facts, Func<byte[], Task<byte[]>> sign, CancellationToken cancel)
    {
        var manifest = new EditionManifest(suite.Name, facts, [.. _files], [.. _lists]).Write();
        var signature = await sign(manifest);
        await Add(EditionManifest.Path, manifest, cancel);
        await Add(EditionManifest.SignaturePath, signature, cancel);
        await target.WriteAsync(new byte[TarHeader.End], cancel);
        return manifest;
    }

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();

    // Answers where its content ends; what fills it up to a block comes behind.
    private async Task<long> File(string path, Func<Task> content, CancellationToken cancel)
    {
        var at = target.Position;
        await target.WriteAsync(new byte[TarHeader.Block], cancel);
        await content();
        var end = target.Position;
        var size = end - at - TarHeader.Block;
        target.Position = at;
        await target.WriteAsync(TarHeader.Of(path, size), cancel);
        target.Position = end;
        await target.WriteAsync(new byte[TarHeader.Padding(size)], cancel);
        var digest = new byte[SigningSuite.DigestSize];
        _digest.Finish(digest);
        _files.Add(new ManifestFile(path, size, Convert.ToHexStringLower(digest)));
        return end;
    }

    private async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        _digest.Append(bytes.Span);
        await target.WriteAsync(bytes, cancel);
    }
}
