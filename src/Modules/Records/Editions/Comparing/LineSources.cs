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
    private const int Stretch = 4 * 1024 * 1024;

    /// <summary>Those of an archive.</summary>
    public async IAsyncEnumerable<byte[]> Of(EditionFile file, string list, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (await store.Set<EditionListRow>().AsNoTracking().SingleOrDefaultAsync(l => l.EditionFileId == file.Id && l.Name == list, cancel) is not { Count: > 0 } row) yield break;
        var at = await store.Set<EditionMark>().Where(m => m.EditionFileId == file.Id && m.List == list && m.Place == 0).Select(m => m.FirstByte).SingleAsync(cancel);
        var rest = Array.Empty<byte>();
        while (at < row.EndByte)
        {
            var piece = await files.Read(file.FileId, at, Math.Min(Stretch, row.EndByte - at), cancel);
            at += piece.Length;
            byte[] text = rest.Length == 0 ? piece : [.. rest, .. piece];
            var from = 0;
            for (int end; (end = Array.IndexOf(text, (byte)'\n', from)) >= 0; from = end + 1) yield return text[from..end];
            rest = text[from..];
        }
    }

    /// <summary>Those in force now, of these units or of all when there are none.</summary>
    public async IAsyncEnumerable<byte[]> Now(string list, IReadOnlyCollection<long> unitIds, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in inForce.Read(list, unitIds, cancel)) yield return Encoding.UTF8.GetBytes(line.Content);
    }
}
