using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class WritingTests
{
    private static readonly SheetSpec Flat = new("数据", [new("名称", Required: true), new("代码", CellType.Code), new("数量", CellType.Number), new("日期", CellType.Date), new("时间", CellType.Date)]);
    private static readonly SheetSpec Print = Flat with { Title = "某市责任清单", Subline = "某局 2026-11-23" };

    private static readonly string[] Odd = ["=1+1", "'=1", "''@x", "-5", "_x0041_", "007", "1E5", "2026-01-05", "𠮷野家", "\ud800", "\0", "＝公式", "#N/A", "a\r\nb\rc"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["公共数据目录,;\"'=+-@ \n_x0041ab1"], 0, 12], Gen.String, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i]));

    [Theory]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Json)]
    public async Task Values_come_back_as_what_people_read(TableFormat format)
    {
        var file = await Write(format, Flat, ["甲", "00123", 12.5m, new DateOnly(2026, 1, 5), new DateTimeOffset(2026, 1, 5, 1, 30, 0, TimeSpan.Zero)], ["乙", null, -3, null, null]);
        var rows = Files.Rows(file);
        var instant = format switch { TableFormat.Xlsx => "2026-01-05T09:30:00", TableFormat.Csv => "2026-01-05 09:30", _ => "2026-01-05T01:30:00+00:00" };
        Assert.Equal(["甲", "00123", "12.5", "2026-01-05", instant], rows[0].Cells);
        Assert.Equal(["乙", null, "-3", null, null], rows[1].Cells);
    }

    [Theory]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Json)]
    public async Task Whatever_text_is_written_is_read_back_as_the_reader_would_clean_it(TableFormat format) =>
        await Texts.Array[4].List[1, 6].SampleAsync(
            async rows =>
            {
                var spec = new SheetSpec("数据", [.. Enumerable.Range(1, 5).Select(i => new ColumnSpec($"第{i}项名称"))]);
                var file = await Write(format, spec, [.. rows.Select(r => (object?[])["行", .. r])]);
                var expected = rows.Select(r => (IReadOnlyList<string?>)["行", .. r.Select(t => CellText.Clean(t, out _))]).ToList();
                var choice = Files.Inspect(file).Choice;
                // JSON leaves out columns without any value.
                var read = SheetFile.Read(file, choice).Select(r => spec.Columns.Select(c => choice.Columns.FirstOrDefault(x => x.Header == c.Header) is { } found ? r.Cells[found.Index] : null).ToList());
                Assert.Equal(expected, read);
            },
            iter: 60, threads: 1);

    [Fact]
    public async Task A_workbook_for_printing_is_valid_and_names_its_repeated_rows()
    {
        var file = await Write(TableFormat.Xlsx, Print, ["甲", "1", 1, new DateOnly(2026, 1, 5), null], [new FilledCell("乙", CellFill.Error), "1", new FilledCell(2, CellFill.Warning), null, null]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal("'数据'!$1:$3", document.WorkbookPart!.Workbook!.DefinedNames!.InnerText);
        Assert.Equal(["名称*", "代码", "数量", "日期", "时间"], Files.Headers(file));
    }

    [Fact]
    public async Task Sheets_get_names_that_excel_takes()
    {
        var file = new MemoryStream();
        string[] names = ["责任/清单", "责任 清单", new('长', 40), ""];
        await SheetWriter.WriteWorkbook(file, [.. names.Select(n => new SheetTable(Flat with { Name = n }, Rows(["甲", null, null, null, null])))], TestContext.Current.CancellationToken);
        Assert.Equal(["责任 清单", "责任 清单 (2)", new('长', 31), "Sheet"], Files.Inspect(file).Sheets.Select(s => s.Name));
    }

    [Fact]
    public async Task A_number_of_too_many_digits_is_written_as_text()
    {
        var row = Files.Rows(await Write(TableFormat.Xlsx, Flat, ["甲", null, 310101199001011234, null, null]))[0];
        Assert.Equal("310101199001011234", row.Cells[2]);
        Assert.Empty(row.Marks);
    }

    [Fact]
    public async Task Semicolons_within_the_texts_of_one_row_are_not_taken_for_what_separates_cells()
    {
        var file = await Write(TableFormat.Csv, Flat, ["甲", "a;b;c;d;e;f;g;h;i;j;k", null, null, null]);
        Assert.Equal(["名称", "代码", "数量", "日期", "时间"], Files.Headers(file));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_is_guarded_in_csv()
    {
        var file = await Write(TableFormat.Csv, Flat, ["=cmd()", "+1", -1, null, null]);
        using var reader = new StreamReader(file);
        Assert.Contains("'=cmd(),'+1,-1", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    internal static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(params object?[][] rows)
    {
        foreach (var row in rows) yield return row;
        await Task.CompletedTask;
    }

    private static async Task<MemoryStream> Write(TableFormat format, SheetSpec spec, params object?[][] rows)
    {
        var stream = new MemoryStream();
        await SheetWriter.Write(format, stream, spec, Rows(rows), default);
        stream.Position = 0;
        return stream;
    }
}
