using CsCheck;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class ValueDomainTests
{
    [Theory]
    [InlineData("每年", UpdateFrequency.Yearly, ReadingKind.Exact)]
    [InlineData("年", UpdateFrequency.Yearly, ReadingKind.Synonym)]
    [InlineData("每天", UpdateFrequency.Daily, ReadingKind.Synonym)]
    [InlineData("每週", UpdateFrequency.Weekly, ReadingKind.Synonym)]
    [InlineData("即時", UpdateFrequency.RealTime, ReadingKind.Synonym)]
    [InlineData("不定时", UpdateFrequency.Irregular, ReadingKind.Synonym)]
    [InlineData("静态数据", UpdateFrequency.Never, ReadingKind.Synonym)]
    [InlineData("每季 ", UpdateFrequency.Quarterly, ReadingKind.Synonym)]
    [InlineData("每月(更新说明:数据无变化)", UpdateFrequency.Monthly, ReadingKind.Synonym)]
    [InlineData("每年2次", UpdateFrequency.HalfYearly, ReadingKind.Synonym)]
    [InlineData("6个月", UpdateFrequency.HalfYearly, ReadingKind.Synonym)]
    [InlineData("１年", UpdateFrequency.Yearly, ReadingKind.Synonym)]
    [InlineData("Every Friday", UpdateFrequency.Weekly, ReadingKind.Synonym)]
    [InlineData("Daily at 9:00am", UpdateFrequency.Daily, ReadingKind.Synonym)]
    [InlineData("Every 6 months", UpdateFrequency.HalfYearly, ReadingKind.Synonym)]
    [InlineData("As and when necessary", UpdateFrequency.Irregular, ReadingKind.Synonym)]
    [InlineData("Yearly or as and when necessary", UpdateFrequency.Yearly, ReadingKind.Likely)]
    [InlineData("小时级", UpdateFrequency.RealTime, ReadingKind.Likely)]
    [InlineData("每15分钟", UpdateFrequency.RealTime, ReadingKind.Likely)]
    [InlineData("每半月", UpdateFrequency.Other, ReadingKind.Likely)]
    [InlineData("每三年", UpdateFrequency.Other, ReadingKind.Likely)]
    [InlineData("每月、年", null, ReadingKind.Unknown)]
    [InlineData("Monthly/ Annual", null, ReadingKind.Unknown)]
    [InlineData("Bi-Weekly", null, ReadingKind.Unknown)]
    [InlineData("1", null, ReadingKind.Unknown)]
    [InlineData("暂无", null, ReadingKind.Empty)]
    [InlineData(null, null, ReadingKind.Empty)]
    public void A_rhythm_is_read_or_stays_unknown(string? text, UpdateFrequency? value, ReadingKind kind) =>
        Assert.Equal(new Reading<UpdateFrequency>(value, kind), Domains.UpdateFrequencies.Read(text));

    [Theory]
    [InlineData("无条件开放", OpenType.Unconditional, ReadingKind.Exact)]
    [InlineData("完全开放", OpenType.Unconditional, ReadingKind.Synonym)]
    [InlineData("依申请开放", OpenType.Conditional, ReadingKind.Synonym)]
    [InlineData("禁止开放", OpenType.NotOpen, ReadingKind.Synonym)]
    [InlineData("需审批", OpenType.Conditional, ReadingKind.Likely)]
    [InlineData("经部门领导审核同意后方可开放。", OpenType.Conditional, ReadingKind.Likely)]
    [InlineData("实名制开放", OpenType.Conditional, ReadingKind.Likely)]
    [InlineData("涉及个人信息的数据项有条件开放", OpenType.Conditional, ReadingKind.Likely)]
    [InlineData("无条件开放，部分有条件开放", null, ReadingKind.Unknown)]
    [InlineData("开放网站", null, ReadingKind.Unknown)]
    [InlineData("用于数据校验", null, ReadingKind.Unknown)]
    [InlineData("开放", null, ReadingKind.Unknown)]
    [InlineData("申请共享", null, ReadingKind.Unknown)]
    [InlineData("1级 不脱敏", null, ReadingKind.Unknown)]
    [InlineData("null", null, ReadingKind.Empty)]
    public void A_condition_of_opening_is_read_or_stays_unknown(string text, OpenType? value, ReadingKind kind) =>
        Assert.Equal(new Reading<OpenType>(value, kind), Domains.OpenTypes.Read(text));

    [Theory]
    [InlineData("否", ShareProperty.NotShared)]
    [InlineData("授权共享", ShareProperty.Conditional)]
    [InlineData("非共享", ShareProperty.NotShared)]
    [InlineData("無條件共享", ShareProperty.Unconditional)]
    [InlineData("1", null)]
    public void The_classes_of_2018_are_read_as_those_of_2025_and_digits_are_not_guessed(string text, ShareProperty? value) =>
        Assert.Equal(value, Domains.ShareProperties.Read(text).Value);

    /// <summary>All 24 spellings of 更新周期 that seven provincial portals wrote in 2023, the blank included.</summary>
    [Theory]
    [InlineData(UpdateFrequency.Yearly, "每年 年")]
    [InlineData(UpdateFrequency.HalfYearly, "每半年 半年")]
    [InlineData(UpdateFrequency.Quarterly, "每季度 季度")]
    [InlineData(UpdateFrequency.Monthly, "每月")]
    [InlineData(UpdateFrequency.Weekly, "每周")]
    [InlineData(UpdateFrequency.Daily, "每天 每日")]
    [InlineData(UpdateFrequency.RealTime, "实时 即时 小时级 分钟级")]
    [InlineData(UpdateFrequency.Irregular, "不定期 不定时 不定期更新")]
    [InlineData(UpdateFrequency.Never, "不更新 静态数据")]
    [InlineData(UpdateFrequency.Other, "其他 其它 自定义 每半月")]
    [InlineData(null, "")]
    public void Every_frequency_the_portals_write_is_understood(UpdateFrequency? value, string spellings)
    {
        foreach (var spelling in spellings.Split(' '))
        {
            var reading = Domains.UpdateFrequencies.Read(spelling);
            Assert.Equal((spelling, value, false), (spelling, reading.Value, reading.Kind == ReadingKind.Unknown));
        }
    }

    /// <summary>The spellings of 开放属性 that nine of ten rows use, simplified and traditional; what says no class of opening stays unknown.</summary>
    [Theory]
    [InlineData(OpenType.Unconditional, "无条件开放 完全开放 无条件 無條件開放")]
    [InlineData(OpenType.Conditional, "有条件开放 依申请开放 依申請開放 申请后开放 需申请 实名制开放 用户注册 受限开放 数源部门同意 提出申请 开放网站申请 需要审批 是")]
    [InlineData(OpenType.NotOpen, "禁止开放 不予开放 否 不予開放")]
    [InlineData(null, "开放网站 开放数据平台 开放条件 用于数据校验 数据校验 暂无 null 0 L1")]
    public void The_main_open_types_of_the_portals_are_understood(OpenType? value, string spellings)
    {
        foreach (var spelling in spellings.Split(' ')) Assert.Equal((spelling, value), (spelling, Domains.OpenTypes.Read(spelling).Value));
    }

    [Fact]
    public void Yes_names_no_condition_and_is_to_be_confirmed()
    {
        Assert.Equal(new Reading<ShareProperty>(ShareProperty.Conditional, ReadingKind.Likely), Domains.ShareProperties.Read("是"));
        Assert.Equal(new Reading<OpenType>(OpenType.Conditional, ReadingKind.Likely), Domains.OpenTypes.Read("Yes"));
    }

    [Fact]
    public void Only_opening_leads_to_a_proposed_share_property()
    {
        Assert.Equal(ShareProperty.Unconditional, Domains.InferShare(OpenType.Unconditional));
        Assert.Equal(ShareProperty.Conditional, Domains.InferShare(OpenType.Conditional));
        Assert.Null(Domains.InferShare(OpenType.NotOpen));
        Assert.Null(Domains.InferShare(null));
    }

    [Theory]
    [InlineData("['xls', 'csv', 'xls']", "xls:Sheet csv:Sheet")]
    [InlineData("xls;xml;json;rdf;接口", "xls:Sheet xml:Document json:Document rdf:Document :Service")]
    [InlineData("电子表格-xlsx", "xlsx:Sheet")]
    [InlineData("数据库:mysql", "mysql:Database")]
    [InlineData("数据库/其他", ":Database")]
    [InlineData("CSV/XLSX", "csv:Sheet xlsx:Sheet")]
    [InlineData("sqlServer", "sqlserver:Database")]
    [InlineData("\"SHX, KML\"", "shx:SelfDescribing kml:SelfDescribing")]
    [InlineData("03,0310", "03:? 0310:?")]
    [InlineData("", "")]
    public void Formats_are_read_from_lists_texts_of_lists_and_classes(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', DataFormats.ReadMany(text).Select(f => $"{f.Type}:{f.Class?.ToString() ?? "?"}")));

    [Theory]
    [InlineData("varchar(50)", DataType.Text)]
    [InlineData("字符串型C", DataType.Text)]
    [InlineData("NUMBER(10, 2)", DataType.Number)]
    [InlineData("int4", DataType.Whole)]
    [InlineData("整型", DataType.Whole)]
    [InlineData("一种类型", null)]
    public void Types_of_databases_are_read_as_types_of_items(string text, DataType? value) => Assert.Equal(value, Domains.DataTypes.Read(text).Value);

    [Fact]
    public void Every_name_of_every_domain_is_read_as_itself()
    {
        foreach (var domain in Domains.All)
            foreach (var entry in domain.Entries)
                Assert.Equal((entry, ReadingKind.Exact), domain.ReadText(entry.Name));
    }

    [Fact]
    public void No_text_makes_a_reading_throw_and_unknown_never_has_a_value() => Gen.String.Sample(text =>
    {
        foreach (var domain in Domains.All)
        {
            var (entry, kind) = domain.ReadText(text);
            Assert.Equal(kind is ReadingKind.Empty or ReadingKind.Unknown, entry is null);
        }
        _ = DataFormats.ReadMany(text);
    }, iter: 500);
}
