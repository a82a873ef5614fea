using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Files;

/// <summary>Keeps uploaded files in the store in pieces of 256 KB: one backup holds all, every node sees them.</summary>
public sealed class FileStore(Store store, IdSource ids, TimeProvider clock)
{
    private const int Piece = 256 * 1024;

    /// <summary>The largest file taken: 200 MB.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    /// <summary>Saves a stream whole or not at all; an upload cut off throws and leaves nothing. What the program made itself may be larger than an upload.</summary>
    public async Task<Result<StoredFile>> Save(Actor actor, string name, Stream content, CancellationToken cancel, long mostBytes = MostBytes)
    {
        var id = ids.Next();
        await using var transaction = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(cancel) : null;
        // The row comes first, its length and digest when the bytes are known.
        var file = new StoredFile { Id = id, Name = Path.GetFileName(name), Digest = "", At = clock.GetUtcNow(), ActorId = actor.PersonId };
        store.Add(file);
        await store.SaveChangesAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        long length = 0;
        for (var place = 0; await content.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, cancel) is var read and > 0; place++)
        {
            length += read;
            if (length > mostBytes) return new Fault("file.too-large", "文件超过 200 MB，请分成几个文件上传。", "file", FaultKind.TooLarge);
            hash.AppendData(buffer, 0, read);
            var bytes = read == Piece ? buffer : buffer[..read];
            await store.Execute("INSERT INTO platform_file_pieces (file_id, place, bytes) VALUES (@id, @place, @bytes)", cancel, ("id", id), ("place", place), ("bytes", bytes));
        }
        if (length == 0) return new Fault("file.empty", "文件是空的，请检查后重新上传。", "file");
        var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        await store.Set<StoredFile>().Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Length, length).SetProperty(f => f.Digest, digest), cancel);
        if (transaction is not null) await transaction.CommitAsync(cancel);
        store.Entry(file).State = EntityState.Detached;
        return new StoredFile { Id = id, Name = file.Name, Length = length, Digest = digest, At = file.At, ActorId = file.ActorId };
    }

    /// <summary>Writes the file's bytes to <paramref name="target"/>, piece by piece.</summary>
    public async Task CopyTo(long id, Stream target, CancellationToken cancel)
    {
        await using var command = await store.Command("SELECT bytes FROM platform_file_pieces WHERE file_id = @id ORDER BY place", cancel, ("id", id));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) await target.WriteAsync((byte[])reader.GetValue(0), cancel);
    }

    /// <summary>A stretch of the file's bytes; shorter where the file ends before.</summary>
    public async Task<byte[]> Read(long id, long offset, long count, CancellationToken cancel)
    {
        var first = offset / Piece;
        var (bytes, read, skip) = (new byte[count], 0, (int)(offset - first * Piece));
        await using var command = await store.Command(
            "SELECT bytes FROM platform_file_pieces WHERE file_id = @id AND place BETWEEN @first AND @last ORDER BY place", cancel, ("id", id), ("first", first), ("last", (offset + count - 1) / Piece));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        for (; await reader.ReadAsync(cancel); skip = 0)
        {
            var piece = ((byte[])reader.GetValue(0)).AsSpan();
            piece = piece[Math.Min(skip, piece.Length)..];
            piece = piece[..Math.Min(piece.Length, bytes.Length - read)];
            piece.CopyTo(bytes.AsSpan(read));
            read += piece.Length;
        }
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>How many bytes are there, counted.</summary>
    public async Task<long> Length(long id, CancellationToken cancel) =>
        (await store.Query("SELECT coalesce(sum(length(bytes)), 0) FROM platform_file_pieces WHERE file_id = @id", r => r.GetInt64(0), cancel, ("id", id)))[0];

    /// <summary>A file of this length as a stream that is fetched stretch by stretch: a large one is never whole in memory, nor on the disk.</summary>
    public Stream OpenRead(long id, long length) => new StoredStream(this, id, length);

    /// <summary>The file as a seekable temporary file, deleted when closed: workbooks need seeking.</summary>
    public async Task<FileStream> Open(long id, CancellationToken cancel)
    {
        var temporary = TemporaryFile.Open(FileOptions.Asynchronous);
        try
        {
            await CopyTo(id, temporary, cancel);
        }
        catch
        {
            await temporary.DisposeAsync();
            throw;
        }
        temporary.Position = 0;
        return temporary;
    }
}
