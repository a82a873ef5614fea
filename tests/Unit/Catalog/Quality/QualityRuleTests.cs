using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog.Quality;

public sealed class QualityRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly QualityRules Rules = new(new DeclaredElements(new DeclarationBook(new StoreOptions("none"))));

    /// <summary>A resource that keeps all rules.</summary>
    private static readonly ResourceContent Good = new()
    {
        Name = "婚姻登记信息", Summary = "本市办理婚姻登记的当事人和日期，用于核验婚姻状况", SystemName = "婚姻登记系统", Formats = "数据库-mysql；xlsx", Frequency = UpdateFrequency.Monthly, DataUpdatedOn = new(2026, 11, 1),
        Share = ShareProperty.Conditional, ShareStated = true, ShareCondition = "限行政审批", ShareWays = "服务接口；文件下载", OpenType = OpenType.Conditional, DataLevel = "一般数据3级",
        Elements = new Dictionary<string, string> { ["openCondition"] = "签订使用协议", ["recordCount"] = "1200" },
        Items = [new() { Name = "姓名", DataType = "字符串型" }, new() { Name = "登记日期", DataType = "日期型" }],
    };

    private static readonly InformationSystem Registered = new() { Name = "婚姻登记系统", NameKey = "婚姻登记系统" };

    [Fact]
    public void The_points_of_all_rules_are_one_hundred_and_each_code_stands_once()
    {
        Assert.Equal(100, Rules.All.Sum(r => r.Kind.Points));
        Assert.Distinct(Rules.All.Select(r => r.Kind.Code));
        Assert.All(Rules.All, r => Assert.True(r.Kind is { Points: > 0, Advice.Length: > 0, Anchor.Length: > 0 }, r.Kind.Code));
    }

    [Fact]
    public void A_good_resource_has_no_findings() => Assert.Equal("", Codes(Seen(Good)));

    public static TheoryData<string, string, string> Broken => new()
    {
        { "R01", "summary formats frequency dataLevel shareWays", "" },
        { "R01I", "items", "" },
        { "S01", "share", "" },
        { "R04", "shareCondition", "" },
        { "R03R", "shareReason", "" },
        { "Q01", "name", "婚姻登记系统" },
        { "Q05", "summary", "婚姻登记信息。" },
        { "Q06", "formats", "abc" },
        { "Q08", "recordCount", "约一千" },
        { "Q09", "items[1].dataType", "大概是日期" },
        { "Q12", "openCondition", "" },
        { "Q14", "items[1].name", "" },
        { "Q15", "summary", "暂无" },
        { "R20", "dataUpdatedOn", "2026-09-01" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Each_rule_names_the_cell_that_breaks_it(string code, string fields, string value)
    {
        var content = code switch
        {
            "R01" => Good with { Summary = "", Formats = "", Frequency = null, DataLevel = "", ShareWays = "" },
            "R01I" => Good with { Items = [] },
            "S01" => Good with { Share = null, ShareStated = false },
            "R04" => Good with { ShareCondition = "" },
            "R03R" => Good with { Share = ShareProperty.NotShared },
            "Q01" => Good with { Name = "婚姻登记系统" },
            "Q05" => Good with { Summary = "婚姻登记信息。" },
            "Q06" => Good with { Formats = "abc" },
            "Q08" => Good with { Elements = new Dictionary<string, string>(Good.Elements) { ["recordCount"] = "约一千" } },
            "Q09" => Good with { Items = [Good.Items[0], Good.Items[1] with { DataType = "大概是日期" }] },
            "Q12" => Good with { Elements = new Dictionary<string, string>() },
            "Q14" => Good with { Items = [Good.Items[0], Good.Items[0]] },
            "Q15" => Good with { Summary = "暂无" },
            _ => Good with { DataUpdatedOn = new(2026, 9, 1) },
        };
        var found = Assert.Single(Rules.Look(Seen(content)), f => f.Kind.Code == code);
        Assert.Equal(fields, string.Join(' ', found.Cells.Select(c => c.Field)));
        Assert.Equal(value, found.Cells[0].Value);
    }

    [Fact]
    public void What_concerns_others_is_seen_beside_the_content()
    {
        Assert.Equal("A01", Codes(Seen(Good) with { Systems = new([], []) }));
        Assert.Equal("A02", Codes(Seen(Good) with { Systems = new([], ["台账"]) }));
        Assert.Equal("R02", Codes(Seen(Good) with { Consented = false }));
        Assert.Equal("D01", Codes(Seen(Good) with { Namesakes = ["婚姻登记 信息"] }));
        Assert.Equal("R18", Codes(Seen(Good) with { Sources = new Dictionary<string, string> { ["姓名"] = "市公安局", ["住址"] = "市公安局" } }));
        Assert.Equal("", Codes(Seen(Good) with { Sources = new Dictionary<string, string> { ["住址"] = "市公安局" } }));
        Assert.Equal("Q04", Codes(Seen(Good) with { Code = "12/1" }));
        Assert.Equal("Q04", Codes(Seen(Good) with { NationalCode = "30" }));
    }

    [Theory]
    [InlineData("xlsx", "服务接口", "Q07")]
    [InlineData("xlsx", "文件下载", "")]
    [InlineData("数据库-mysql", "文件下载", "Q07")]
    [InlineData("数据库-mysql", "批量交换", "")]
    [InlineData("json", "服务接口", "")]
    [InlineData("服务接口", "服务接口", "")]
    public void Files_are_shared_as_files_and_databases_by_interface_or_batch(string formats, string ways, string expected) => Assert.Equal(expected, Codes(Seen(Good with { Formats = formats, ShareWays = ways })));

    [Theory]
    [InlineData(UpdateFrequency.Daily, "2026-11-18", "R20")]
    [InlineData(UpdateFrequency.Daily, "2026-11-19", "")]
    [InlineData(UpdateFrequency.Weekly, "2026-11-09", "")]
    [InlineData(UpdateFrequency.Weekly, "2026-11-08", "R20")]
    [InlineData(UpdateFrequency.Irregular, "2016-11-08", "")]
    public void Data_are_stale_a_period_and_its_grace_after_the_last_update(UpdateFrequency frequency, string updated, string expected) =>
        Assert.Equal(expected, Codes(Seen(Good with { Frequency = frequency, DataUpdatedOn = DateOnly.Parse(updated, System.Globalization.CultureInfo.InvariantCulture) })));

    [Fact]
    public void A_condition_may_stand_at_each_item()
    {
        var items = new ItemContent[] { new() { Name = "姓名", ShareCondition = "限审批" }, new() { Name = "日期", Share = ShareProperty.Unconditional } };
        Assert.Equal("", Codes(Seen(Good with { ShareCondition = "", Items = items })));
        var open = Assert.Single(Rules.Look(Seen(Good with { Share = ShareProperty.Unconditional, ShareCondition = "", Items = [new() { Name = "姓名" }, new() { Name = "电话", Share = ShareProperty.Conditional }] })));
        Assert.Equal(("R04", "items[1].shareCondition", "电话"), (open.Kind.Code, open.Cells[0].Field, open.Cells[0].Item));
    }

    [Fact]
    public void A_resource_that_breaks_one_rule_in_many_cells_has_one_finding_with_the_first_twenty()
    {
        var found = Assert.Single(Rules.Look(Seen(Good with { Items = [.. Enumerable.Range(0, 100).Select(i => new ItemContent { Name = $"项{i}", DataType = "甲" })] })));
        Assert.Equal(("Q09", 20), (found.Kind.Code, found.Cells.Count));
    }

    private static CheckedResource Seen(ResourceContent content) => new(7, 1, content, Today) { Code = CatalogCode.Of(OrganizationCode.Of("00999012"), 1).Value, Systems = new([Registered], []) };

    private static string Codes(CheckedResource resource) => string.Join(' ', Rules.Look(resource).Select(f => f.Kind.Code));
}
