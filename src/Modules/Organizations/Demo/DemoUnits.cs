using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using static Qingdan.Standards.Contracts.ValueDomains.OrganizationKind;

namespace Qingdan.Organizations.Demo;

/// <summary>
/// One unit of the demo city. Names and codes are made up: organization codes begin with 00999 and the division is 990000, which nobody has.
/// <paramref name="Body"/> is the organization code without its check digit; <paramref name="Parent"/> the body of the unit above.
/// </summary>
internal sealed record DemoUnit(string Body, string Name, string ShortName, OrganizationKind Kind, string Parent = "00999001", string District = "", string Alias = "")
{
    private string Code => OrganizationCode.Of(Body).Value;

    // Registering body and kind of the unified code: organs 11, institutions 12, peoples' organizations 13, associations 51, companies 91.
    private string Registered => Kind switch
    {
        MassOrganization => "13",
        SocialOrganization => "51",
        PublicService => Name.EndsWith("公司", StringComparison.Ordinal) ? "91" : "12",
        _ => "11",
    };

    private OrganizationLevel Level => Kind switch
    {
        CentralInShanghai => OrganizationLevel.National,
        OrganizationKind.District => OrganizationLevel.District,
        Subdistrict => OrganizationLevel.Street,
        _ => OrganizationLevel.City,
    };

    public OrganizationDraft ToDraft(string parent) => new()
    {
        Name = Name,
        ShortName = ShortName,
        Kind = Kind.ToString(),
        Level = Level.ToString(),
        District = District,
        Parent = parent,
        Uscc = UnifiedSocialCreditCode.Of($"{Registered}990000{Code}").Value,
        Aliases = Alias,
    };
}

/// <summary>The units of 示例市, each after the one above it.</summary>
internal static class DemoUnits
{
    /// <summary>主管部门.</summary>
    public const string Authority = "00999002";

    /// <summary>大数据中心.</summary>
    public const string DataCentre = "00999003";

    public static IReadOnlyList<DemoUnit> All { get; } =
    [
        new("00999001", "示例市人民政府", "市政府", CityDepartment, ""),
        new(Authority, "示例市数据局", "市数据局", CityDepartment),
        new(DataCentre, "示例市大数据中心", "市大数据中心", PublicService, Authority),
        new("00999012", "示例市民政局", "市民政局", CityDepartment),
        new("00999020", "示例市公安局", "市公安局", CityDepartment),
        new("00999039", "示例市人力资源和社会保障局", "市人社局", CityDepartment),
        new("00999055", "示例市规划和自然资源局", "市规划资源局", CityDepartment),
        new("00999071", "示例市市场监督管理局", "市市场监管局", CityDepartment, Alias: "示例市知识产权局"),
        new("00999098", "示例市住房公积金管理中心", "市公积金中心", PublicService),
        new("00999101", "示例市教育委员会", "市教委", CityDepartment),
        new("00999119", "示例市卫生健康委员会", "市卫健委", CityDepartment, Alias: "示例市中医药管理局"),
        new("00999127", "示例市医疗保障局", "市医保局", CityDepartment),
        new("00999135", "示例市住房和城乡建设管理委员会", "市住建委", CityDepartment),
        new("00999143", "示例市交通委员会", "市交通委", CityDepartment),
        new("00999151", "示例市生态环境局", "市生态环境局", CityDepartment),
        new("00999160", "示例市发展和改革委员会", "市发改委", CityDepartment),
        new("00999178", "示例市统计局", "市统计局", CityDepartment),
        new("00999186", "示例市司法局", "市司法局", CityDepartment),
        new("00999194", "示例市水务局", "市水务局", CityDepartment),
        new("00999207", "示例市应急管理局", "市应急局", CityDepartment),
        new("00999215", "示例市文化和旅游局", "市文旅局", CityDepartment),
        new("00999301", "示例市东岸区人民政府", "东岸区", OrganizationKind.District, District: "东岸区"),
        new("00999310", "示例市西岭区人民政府", "西岭区", OrganizationKind.District, District: "西岭区"),
        new("00999328", "示例市南塘区人民政府", "南塘区", OrganizationKind.District, District: "南塘区"),
        new("00999336", "示例市北桥区人民政府", "北桥区", OrganizationKind.District, District: "北桥区"),
        new("00999344", "示例市东岸区梧桐街道办事处", "梧桐街道", Subdistrict, "00999301", "东岸区"),
        new("00999352", "示例市西岭区清溪镇人民政府", "清溪镇", Subdistrict, "00999310", "西岭区"),
        new("00999401", "国家税务总局示例市税务局", "市税务局", CentralInShanghai),
        new("00999410", "示例市气象局", "市气象局", CentralInShanghai),
        new("00999428", "示例市中级人民法院", "市中级法院", Judicial),
        new("00999436", "示例市总工会", "市总工会", MassOrganization),
        new("00999444", "示例市残疾人联合会", "市残联", MassOrganization),
        new("00999501", "示例市自来水有限公司", "市自来水公司", PublicService),
        new("00999510", "示例市燃气有限公司", "市燃气公司", PublicService),
        new("00999528", "示例市养老服务行业协会", "市养老协会", SocialOrganization),
    ];

    /// <summary>As a provider wrote its own name in a workbook: one unit more, until somebody merges the two.</summary>
    public static string[] AsWritten { get; } = ["示例市北桥区政府"];
}
