using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Returns;
using Xunit;

namespace Qingdan.Tests.Unit.Records;

/// <summary>What is a row of data, and what stands around it.</summary>
public sealed class RowSenseTests
{
    private static readonly SheetColumn[] Columns = [.. new[] { "序号", "数据名称", "数据项", "更新频率", "备注" }.Select((name, i) => new SheetColumn(i, i, name, name))];

    [Theory]
    [InlineData(true, "1", "婚姻登记信息", "姓名", "每日", null)]
    [InlineData(false, "1", "2", "3", "4", "5")]
    [InlineData(false, "（1）", "（2）", "（3）", "（4）", "（5）")]
    [InlineData(false, "序号", "数据名称", "数据项", "更新频率", "备注")]
    [InlineData(false, "填表人：王敏", null, "审核人：", null, "负责人：")]
    [InlineData(false, "注：有条件共享的写明范围", null, null, null, null)]
    [InlineData(false, null, "合计", null, null, "12")]
    [InlineData(true, "2", "负责人信息", "姓名", "每日", "说明")]
    [InlineData(false, null, null, null, null, null)]
    public void Signatures_remarks_numbers_and_repeated_headers_are_no_data(bool data, params string?[] cells) =>
        Assert.Equal(data, new RowSense(Columns, 1, []).IsData(new SheetRow(1, cells, [])));

    [Theory]
    [InlineData(true, "9.1.abc", null, "联系电话")]
    [InlineData(true, null, "婚姻登记信息", "联系电话")]
    [InlineData(false, null, "填表人：王敏", "联系电话：23110001")]
    [InlineData(false, null, null, "联系电话：23110001")]
    public void Under_a_resource_a_telephone_number_is_a_data_item(bool data, params string?[] cells)
    {
        SheetColumn[] columns = [.. new[] { "行标识", "目录名称", "数据项名称" }.Select((name, i) => new SheetColumn(i, i, name, name))];
        Assert.Equal(data, new RowSense(columns, 2, [0, 1]).IsData(new SheetRow(1, cells, [])));
    }

    [Fact]
    public void Ditto_means_what_stands_above()
    {
        var sense = new RowSense(Columns, 1, []);
        sense.Cells(new SheetRow(1, ["1", "甲", "姓名", "每日", "x"], []));
        Assert.Equal(["2", "乙", "姓名", "每日", "x"], sense.Cells(new SheetRow(2, ["2", "乙", "同上", "〃", "x"], [])));
        Assert.Equal("每日", sense.Cells(new SheetRow(3, ["3", "丙", "证号", "同上", null], []))[3]);
    }
}
