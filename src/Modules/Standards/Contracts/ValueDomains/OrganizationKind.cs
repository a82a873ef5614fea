namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>单位类别: what kind of body an organization is; decides which rule profiles apply to it. The seven of DB31/T 968.2 and 街镇.</summary>
public enum OrganizationKind
{
    /// <summary>市级行政部门.</summary>
    CityDepartment,

    /// <summary>区级政府.</summary>
    District,

    /// <summary>街镇.</summary>
    Subdistrict,

    /// <summary>中央在沪单位.</summary>
    CentralInShanghai,

    /// <summary>司法机关.</summary>
    Judicial,

    /// <summary>人民团体.</summary>
    MassOrganization,

    /// <summary>公共企事业单位.</summary>
    PublicService,

    /// <summary>社会组织.</summary>
    SocialOrganization,
}

public static partial class Domains
{
    /// <summary>单位类别.</summary>
    public static ValueDomain<OrganizationKind> OrganizationKinds { get; } = new("organization-kind", "单位类别",
    [
        (OrganizationKind.CityDepartment, "市级行政部门", "市级部门 市级单位 市级机关"),
        (OrganizationKind.District, "区级政府", "区政府 区县政府 各区"),
        (OrganizationKind.Subdistrict, "街镇", "街道 镇 乡镇 街道办事处"),
        (OrganizationKind.CentralInShanghai, "中央在沪单位", "中央驻沪单位"),
        (OrganizationKind.Judicial, "司法机关", "法院 检察院"),
        (OrganizationKind.MassOrganization, "人民团体", "群团组织 群众团体"),
        (OrganizationKind.PublicService, "公共企事业单位", "公用企事业单位 事业单位 国有企业 公共服务企业"),
        (OrganizationKind.SocialOrganization, "社会组织", "社会团体 民办非企业单位 基金会"),
    ]);
}
