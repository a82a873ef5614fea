using System.Buffers;
using System.Text;
using Qingdan.Platform.Documents;
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

    // So many bytes are digested and written at once.
    private const int Piece = 1024 * 1024;

    private readonly TarWriter _tar = new(target, suite);
    private readonly List<ManifestList> _lists = [];

    /// <summary>Writes a list; answers where its lines are.</summary>
    public async Task<WrittenList> Add(string name, string title, IAsyncEnumerable<LineInForce> lines, CancellationToken cancel)
    {
        var (tree, piece) = (new LineTree(suite), new ArrayBufferWriter<byte>(2 * Piece));
        var (marks, count, last) = (new List<LineMark>(), 0L, "");
        var end = await _tar.Add(EditionManifest.Lines(name), async () =>
        {
            await foreach (var entry in lines.WithCancellation(cancel))
            {
                if (string.CompareOrdinal(entry.Key, last) <= 0 && count > 0) throw new InvalidOperationException($"{name}: {entry.Key} does not come after {last}.");
                last = entry.Key;
                if (count % MarkEvery == 0 || marks[^1].UnitId != entry.UnitId) marks.Add(new LineMark(count, target.Position + piece.WrittenCount, entry.UnitId));
                count++;
                Encoding.UTF8.GetBytes(entry.Content, piece);
                piece.Write("\n"u8);
                if (piece.WrittenCount >= Piece) await Write(tree, piece, cancel);
            }
            await Write(tree, piece, cancel);
        }, cancel);
        var closed = tree.Close();
        var list = new ManifestList(name, title, closed.Count, closed.Root);
        await _tar.Add(EditionManifest.Leaves(name), closed.Leaves, cancel);
        _lists.Add(list);
        return new WrittenList(list, marks, end);
    }

    // The lines and the file are digested side by side.
    private async Task Write(LineTree tree, ArrayBufferWriter<byte> piece, CancellationToken cancel)
    {
        var leaves = Task.Run(() => tree.Add(piece.WrittenMemory), CancellationToken.None);
        await _tar.Write(piece.WrittenMemory, cancel);
        await leaves;
        piece.ResetWrittenCount();
    }

    /// <summary>Writes another file.</summary>
    public Task Add(string path, ReadOnlyMemory<byte> content, CancellationToken cancel) => _tar.Add(path, content, cancel);

    /// <summary>Writes manifest, signature and end; answers the manifest's bytes.</summary>
    public async Task<byte[]> Close(EditionFacts facts, Func<byte[], Task<byte[]>> sign, CancellationToken cancel)
    {
        var manifest = new EditionManifest(suite.Name, facts, _tar.Files, [.. _lists]).Write();
        var signature = await sign(manifest);
        await Add(EditionManifest.Path, manifest, cancel);
        await Add(EditionManifest.SignaturePath, signature, cancel);
        await _tar.Close(cancel);
        return manifest;
    }

    /// <inheritdoc/>
    public void Dispose() => _tar.Dispose();
}
