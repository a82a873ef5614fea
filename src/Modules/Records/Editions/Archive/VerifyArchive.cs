using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Platform.Signing;

namespace Qingdan.Records.Editions.Archive;

/// <summary>
/// Verifies an archive with a public key that the asker trusts; neither store nor network is needed, and no key inside the archive counts.
/// Every byte is checked: headers and fillings have one form, files are in the manifest, the manifest is signed. What was altered is named, down to the line.
/// </summary>
internal sealed class VerifyArchive(SigningSuite suite, PublicKey key)
{
    private const int MostManifest = 16 * 1024 * 1024;

    private readonly List<Fault> _faults = [];
    private readonly List<TarFile> _read = [];
    private readonly Dictionary<string, LineTree.Lines> _trees = [];
    private readonly Dictionary<string, byte[]> _kept = [];

    /// <summary>The manifest of an archive that is as it was signed, or what is wrong with it.</summary>
    public static async Task<Result<EditionManifest>> Run(Stream archive, SigningSuite suite, string publicPem, CancellationToken cancel)
    {
        var key = suite.Read(publicPem);
        return key.TryGet(out var known) ? await new VerifyArchive(suite, known).Run(archive, cancel) : key.As<EditionManifest>();
    }

    private async Task<Result<EditionManifest>> Run(Stream archive, CancellationToken cancel)
    {
        var (manifest, signature) = (Array.Empty<byte>(), Array.Empty<byte>());
        for (var number = 1; ; number++)
        {
            var header = await Block(archive, TarHeader.Block, cancel);
            if (header is null) return Broken(ArchiveFaults.Cut(number));
            if (header.AsSpan().IndexOfAnyExcept((byte)0) < 0) break;
            if (TarHeader.Read(header) is not { } file) return Broken(ArchiveFaults.Header(number));
            if (file.Name is EditionManifest.Path or EditionManifest.SignaturePath)
            {
                if (file.Size > MostManifest || await Block(archive, (int)file.Size, cancel) is not { } bytes) return Broken(ArchiveFaults.Cut(number));
                if (file.Name == EditionManifest.Path) manifest = bytes;
                else signature = bytes;
            }
            else if (!await Content(archive, file.Name, file.Size, cancel)) return Broken(ArchiveFaults.Cut(number));
            if (await Block(archive, TarHeader.Padding(file.Size), cancel) is not { } filling) return Broken(ArchiveFaults.Cut(number));
            if (filling.AsSpan().IndexOfAnyExcept((byte)0) >= 0) _faults.Add(ArchiveFaults.Filling(file.Name));
        }
        // One empty block was read; another ends the archive, and nothing follows.
        if (await Block(archive, TarHeader.Block, cancel) is not { } end || end.AsSpan().IndexOfAnyExcept((byte)0) >= 0 || await archive.ReadAsync(new byte[1], cancel) != 0) _faults.Add(ArchiveFaults.End);
        return Judge(manifest, signature);
    }

    private Result<EditionManifest> Judge(byte[] manifest, byte[] signature)
    {
        if (!key.Verify(manifest, signature)) return Broken(ArchiveFaults.Signature);
        if (EditionManifest.Read(manifest) is not { } said || said.Suite != suite.Name) return Broken(ArchiveFaults.NoManifest);
        var read = _read.ToDictionary(f => f.Path);
        foreach (var file in said.Files)
            if (!read.Remove(file.Path, out var found)) _faults.Add(ArchiveFaults.Missing(file.Path));
            else if (found != file) _faults.Add(Line(file.Path) is { } line ? ArchiveFaults.Line(file.Path, line) : ArchiveFaults.File(file.Path));
        foreach (var surplus in read.Keys) _faults.Add(ArchiveFaults.Surplus(surplus));
        if (_faults.Count == 0 && !said.Files.Select(f => f.Path).SequenceEqual(_read.Select(f => f.Path))) _faults.Add(ArchiveFaults.Order);
        foreach (var list in said.Lists)
            if (_faults.Count == 0 && (!_trees.TryGetValue(EditionManifest.Lines(list.Name), out var tree) || (tree.Count, tree.Root) != (list.Count, list.Root))) _faults.Add(ArchiveFaults.File(EditionManifest.Lines(list.Name)));
        return _faults.Count == 0 ? said : _faults;
    }

    // The digests say which line it is; null where there are none, or they say nothing.
    private long? Line(string path) =>
        _trees.TryGetValue(path, out var lines) && _kept.TryGetValue(path[..^"jsonl".Length] + "leaves", out var kept) ? lines.FirstUnlike(kept) : null;

    private async Task<bool> Content(Stream archive, string path, long size, CancellationToken cancel)
    {
        using var digest = suite.NewDigest();
        var lines = path.EndsWith(".jsonl", StringComparison.Ordinal) ? new LineTree(suite) : null;
        using var kept = path.EndsWith(".leaves", StringComparison.Ordinal) ? new MemoryStream() : null;
        var buffer = new byte[1024 * 1024];
        for (var left = size; left > 0;)
        {
            var read = await archive.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancel);
            if (read == 0) return false;
            var whole = Task.Run(() => digest.Append(buffer.AsSpan(0, read)), CancellationToken.None);
            lines?.Add(buffer.AsMemory(0, read));
            kept?.Write(buffer, 0, read);
            await whole;
            left -= read;
        }
        var result = new byte[SigningSuite.DigestSize];
        digest.Finish(result);
        _read.Add(new TarFile(path, size, Convert.ToHexStringLower(result)));
        if (lines is not null) _trees[path] = lines.Close();
        if (kept is not null) _kept[path] = kept.ToArray();
        return true;
    }

    private static async Task<byte[]?> Block(Stream archive, int size, CancellationToken cancel)
    {
        var block = new byte[size];
        return await archive.ReadAtLeastAsync(block, size, throwOnEndOfStream: false, cancel) == size ? block : null;
    }

    private List<Fault> Broken(Fault fault) => [.. _faults, fault];
}
