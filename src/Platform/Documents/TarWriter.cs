using Qingdan.Platform.Signing;

namespace Qingdan.Platform.Documents;

/// <summary>A file of an archive.</summary>
/// <param name="Path">Name in the archive.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Digest">By the suite's digest, hexadecimal.</param>
public sealed record TarFile(string Path, long Bytes, string Digest);

/// <summary>Writes an uncompressed tar into a seekable stream, every byte of it in one form (<see cref="TarHeader"/>). One pass; the header of a file is filled in when its length is known.</summary>
public sealed class TarWriter(Stream target, SigningSuite suite) : IDisposable
{
    private readonly Digest _digest = suite.NewDigest();
    private readonly List<TarFile> _files = [];

    /// <summary>What was written, in its order.</summary>
    public IReadOnlyList<TarFile> Files => [.. _files];

    /// <summary>Writes a file whose content is at hand.</summary>
    public Task Add(string path, ReadOnlyMemory<byte> content, CancellationToken cancel) => Add(path, () => Write(content, cancel), cancel);

    /// <summary>Writes a file; <paramref name="content"/> calls <see cref="Write"/>. Answers where its content ends: what fills it up to a block comes behind.</summary>
    public async Task<long> Add(string path, Func<Task> content, CancellationToken cancel)
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
        _files.Add(new TarFile(path, size, Convert.ToHexStringLower(digest)));
        return end;
    }

    /// <summary>Writes a piece of the file that is being added.</summary>
    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        _digest.Append(bytes.Span);
        await target.WriteAsync(bytes, cancel);
    }

    /// <summary>Ends the archive.</summary>
    public async Task Close(CancellationToken cancel) => await target.WriteAsync(new byte[TarHeader.End], cancel);

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();
}
