using CsCheck;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Naming;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Organizations;

public sealed class NameTests
{
    [Theory]
    [InlineData(" 示例市 民政局　", "示例市民政局")]
    [InlineData("示例市卫生健康委员会（示例市中医药管理局）", "示例市卫生健康委员会(示例市中医药管理局)")]
    [InlineData("ＡＢ公司\u200B", "ab公司")]
    public void Names_that_differ_in_width_blanks_and_case_only_have_one_key(string one, string other) =>
        Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Fact]
    public void A_key_is_its_own_key() => Gen.String.Sample(name => NameKey.Of(NameKey.Of(name)) == NameKey.Of(name));

    [Theory]
    [InlineData("示例市东岸区教育局", OrganizationLevel.District, "示例市东岸区", "教育局")]
    [InlineData("市教委", OrganizationLevel.City, "", "教委")]
    [InlineData("市市场监管局", OrganizationLevel.City, "", "市场监管局")]
    [InlineData("示例市市场监督管理局", OrganizationLevel.City, "示例市", "市场监督管理局")]
    [InlineData("【仙居县】台州市生态环境局仙居分局", OrganizationLevel.City, "台州市", "生态环境局仙居分局")]
    [InlineData("【黄岩区】水利局", OrganizationLevel.District, "黄岩区", "水利局")]
    [InlineData("衢州市-市商务局", OrganizationLevel.City, "衢州市", "商务局")]
    [InlineData("国家税务总局示例市税务局", OrganizationLevel.City, "示例市", "税务局")]
    [InlineData("黔东南州市场监管局", OrganizationLevel.City, "黔东南州", "市场监管局")]
    [InlineData("宿州市民政局", OrganizationLevel.City, "宿州市", "民政局")]
    [InlineData("自治区海洋局", OrganizationLevel.City, "", "海洋局")]
    [InlineData("浦东新区人民政府", OrganizationLevel.District, "浦东新区", "人民政府")]
    [InlineData("城市管理局", OrganizationLevel.City, "", "城市管理局")]
    [InlineData("上思县", OrganizationLevel.District, "上思县", "政府")]
    [InlineData("示例市东岸区梧桐街道办事处", OrganizationLevel.Street, "示例市东岸区", "梧桐街道办事处")]
    public void A_name_is_taken_apart(string name, OrganizationLevel level, string place, string body)
    {
        var parts = NameParts.Of(name);
        Assert.Equal((level, place, body), (parts.Level, parts.Place, parts.Body));
    }

    [Fact]
    public void Any_text_can_be_taken_apart() => Gen.String["市区县州省自治新街道镇政府办委局【】-()（）甲"].Sample(name => NameParts.Of(name).Body is not null);

    [Theory]
    [InlineData("示例市民政局", OrganizationKind.CityDepartment)]
    [InlineData("示例市公安局", OrganizationKind.CityDepartment)]
    [InlineData("市金融监管局", OrganizationKind.CityDepartment)]
    [InlineData("示例市东岸区人民政府", OrganizationKind.District)]
    [InlineData("经济技术开发区管理委员会", OrganizationKind.District)]
    [InlineData("东岸区梧桐街道办事处", OrganizationKind.Subdistrict)]
    [InlineData("清溪镇人民政府", OrganizationKind.Subdistrict)]
    [InlineData("示例市人民检察院", OrganizationKind.Judicial)]
    [InlineData("国家税务总局示例市税务局", OrganizationKind.CentralInShanghai)]
    [InlineData("示例海关", OrganizationKind.CentralInShanghai)]
    [InlineData("市气象局", OrganizationKind.CentralInShanghai)]
    [InlineData("示例市通信管理局", OrganizationKind.CentralInShanghai)]
    [InlineData("团市委", OrganizationKind.MassOrganization)]
    [InlineData("示例市残疾人联合会", OrganizationKind.MassOrganization)]
    [InlineData("示例市燃气（集团）有限公司", OrganizationKind.PublicService)]
    [InlineData("示例市住房公积金管理中心", OrganizationKind.PublicService)]
    [InlineData("示例市养老服务行业协会", OrganizationKind.SocialOrganization)]
    public void The_kind_is_read_from_the_name(string name, OrganizationKind kind) => Assert.Equal(kind, KindInference.Of(name));
}
