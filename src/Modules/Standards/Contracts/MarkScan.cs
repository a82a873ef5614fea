using System.Globalization;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Standards.Contracts;

/// <summary>
/// Looks through every text of a file for marks of secrets before it is stored anywhere: all sheets, all columns, the rows above the header, where marks
/// usually stand, and what of a JSON file is in no table (政务数据共享条例 3; ADR 0003).
/// </summary>
public sealed class MarkScan(Store store, AuditLog audit)
{
    private const int MostNamed = 20;

    /// <summary>
    /// The refusal, which names places and no content; null when there is no mark. In the log stands only that it happened and how often: neither content nor name of the file.
    /// What turns out unreadable is refused as such.
    /// </summary>
    public async Task<Fault?> Refusal(Stream stream, string name, SheetInspection inspection, AuditAction action, Subject subject, Actor actor, CancellationToken cancel)
    {
        try
        {
            var (refusal, marks) = Look(stream, name, inspection);
            if (refusal is null) return null;
            audit.Add(actor, action, subject, after: new { marks });
            await store.SaveChangesAsync(cancel);
            return refusal;
        }
        catch (SheetException unreadable)
        {
            return unreadable.Fault;
        }
    }

    private static (Fault? Refusal, int Marks) Look(Stream stream, string name, SheetInspection inspection)
    {
        var (places, count, ofName) = (new List<string>(), 0, ClassificationMarks.Find(Path.GetFileNameWithoutExtension(name)) is not null);
        var last = (Sheet: "", Row: -1);
        foreach (var text in SheetFile.Texts(stream, inspection.Choice))
        {
            if (ClassificationMarks.Find(text.Text) is null || (text.Sheet, text.Row) == last) continue;
            last = (text.Sheet, text.Row);
            count++;
            if (places.Count < MostNamed) places.Add(Place(text, inspection));
        }
        if (ofName) return (OfName, count + 1);
        if (count == 0) return (null, 0);
        return (new Fault(
            "standards.file.classified", "文件里有 {0} 处带密级标志（行号：{1}），整个文件没有保存。国家秘密和工作秘密不得进入本系统，请按保密规定处理；删去这些行，或去掉确属误标的标志后，再重新上传。",
            "file", FaultKind.Invalid, count, string.Join(' ', places) + (count > places.Count ? " …" : "")), count);
    }

    // As a formula names a cell's sheet, the same in every language; 0 for text outside rows. The name of a sheet may itself be the mark: then its number stands for it.
    private static string Place(PlacedText text, SheetInspection inspection)
    {
        if (text.Sheet.Length == 0 || inspection.Sheets.Count == 1) return string.Create(CultureInfo.InvariantCulture, $"{text.Row}");
        return string.Create(CultureInfo.InvariantCulture, $"{(ClassificationMarks.Find(text.Sheet) is null ? text.Sheet : Number(text.Sheet, inspection))}!{text.Row}");
    }

    // Only the first sheets are listed.
    private static string Number(string sheet, SheetInspection inspection)
    {
        var place = inspection.Sheets.ToList().FindIndex(s => s.Name == sheet);
        return place < 0 ? string.Create(CultureInfo.InvariantCulture, $"#{inspection.Sheets.Count}+") : string.Create(CultureInfo.InvariantCulture, $"#{place + 1}");
    }

    private static readonly Fault OfName = new(
        "standards.file.classified", "文件名带密级标志，文件没有保存。国家秘密和工作秘密不得进入本系统，请按保密规定处理；确属误标的，改名后再重新上传。", "file");
}
