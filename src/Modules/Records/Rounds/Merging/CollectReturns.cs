using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds.Merging;

/// <summary>What became of one file of many.</summary>
/// <param name="File">Its name.</param>
/// <param name="ReturnId">The return; 0 when it was refused.</param>
/// <param name="Unit">The unit it was recognised for; empty when none.</param>
/// <param name="Refusal">Why not; null when it was taken.</param>
public sealed record CollectedRow(string File, long ReturnId, string Unit, Fault? Refusal);

/// <summary>Takes the workbooks of many units at once, also packed in a zip; each finds its report by its mark, else by the unit's name in the file's.</summary>
internal sealed class CollectReturns(Store store, ReportTables tables, ReceiveReturn receive, IOrganizationDirectory organizations)
{
    private const int MostFiles = 200;

    /// <summary>Most bytes of one packed workbook, and of all of them, when unpacked.</summary>
    private const long MostBytes = 200L << 20, MostBytesAll = 1L << 30;

    private static readonly string[] Endings = [".xlsx", ".xls", ".ods", ".csv", ".et"];

    /// <summary>Takes files one after the other; what one is refused for does not hinder the next. Without a round each belongs to the one that its mark names.</summary>
    public async Task<Result<IReadOnlyList<CollectedRow>>> Run(long? roundId, IReadOnlyList<(string Name, Func<Stream> Open)> files, Actor actor, CancellationToken cancel)
    {
        var round = roundId is null ? null : await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancel);
        if (roundId is not null && round is null) return RoundFaults.NotFound;
        if (round?.State == RoundState.Closed) return RoundFaults.Closed;
        var rows = new List<CollectedRow>();
        foreach (var (name, open) in files)
        {
            await using var content = open();
            if (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) rows.Add(await One(round, Path.GetFileName(name), content, actor, cancel));
            else if (await Unpack(round, content, rows, actor, cancel) is { } refusal) rows.Add(new(Path.GetFileName(name), 0, "", refusal));
        }
        return rows;
    }

    private async Task<Fault?> Unpack(Round? round, Stream content, List<CollectedRow> rows, Actor actor, CancellationToken cancel)
    {
        try
        {
            using var zip = PackedFile.Open(content, System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));
            var books = zip.Entries.Where(e => Endings.Contains(Path.GetExtension(e.Name).ToLowerInvariant()) && !e.Name.StartsWith("~$", StringComparison.Ordinal) && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
            if (books.Count == 0) return new("records.zip.empty", "压缩包里没有工作簿（.xlsx、.xls、.ods、.csv）。", "file");
            if (books.Count > MostFiles) return new("records.zip.many", "压缩包里有 {0} 个工作簿，一次最多 {1} 个。请分几次上传。", "file", FaultKind.TooLarge, books.Count, MostFiles);
            // The stated length is what unpacking stops at.
            if (books.Sum(e => e.Length) > MostBytesAll || books.Exists(e => e.Length > MostBytes)) return new("records.zip.large", "压缩包解开后过大。请分几次上传。", "file", FaultKind.TooLarge);
            foreach (var entry in books) rows.Add(await Entry(round, entry, actor, cancel));
            return null;
        }
        catch (InvalidDataException)
        {
            return new("records.zip.broken", "压缩包损坏或有密码，打不开。请重新压缩（zip 格式，不设密码）后上传。", "file");
        }
    }

    // Only the last part of a path in the archive is a name; where it would lead is of no interest.
    private async Task<CollectedRow> Entry(Round? round, ZipArchiveEntry entry, Actor actor, CancellationToken cancel)
    {
        await using var file = TemporaryFile.Open();
        await using (var packed = entry.Open()) await packed.CopyToAsync(file, cancel);
        file.Position = 0;
        return await One(round, Path.GetFileName(entry.FullName.Replace('\\', '/')), file, actor, cancel, entry.FullName);
    }

    private async Task<CollectedRow> One(Round? round, string name, Stream content, Actor actor, CancellationToken cancel, string? path = null)
    {
        try
        {
            var looked = ReturnFile.Look(content, name);
            if (!looked.TryGet(out var file)) return new(name, 0, "", looked.Faults[0]);
            if (file.Mark is null && round is null) return new(name, 0, "", new("records.collect.no-round", "这不是系统发出的工作簿，认不出是哪一次集中梳理的。请用 --round 指明。", "round"));
            var found = file.Mark is { } mark ? await store.Set<Report>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == mark.Report, cancel) : await ByName(round!, path ?? name, file, cancel);
            if (found is null) return new(name, 0, "", new("records.collect.unknown", "认不出是哪个单位的哪张表。请在文件名里写明单位和表，例如“市民政局责任清单.xlsx”，或到该单位的报送页上传。", "file"));
            var unit = (await organizations.Tree(cancel)).ShortName(found.UnitId);
            if (round is not null && found.RoundId != round.Id) return new(name, 0, unit, new("records.return.other-round", "这本工作簿是“{0}”的，不是这一次的。请下载这一次的模板。", "file", FaultKind.Conflict, await store.Set<Round>().Where(r => r.Id == found.RoundId).Select(r => r.Title).SingleAsync(cancel)));
            content.Position = 0;
            var taken = await receive.Run(found.Id, 0, name, content, actor, cancel);
            return taken.TryGet(out var id) ? new(name, id, unit, null) : new(name, 0, unit, taken.Faults[0]);
        }
        catch (SheetException unreadable)
        {
            return new(name, 0, "", unreadable.Fault);
        }
    }

    // 「市民政局责任清单.xlsx」, or a folder named by the unit; of several tables the one that its name says, or the one whose columns fit.
    private async Task<Report?> ByName(Round round, string path, ReturnFile file, CancellationToken cancel)
    {
        var tree = await organizations.Tree(cancel);
        var reports = await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == round.Id).ToListAsync(cancel);
        var named = reports.Where(r => tree.Find(r.UnitId) is { } u && (path.Contains(u.ShortName, StringComparison.Ordinal) || path.Contains(u.Name, StringComparison.Ordinal))).ToList();
        // 「市民政局」 also stands in 「某市民政局某处」: the longest name is meant.
        var unit = named.OrderByDescending(r => tree.ShortName(r.UnitId).Length).FirstOrDefault()?.UnitId;
        var own = named.Where(r => r.UnitId == unit).ToList();
        return own.Find(r => path.Contains(tables[r.TableKey].Name, StringComparison.Ordinal)) ?? (own.Count == 1 ? own[0] : own.Where(r => ReturnFile.Understood(tables[r.TableKey], file.Map(tables[r.TableKey]))).ToList() is [var only] ? only : null);
    }
}
