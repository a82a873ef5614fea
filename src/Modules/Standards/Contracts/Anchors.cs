namespace Qingdan.Standards.Contracts;

/// <summary>The places in the laws that rules, generation and findings stand on, as Chinese documents cite them.</summary>
public static class Anchors
{
    public const string Content = "《政务数据共享条例》第十三条";
    public const string Classes = "《政务数据共享条例》第十四条";
    public const string Forbidden = "《政务数据共享条例》第十四条、第十五条";
    public const string Conditions = "《政务数据共享条例》第十五条";
    public const string OneSource = "《政务数据共享条例》第十九条、《上海市数据条例》第三十条";
    public const string Source = "《上海市数据条例》第二十八条";
    public const string Lists = "《上海市数据条例》第三十八条";
    public const string OutsideCatalog = "《上海市数据条例》第三十九条";

    /// <summary>Known from catalogue work elsewhere; no law says so.</summary>
    public const string Practice = "编目常见问题（实践做法）";

    /// <summary>No law says so; it is how this system works.</summary>
    public const string OwnRule = "系统规则";
}
