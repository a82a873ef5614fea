using System.Text;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog.Import;

/// <summary>Headers as they really occur; the rows are made up.</summary>
public sealed class MappingTests
{
    [Fact]
    public void Thirteen_columns_of_a_city_portal() => Proposes(
        "数据集名称,摘要,数据标签,数据领域,国家主题分类,首次发布日期,更新日期,更新频度,数据提供方,开放属性,联系方式,数据格式,详情页网址",
        "甲,说明,机构,城市建设,城乡建设,2020-01-02,2023-04-06,每年,市民政局,有条件开放,a@b.example,xls,https://a.example",
        "name,summary,tags,theme,industry,publishedOn,dataUpdatedOn,frequency,provider,openType,contact,formats,url");

    [Fact]
    public void Fifteen_columns_of_several_provinces() => Proposes(
        "地区,portal,名称,提供部门,描述,领域,行业,更新周期,开放属性,数据格式,发布时间,更新时间,数据量,标签,详情页",
        "某市,p,甲,市民政局,说明,民生,行业,每年,无条件开放,xls;csv,2020-01-02,2023-04-06,29,标签,https://a.example",
        ",,name,provider,summary,theme,industry,frequency,openType,formats,publishedOn,dataUpdatedOn,recordCount,tags,url");

    [Theory]
    [InlineData("标题,来源部门,重点领域,发布时间,更新时间,开放条件,数据量,所属行业,更新频率,部门电话,部门邮箱,标签,描述", "甲,市民政局,民生,2023-05-26,2023-05-26,有条件开放,16,行业,每年,,,标签,说明",
        "name,provider,theme,publishedOn,dataUpdatedOn,openType,recordCount,industry,frequency,phone,email,tags,summary")]
    [InlineData("资源名称,重点领域,来源部门,开放状态,所属行业,发布时间,最后更新时间,更新频率", "甲,医疗,孤山镇,无条件开放,,2023-01-05,2023-01-05,每年", "name,theme,provider,openType,industry,publishedOn,dataUpdatedOn,frequency")]
    [InlineData("标题,摘要,更新周期,资源格式,数源单位,数据领域,行业分类,更新日期,发布日期", "甲,说明,每年,mysql,省人社厅,社保,暂无,2023-06-02,2019-01-29", "name,summary,frequency,formats,provider,theme,industry,dataUpdatedOn,publishedOn")]
    public void Keys_of_portals_that_differ(string headers, string row, string expected) => Proposes(headers, row, expected);

    [Fact]
    public void Traditional_headers_with_field_lists() => Proposes(
        "編號,資料集名稱,資料來源(部會單位),第一層級,資料量,主要欄位,最後更新時間", "1,行情,市場處,某市政府,1843,\"日期,種類\",2018-07-06", ",name,provider,,recordCount,itemList,dataUpdatedOn");

    [Fact]
    public void English_headers() => Proposes(
        "Category,Name,Organization,Data Format,Update Frequency,Description,API", "Food,List of pigs,Food Department,XML,Daily,A list,N", "theme,name,provider,formats,frequency,summary,");

    [Fact]
    public void The_national_template_with_items() => Proposes(
        "信息资源代码,信息资源名称,信息资源提供方,信息资源摘要,信息资源格式,共享类型,共享条件,共享方式,更新周期,信息项名称,数据类型,数据长度",
        "002438161/000486,甲,市民政局,说明,xls,有条件共享,限核对,服务接口,每日,姓名,字符型C,50", "code,name,provider,summary,formats,share,shareCondition,shareWays,frequency,itemName,itemDataType,itemLength");

    [Fact]
    public void Yes_and_no_tell_nothing_of_a_column_whose_header_does_not() => Proposes(
        "目录名称,提供单位,是否主键,是否共享", "甲,市民政局,是,否", "name,provider,,share");

    [Fact]
    public void Name_and_provider_are_asked_for_together()
    {
        var mapping = Mapping("甲列,乙列", "1,2");
        Assert.Equal(["catalog.import.mapping.name", "catalog.import.mapping.provider"], mapping.Check(ownUnitOnly: false).Select(f => f.Code));
    }

    private static void Proposes(string headers, string row, string expected) =>
        Assert.Equal(expected, string.Join(',', Mapping(headers, row).Columns.Columns.Select(c => c.Key)));

    private static ImportMapping Mapping(string headers, string row) =>
        ImportMapping.Propose(SheetFile.Inspect(new MemoryStream(Encoding.UTF8.GetBytes($"{headers}\n{row}\n{row}\n{row}\n")), "a.csv").Value);
}
