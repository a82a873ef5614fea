namespace Qingdan.Standards.Contracts;

/// <summary>The roles that the rules speak of. A person of a unit holds one or more.</summary>
public static class Roles
{
    /// <summary>主管部门: reviews, publishes, decides on the negative list (上海市数据条例 38; 政务数据共享条例 16).</summary>
    public const string Authority = "authority";

    /// <summary>大数据中心: formal checks, imports, matching (上海市数据条例 5).</summary>
    public const string DataCentre = "data-centre";

    /// <summary>单位负责人: consents for the unit (政务数据共享条例 13, 20).</summary>
    public const string UnitHead = "unit-head";

    /// <summary>数据联络员: keeps the unit's catalogue and lists; A and deputy (B角).</summary>
    public const string Liaison = "liaison";

    /// <summary>法制: legal opinion on negative entries.</summary>
    public const string Legal = "legal";

    /// <summary>保密: secrecy review (政务数据共享条例 13).</summary>
    public const string Secrecy = "secrecy";

    /// <summary>审计员: reads the audit log, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>系统管理员: accounts and running; sees no business data (三员分立).</summary>
    public const string SystemAdmin = "system-admin";

    /// <summary>安全管理员: roles and locks; sees no business data (三员分立).</summary>
    public const string SecurityAdmin = "security-admin";

    /// <summary>All roles with their Chinese names, in the order they are shown.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Authority] = "主管部门", [DataCentre] = "大数据中心", [UnitHead] = "单位负责人", [Liaison] = "数据联络员", [Legal] = "法制",
        [Secrecy] = "保密", [Auditor] = "审计员", [SystemAdmin] = "系统管理员", [SecurityAdmin] = "安全管理员",
    };

    /// <summary>Those who see business data.</summary>
    public static string[] Business { get; } = [Authority, DataCentre, UnitHead, Liaison, Legal, Secrecy, Auditor];

    /// <summary>Those who look at and act on all units' records.</summary>
    public static string[] City { get; } = [Authority, DataCentre];

    /// <summary>Those who see the records of all units in every state: the city's roles, and the auditor, who changes nothing.</summary>
    public static string[] SeeAll { get; } = [.. City, Auditor];
}
