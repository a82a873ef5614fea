using System.Globalization;
using Qingdan.Platform.Sheets.Mapping;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class MappingTests
{
    private static readonly TargetField[] Fields =
    [
        new("name", ["名称", "数据集名称", "标题", "资源名称", "資料名稱", "name", "title"], Required: true),
        new("unit", ["提供单位", "数据提供方", "提供部门", "來源部門", "organization"]),
        new("updated", ["更新日期", "最后更新时间"], Shape: v => DateOnly.TryParse(v, CultureInfo.InvariantCulture, out _)),
        new("cycle", ["更新频率", "更新周期", "更新頻率"], Shape: v => v.StartsWith('每')),
        new("items", ["数据量"], Shape: v => decimal.TryParse(v, NumberStyles.Number, CultureInfo.InvariantCulture, out _)),
    ];

    [Fact]
    public void Own_names_synonyms_scripts_and_marks_are_recognised()
    {
        var mapping = Propose("*資料名稱（必填）,【基本】数据提供方,更新頻率,Title");
        Assert.Equal(["name", "unit", "cycle", null], mapping.Columns.Select(c => c.Key));
        Assert.Equal([MappingReason.Synonym, MappingReason.Synonym, MappingReason.SameName, MappingReason.None], mapping.Columns.Select(c => c.Reason));
    }

    [Fact]
    public void The_better_of_two_columns_gets_the_field() =>
        Assert.Equal([null, "name", "unit"], Propose("标题,名称,提供部门").Columns.Select(c => c.Key));

    [Fact]
    public void A_similar_header_is_proposed_with_less_confidence()
    {
        var column = Propose("数据资源名称,备注").Columns[0];
        Assert.Equal(("name", MappingReason.Similar), (column.Key, column.Reason));
        Assert.InRange(column.Confidence, 0.45, 0.94);
    }

    [Fact]
    public void A_header_that_only_shares_a_word_is_left_out() => Assert.Equal([null, null], Propose("更新说明,联系电话").Columns.Select(c => c.Key));

    [Fact]
    public void Values_give_a_column_away_whose_header_says_nothing()
    {
        var mapping = Propose("名称,甲乙", "一,每日", "二,每月", "三,每年");
        Assert.Equal(("cycle", MappingReason.Values), (mapping.Columns[1].Key, mapping.Columns[1].Reason));
    }

    [Fact]
    public void Group_heads_do_not_hide_the_name() =>
        Assert.Equal("name", MappingProposal.For(Files.Inspect(Files.Text("序号,基本信息,,备注,\n,名称,摘要,,单位\n1,企业登记,登记,无,甲\n2,婚姻登记,登记事项,无,乙\n")), Fields).Columns[1].Key);

    [Fact]
    public void A_kept_mapping_is_applied_by_header_to_a_later_file()
    {
        var kept = ColumnMapping.FromJson(Propose("名称,提供部门,更新频率").ToJson());
        var applied = kept.ApplyTo(Files.Inspect(Files.Text("备注,更新頻率,名称\n无,每日,甲\n")).Choice.Columns, out var missing);
        Assert.Equal([null, "cycle", "name"], applied.Columns.Select(c => c.Key));
        Assert.Equal(["提供部门"], missing);
        Assert.Equal((2, null), (applied["name"], applied["unit"]));
    }

    [Fact]
    public void Of_two_headers_that_are_alike_each_gets_back_its_own_field()
    {
        var kept = new ColumnMapping([new(0, "名称", "name"), new(1, "名称 (2)", "unit")]);
        var applied = kept.ApplyTo(Files.Inspect(Files.Text("名称,频率,名称\n甲,每日,乙\n")).Choice.Columns, out var missing);
        Assert.Equal(["name", null, "unit"], applied.Columns.Select(c => c.Key));
        Assert.Empty(missing);
    }

    private static ColumnMapping Propose(string header, params string[] rows)
    {
        if (rows.Length == 0) rows = [string.Join(',', header.Split(',').Select((_, i) => $"值{i}"))];
        return MappingProposal.For(Files.Inspect(Files.Text($"{header}\n{string.Join('\n', rows)}\n")), Fields);
    }
}
