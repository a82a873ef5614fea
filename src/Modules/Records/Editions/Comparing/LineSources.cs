using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Records.Lines;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>The lines of a list: out of an archive, or as it is in force now.</summary>
internal sealed class LineSources(Store store, FileStore files, LinesInForce inForce)
{
    /// <summary>Opens an archive.</summary>
    public async Task<ArchiveLines> Open(EditionFile file, CancellationToken cancel)
    {
        var places = from l in store.Set<EditionListRow>()
                     join m in store.Set<EditionMark>() on new { l.EditionFileId, List = l.Name } equals new { m.EditionFileId, m.List }
                     where l.EditionFileId == file.Id && m.Place == 0
                     select new { l.Name, m.FirstByte, l.EndByte };
        return new ArchiveLines(files.OpenRead(file.FileId, file.Bytes), await places.ToDictionaryAsync(l => l.Name, l => (l.FirstByte, l.EndByte), cancel));
    }

    /// <summary>Those in force now, of these units or of all when there are none.</summary>
    public async IAsyncEnumerable<byte[]> Now(string list, IReadOnlyCollection<long> unitIds, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in inForce.Read(list, unitIds, cancel)) yield return Encoding.UTF8.GetBytes(line.Content);
    }
}

/// <summary>The lists of an archive; a small archive is fetched once for all of them.</summary>
/// <param name="archive">Its bytes.</param>
/// <param name="places">Where the lines of each list begin and end; a list without lines has none.</param>
internal sealed class ArchiveLines(Stream archive, IReadOnlyDictionary<string, (long First, long End)> places)
{
    private const int Stretch = 256 * 1024;

    /// <summary>The lines of a list.</summary>
    public async IAsyncEnumerable<byte[]> Of(string list, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!places.TryGetValue(list, out var place)) yield break;
        var (buffer, held) = (new byte[Stretch], 0);
        for (var at = place.First; at < place.End;)
        {
            // A line longer than what was there for it.
            if (held == buffer.Length) Array.Resize(ref buffer, 2 * held);
            archive.Position = at;
            var read = await archive.ReadAsync(buffer.AsMemory(held, (int)Math.Min(buffer.Length - held, place.End - at)), cancel);
            if (read == 0) throw new InvalidOperationException($"The stored archive ends at {at}, within its list {list}.");
            (at, held) = (at + read, held + read);
            var from = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', from, held - from)) >= 0; from = end + 1) yield return buffer[from..end];
            Array.Copy(buffer, from, buffer, 0, held -= from);
        }
    }
}
