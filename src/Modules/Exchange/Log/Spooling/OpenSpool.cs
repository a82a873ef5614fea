using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;

namespace Qingdan.Exchange.Log.Spooling;

/// <summary>A spool that was opened, and when its last record came in.</summary>
internal sealed record OpenedSpool(Spool Spool, DateTimeOffset LastAt);

/// <summary>
/// Opens a chain for this process: goes on with one of the data folder that nobody has and that is whole, or begins a new one. So two processes over one data folder, and two nodes with folders of
/// their own, never write the same chain. A chain that is damaged, was brought here from elsewhere or ends before what the store has of it is left as it is, for <c>doctor</c> to name.
/// </summary>
internal sealed class OpenSpool(StoreOptions store, LogOptions options, IServiceScopeFactory scopes, IdSource ids, TimeProvider clock, ILogger<OpenSpool> log)
{
    /// <summary>Opens it.</summary>
    public async Task<OpenedSpool> Run(CancellationToken cancel)
    {
        foreach (var folder in NodeFolder.All(store.DataFolder).Where(f => f.IsOurs))
        {
            if (folder.TryLock() is not { } held) continue;
            if (await GoOn(folder, held, cancel) is { } spool) return spool;
            await held.DisposeAsync();
        }
        return await Begin(cancel);
    }

    private async Task<OpenedSpool> Begin(CancellationToken cancel)
    {
        var node = LogNode.New(ids.Next(), clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<Store>();
        rows.Add(node);
        await rows.SaveChangesAsync(cancel);
        var folder = NodeFolder.Make(store.DataFolder, node.Node);
        var held = folder.TryLock() ?? throw new IOException($"The folder {folder.Path} was just made and is locked.");
        return new OpenedSpool(new Spool(folder, held, node.CreatedAt, options.SpoolBytes, new SpoolMark(node.Node, 0, 0, 0), node.Digest), DateTimeOffset.MinValue);
    }

    private async Task<OpenedSpool?> GoOn(NodeFolder folder, FileStream held, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var node = await scope.ServiceProvider.GetRequiredService<Store>().Set<LogNode>().AsNoTracking().SingleOrDefaultAsync(n => n.Node == folder.Node, cancel);
        if (node is null || folder.Files is not [.., var file]) return node is null ? null : Empty(folder, held, node);
        using var reader = SpoolReader.Open(file);
        // What the store has of this file must be in it.
        var (agrees, last) = (Agrees(reader, node), DateTimeOffset.MinValue);
        while (reader.Next())
        {
            agrees |= Agrees(reader, node);
            last = CallLine.Read(reader.Line.Span).At;
        }
        var before = reader.Header is { } header && node.Sequence < header.First - 1;
        if (reader.End == SpoolEnd.Damaged || reader.Header?.Node != folder.Node || !(agrees || before))
        {
            log.LogError("The spool {File} is damaged or does not agree with the store after record {Sequence}; it is left as it is, and a new chain begins", file, reader.Sequence);
            return null;
        }
        if (reader.End == SpoolEnd.Torn) SetAside(file, reader.Offset);
        return new OpenedSpool(new Spool(folder, held, node.CreatedAt, options.SpoolBytes, new SpoolMark(folder.Node, NodeFolder.Number(file), reader.Offset, reader.Sequence), reader.Digest), last);
    }

    // Killed between making the folder and the first record.
    private OpenedSpool? Empty(NodeFolder folder, FileStream held, LogNode node) =>
        node.Sequence > 0 ? null : new OpenedSpool(new Spool(folder, held, node.CreatedAt, options.SpoolBytes, new SpoolMark(node.Node, 0, 0, 0), node.Digest), DateTimeOffset.MinValue);

    private static bool Agrees(SpoolReader reader, LogNode node) => reader.Sequence == node.Sequence && reader.Digest.SequenceEqual(node.Digest);

    private void SetAside(string file, long from)
    {
        using var spool = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        spool.Position = from;
        var rest = new byte[spool.Length - from];
        spool.ReadExactly(rest);
        var aside = $"{file}.{clock.GetUtcNow().ToUnixTimeMilliseconds()}.torn";
        File.WriteAllBytes(aside, rest);
        spool.SetLength(from);
        spool.Flush(flushToDisk: true);
        log.LogWarning("The last record in {File} was cut off when the process ended; its {Bytes} bytes were set aside in {Aside}", file, rest.Length, aside);
    }
}
