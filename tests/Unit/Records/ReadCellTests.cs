using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Xunit;

namespace Qingdan.Tests.Unit.Records;

/// <summary>Cells as people write them.</summary>
public sealed class ReadCellTests
{
    [Theory]
    [InlineData("2026.3", "2026-03-01")]
    [InlineData("２０２６．３．５", "2026-03-05")]
    [InlineData("2026年3月5日", "2026-03-05")]
    [InlineData("2026/3/5", "2026-03-05")]
    public void A_day_is_understood_in_many_spellings(string written, string day) => Assert.Equal(new CellReading(day, Spelled: true), ReadCell.Of(Of(ElementShape.Date), written));

    [Theory]
    [InlineData("2026.1")]
    [InlineData("２０２６．１")]
    public void A_month_that_Excel_may_have_cut_is_not_guessed(string written) => Assert.NotNull(ReadCell.Of(Of(ElementShape.Date), written).Wrong);

    [Theory]
    [InlineData("3.10101E+17")]
    [InlineData("3E+17")]
    public void Digits_that_were_lost_are_never_guessed(string written) => Assert.Contains("截断", ReadCell.Of(Of(ElementShape.Text), written).Wrong!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("１，２３４", "1234")]
    [InlineData(" 12.5 ", "12.5")]
    public void A_number_may_be_full_width(string written, string number) => Assert.Equal(number, ReadCell.Of(Of(ElementShape.Number), written).Value);

    [Theory]
    [InlineData("每天", "每日")]
    [InlineData("每日", "每日")]
    public void A_choice_is_kept_in_its_own_spelling(string written, string kept) => Assert.Equal(kept, ReadCell.Of(Of(ElementShape.Choice, "update-frequency"), written).Value);

    [Fact]
    public void What_is_no_choice_names_the_choices() => Assert.Contains("实时", ReadCell.Of(Of(ElementShape.Choice, "update-frequency"), "看情况").Wrong!.Args[2], StringComparison.Ordinal);

    [Theory]
    [InlineData("√", "是")]
    [InlineData("是", "是")]
    [InlineData("否", "否")]
    [InlineData("×", "否")]
    public void A_tick_is_a_yes(string written, string flag) => Assert.Equal(flag, ReadCell.Of(Of(ElementShape.Flag), written).Value);

    [Theory]
    [InlineData("—")]
    [InlineData("/")]
    [InlineData("暂无")]
    public void What_people_write_for_nothing_is_nothing(string written) => Assert.Equal("", ReadCell.Of(Of(ElementShape.Date), written).Value);

    [Fact]
    public void A_mark_is_read_back_and_one_typed_over_is_not()
    {
        var mark = RowMark.Row(7, 123, 4);
        Assert.Equal((123L, 4), RowMark.ReadRow(7, mark));
        Assert.Null(RowMark.ReadRow(8, mark));
        Assert.Null(RowMark.ReadRow(7, mark.Replace("123", "124", StringComparison.Ordinal)));
        Assert.Equal((7L, 0L), RowMark.ReadWorkbook(RowMark.Workbook(7, 0)));
        Assert.Null(RowMark.ReadWorkbook("三清单报送 7.0.abcdef"));
    }

    private static Element Of(ElementShape shape, string? domain = null) =>
        new("key", "要素", "Element", shape, false, 100, domain, [], false, false, null, null, null, null, "", Certainty.Found, "");
}
