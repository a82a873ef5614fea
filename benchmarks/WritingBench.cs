using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using MiniExcelLibs;
using Qingdan.Platform.Sheets.Forms;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Bench;

/// <summary>Writing workbooks of 200,000 rows by 20 columns beside their bare XML, and what memory it takes.</summary>
internal static class WritingBench
{
    private const int Rows = 200_000, Columns = 20;

    /// <summary>A prefilled workbook and a flat table beside the same XML written bare; MiniExcel beside both.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var cells = Enumerable.Range(0, Columns).Select(c => $"第{c}列的内容{c}").ToArray();
        var spec = new SheetSpec("表", [.. cells.Select(c => new ColumnSpec(c))]);
        FormSpec form = new() { Token = "x", Attachment = "附件1", Title = "表", Unit = "单位", Columns = [.. cells.Select((c, i) => new FormColumn($"k{i}", c, "", CellType.Code, 20))] };
        var rows = Enumerable.Range(0, Rows).Select(i => new FormRow($"{i}.1.abcdef", "未变", cells)).ToList();
        return
        [
            await Ratio.Measure($"export of {Rows:N0} × {Columns}; floor: the same XML bare", "—", 3, 3, () => To(target => SheetWriter.Write(TableFormat.Xlsx, target, spec, Flat(cells, Rows), default)), () => To(target => Bare(target, cells))),
            await Ratio.Measure($"prefilled workbook of {Rows:N0} × {Columns}; floor: the same XML bare", "—", 3, 3, () => To(target => FormWorkbook.Write(target, form, rows, default)), () => To(target => Bare(target, cells))),
            await Ratio.Measure("MiniExcel writing the same; floor: the same XML bare", "—", 3, null, () => To(target => target.SaveAsAsync(Enumerable.Range(0, Rows).Select(_ => cells.Select((c, i) => (c, i)).ToDictionary(c => $"c{c.i}", c => (object)c.c)))), () => To(target => Bare(target, cells))),
            await Peak(),
        ];
    }

    /// <summary>What the child process runs, <c>writing-memory ROWS</c>: one export, then its peak in megabytes.</summary>
    public static async Task Child(string[] args)
    {
        var cells = Enumerable.Range(0, Columns).Select(c => $"第{c}列的内容{c}").ToArray();
        await To(target => SheetWriter.Write(TableFormat.Xlsx, target, new SheetSpec("表", [.. cells.Select(c => new ColumnSpec(c))]), Flat(cells, int.Parse(args[1], CultureInfo.InvariantCulture)), default));
        Console.WriteLine(Memory.PeakMegabytes().ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<Ratio> Peak()
    {
        var (large, small) = (await PeakOf(Rows), await PeakOf(Rows / 10));
        return new Ratio($"peak memory of the export; floor: of {Rows / 10:N0} rows", "—", large, small, large / small, 1.5, "MB");
    }

    private static async Task<double> PeakOf(int rows)
    {
        using var child = Itself.Start("writing-memory", $"{rows}");
        return double.Parse((await child.StandardOutput.ReadToEndAsync()).Trim(), CultureInfo.InvariantCulture);
    }

    private static async Task To(Func<Stream, Task> write)
    {
        await using var target = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await write(target);
    }

    private static IAsyncEnumerable<IReadOnlyList<object?>> Flat(string[] cells, int rows) => Enumerable.Repeat<IReadOnlyList<object?>>(cells, rows).ToAsyncEnumerable();

    // The same rows as inline strings with references and styles, nothing else.
    private static async Task Bare(Stream target, string[] cells)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        await writer.WriteAsync("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var row = 1; row <= Rows; row++)
        {
            await writer.WriteAsync($"<row r=\"{row}\">");
            for (var column = 0; column < cells.Length; column++)
                await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\" s=\"9\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cells[column])}</t></is></c>"));
            await writer.WriteAsync("</row>");
        }
        await writer.WriteAsync("</sheetData></worksheet>");
    }
}
