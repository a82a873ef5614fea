using System.Text.RegularExpressions;
using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Naming;

/// <summary>The kind that a name suggests; shown as inferred until somebody confirms it.</summary>
internal static partial class KindInference
{
    public static OrganizationKind Of(string name)
    {
        var key = NameKey.Of(name);
        var level = NameParts.Of(name).Level;
        if (Judicial().IsMatch(key)) return OrganizationKind.Judicial;
        if (level == OrganizationLevel.Street) return OrganizationKind.Subdistrict;
        if (Central().IsMatch(key)) return OrganizationKind.CentralInShanghai;
        if (Peoples().IsMatch(key)) return OrganizationKind.MassOrganization;
        if (Social().IsMatch(key)) return OrganizationKind.SocialOrganization;
        if (PublicService().IsMatch(key)) return OrganizationKind.PublicService;
        // Offices of a district report as its government (信用应用清单 has 部门名称 for districts only).
        return level == OrganizationLevel.District || Zone().IsMatch(key) ? OrganizationKind.District : OrganizationKind.CityDepartment;
    }

    [GeneratedRegex(@"(法院|检察院)$")]
    private static partial Regex Judicial();

    [GeneratedRegex(@"税务局|海关|海事局|海事处|气象局|邮政管理局|通信管理局|地震局|证监局|银保监|银监|中国人民银行|人民银行|国家统计局|调查(总)?队$|出入境边防|民航|铁路监督|矿山安全|外汇管理|烟草专卖|消防救援|消防(大|支)队|国家安全|国家金融监督管理总局|中国证券监督管理委员会")]
    private static partial Regex Central();

    [GeneratedRegex(@"工会|妇联$|妇女联合会|残联$|残疾人联合会|团(省|市|区|县)?委$|共青团|共产主义青年团|科协$|科学技术协会|侨联$|华侨联合会|文联$|文学艺术界联合会|作协$|作家协会|工商联$|工商业联合会|台联$|台湾同胞联谊会|红十字会|记协$|新闻工作者协会|社科联$|社会科学界联合会|贸促会|国际贸易促进委员会|友好协会")]
    private static partial Regex Peoples();

    [GeneratedRegex(@"(协会|学会|基金会|商会|促进会|研究会|慈善(总)?会|联谊会)$")]
    private static partial Regex Social();

    [GeneratedRegex(@"公司|集团|自来水|燃气|供电|供水|公交|电网|中心$|院$|馆$|站$|学校$|中学$|小学$|大学$|医院|研究所$|报社$|电视台$|广播电台$|出版社$|银行|厂$|社$(?<!联社|总社|合作社)|党校$|总站$")]
    private static partial Regex PublicService();

    [GeneratedRegex(@"(开发区|高新区|园区|新区|示范区|保税区|试验区|度假区|基地)(管理委员会|管委会)?$")]
    private static partial Regex Zone();
}
