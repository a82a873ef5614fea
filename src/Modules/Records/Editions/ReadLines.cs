using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;

namespace Qingdan.Records.Editions;

/// <summary>Reads a stretch of a list out of the archive: the marks say where to begin, so a page reads a few hundred lines and no more.</summary>
internal sealed class ReadLines(Store store, FileStore files)
{
    /// <summary>Lines from <paramref name="place"/> (from 0), at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<string>> Run(EditionFile file, EditionListRow list, long place, int most, CancellationToken cancel)
    {
        if (place >= list.Count) return [];
        var marks = store.Set<EditionMark>().AsNoTracking().Where(m => m.EditionFileId == file.Id && m.List == list.Name);
        var begin = await marks.Where(m => m.Place <= place).OrderByDescending(m => m.Place).FirstAsync(cancel);
        var end = await marks.Where(m => m.Place >= place + most).OrderBy(m => m.Place).Select(m => (long?)m.FirstByte).FirstOrDefaultAsync(cancel) ?? list.EndByte;
        var text = Encoding.UTF8.GetString(await files.Read(file.FileId, begin.FirstByte, end - begin.FirstByte, cancel));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip((int)(place - begin.Place)).Take(most)];
    }
}
