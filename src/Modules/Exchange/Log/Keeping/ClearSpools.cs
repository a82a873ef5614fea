using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Log.Spooling;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;

namespace Qingdan.Exchange.Log.Keeping;

/// <summary>Deletes spool files a day after they were written last, when all their records are in the store and a signed checkpoint covers them. The last file of a chain stays.</summary>
internal sealed class ClearSpools(Store store, StoreOptions options, TimeProvider clock) : IRegularWork
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken cancel)
    {
        foreach (var folder in NodeFolder.All(options.DataFolder))
        {
            if (folder.Files is not [_, _, ..] files) continue;
            var signed = await store.Set<Checkpoint>().Where(c => c.Node == folder.Node && store.Set<LogNode>().Any(n => n.Node == c.Node && n.Sequence >= c.Sequence)).MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;
            foreach (var (file, next) in files.Zip(files.Skip(1)))
                if (First(next) - 1 <= signed && File.GetLastWriteTimeUtc(file) < clock.GetUtcNow().UtcDateTime - Kept) File.Delete(file);
                else break;
        }
    }

    private static long First(string file)
    {
        using var reader = SpoolReader.Open(file);
        return reader.Header?.First ?? long.MaxValue;
    }
}
