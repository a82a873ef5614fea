using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Receipts;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Templates;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>
/// 原样回执: the workbook as it was sent, faults in red, comments on the cells and the reasons in a last column; mended and sent again it is known at once.
/// An old .xls, a text or an .ods comes back as a plain .xlsx with the same columns.
/// </summary>
internal sealed class WriteReceipt(Store store, FileStore files, ReportTables tables, ReportAccess access, Translator t)
{
    /// <summary>The receipt's name and content.</summary>
    public async Task<Result<(string Name, Stream Content)>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await access.FindReturn(id, actor, cancel) is not ({ } row, { } report)) return RoundFaults.ReturnNotFound;
        if (row.State is not (ReturnState.Compared or ReturnState.Taken)) return RoundFaults.NotNow;
        var choice = JsonSerializer.Deserialize<SheetChoice>(row.Choice, JsonText.Readable)!;
        var lines = await store.Set<ReturnLine>().AsNoTracking().Where(l => l.ReturnId == id && l.Cells != "[]").OrderBy(l => l.Number).ToListAsync(cancel);
        var remarks = Remarks(lines, tables[report.TableKey], choice, ColumnMapping.FromJson(row.Mapping));
        await using var source = await files.Open(row.FileId, cancel);
        var target = TemporaryFile.Open();
        if (choice.Format == SheetFormat.Xlsx && choice.Sheet is { } sheet && ReceiptWorkbook.Takes(source, sheet)) await Task.Run(() => ReceiptWorkbook.Write(source, target, sheet, choice.HeaderRow, Reasons(choice), remarks), cancel);
        else await Anew(source, target, choice, remarks, row, cancel);
        target.Position = 0;
        return ($"{Path.GetFileNameWithoutExtension(row.FileName)} {t["回执"]}.xlsx", target);
    }

    private List<CellRemark> Remarks(List<ReturnLine> lines, IReportTable table, SheetChoice choice, ColumnMapping mapping)
    {
        var remarks = new List<CellRemark>();
        foreach (var line in lines.Where(l => l.Faulty))
            foreach (var word in line.ReadCells().Where(w => w.Wrong))
            {
                var name = table.Columns.FirstOrDefault(c => c.Key == word.Key)?.Element.Name;
                remarks.Add(new CellRemark(line.Number, mapping[word.Key] is { } at ? choice.Columns[at].Source : null, (name is null ? "" : name + "：") + t[word.Text, [.. word.Args]]));
            }
        return remarks;
    }

    // The column of an earlier receipt is used again; else the next one behind the table.
    private static ReasonColumn Reasons(SheetChoice choice) => choice.Columns.FirstOrDefault(c => c.Name.StartsWith(FormLayout.Reasons, StringComparison.Ordinal)) is { } earlier
        ? new(FormLayout.Reasons, earlier.Source, true) : new(FormLayout.Reasons, choice.Columns.Max(c => c.Source) + 1, false);

    // The mark of ours goes along, where there is one: it stands above the header as in the workbook that was sent.
    private static async Task Anew(Stream source, Stream target, SheetChoice choice, List<CellRemark> remarks, Return row, CancellationToken cancel)
    {
        var said = remarks.ToLookup(r => r.Row);
        var known = ReturnFile.Look(source, row.FileName);
        var spec = new SheetSpec(FormLayout.Table, [.. choice.Columns.Select(c => new ColumnSpec(c.Name, CellType.Code, 20)), new(FormLayout.Reasons, CellType.Text, 60)])
        {
            Title = known.TryGet(out var file) && file.Mark is { } mark ? RowMark.Workbook(mark.Report, mark.Part) : null,
        };
        await SheetWriter.WriteWorkbook(target, [new(spec, Rows(source, choice, said).ToAsyncEnumerable())], cancel);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(Stream source, SheetChoice choice, ILookup<int, CellRemark> said)
    {
        foreach (var line in SheetFile.Read(source, choice))
        {
            var own = said[line.Number].ToList();
            yield return
            [
                .. line.Cells.Select((cell, i) => own.Exists(r => r.Column == choice.Columns[i].Source) ? new FilledCell(cell, CellFill.Error) : (object?)cell),
                string.Join('\n', own.Select(r => r.Text).Distinct()),
            ];
        }
    }
}
