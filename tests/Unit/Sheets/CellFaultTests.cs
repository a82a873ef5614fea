using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class CellFaultTests
{
    private static readonly SheetInspection File = Files.Inspect(Files.Text("名称,单位\n甲,乙\n丙,丁,多\n戊,己\0\n"));

    [Fact]
    public async Task The_table_comes_back_with_its_faults_in_a_last_column()
    {
        var t = new Translator(new Dictionaries([]));
        var fault = new CellFault(File.Sample[0].Number, 1, "单位", "unit", "乙", new Fault("unit.unknown", "没有这个单位。"), CellSeverity.Error);
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
