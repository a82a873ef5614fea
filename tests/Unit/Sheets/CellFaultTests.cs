using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class CellFaultTests
{
    private static readonly SheetInspection File = Files.Inspect(Files.Text("名称,单位\n甲,乙\n丙,丁,多\n戊,己\0\n"));
    private static readonly ColumnMapping Mapping = new([new(0, "名称", "name"), new(1, "单位", "unit")]);
    private static readonly Fault Unknown = new("unit.unknown", "没有这个单位。");

    [Fact]
    public void All_are_counted_and_the_first_of_each_code_are_kept()
    {
        var list = new CellFaultList(File.Choice.Columns, Mapping, keep: 3);
        foreach (var row in Enumerable.Range(0, 10)) list.Add(File.Sample[row % 3], "unit", Unknown, CellSeverity.Error);
        list.Add(File.Sample[0], "name", new("name.changed", "改了。"), CellSeverity.Changed);
        Assert.Equal([("unit.unknown", 10), ("name.changed", 1)], list.Counts.Select(c => (c.Code, c.Count)));
        Assert.Equal(4, list.Kept.Count);
        Assert.Equal((10, 1), (list.Count(CellSeverity.Error), list.Count(CellSeverity.Changed)));
    }

    [Fact]
    public void A_row_with_several_errors_is_one_wrong_row()
    {
        var list = new CellFaultList(File.Choice.Columns, Mapping);
        list.Add(File.Sample[0], "unit", Unknown, CellSeverity.Error);
        list.Add(File.Sample[0], "name", Unknown, CellSeverity.Error);
        list.Add(File.Sample[1], "name", Unknown, CellSeverity.Warning);
        Assert.Equal(1, list.WrongRows);
    }

    [Fact]
    public void What_the_reader_noticed_stands_at_its_cell_or_its_row()
    {
        var list = new CellFaultList(File.Choice.Columns, Mapping);
        foreach (var row in File.Sample) list.AddMarks(row);
        Assert.Equal([(3, null, "sheet.row.extra-cells"), (4, "unit", "sheet.cell.control-characters")], list.Kept.Select(f => (f.Row, f.Key, f.Fault.Code)));
    }

    [Fact]
    public async Task The_table_comes_back_with_its_faults_in_a_last_column()
    {
        var t = new Translator(new Dictionaries([]));
        var list = new CellFaultList(File.Choice.Columns, Mapping);
        var fault = list.Add(File.Sample[0], "unit", Unknown, CellSeverity.Error);
        async IAsyncEnumerable<(SheetRow, IReadOnlyList<CellFault>)> Rows()
        {
            foreach (var row in File.Sample) yield return (row, row.Number == fault.Row ? [fault] : []);
            await Task.CompletedTask;
        }
        var stream = new MemoryStream();
        await SheetWriter.Write(TableFormat.Xlsx, stream, FaultReport.Spec("回执", File.Choice.Columns, t), FaultReport.Rows(Rows(), t), TestContext.Current.CancellationToken);
        Assert.Equal(["名称", "单位", "问题"], Files.Headers(stream));
        var rows = Files.Rows(stream);
        Assert.Equal(["甲", "乙", "单位：没有这个单位。"], rows[0].Cells);
        Assert.Equal(["丙", "丁", null], rows[1].Cells);
    }
}
