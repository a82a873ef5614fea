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

    /// <summary>What becomes of data when the purpose of sharing has ended.</summary>
    public const string Disposal = "《政务数据共享条例》第二十七条第一款";

    /// <summary>Use beyond scope or purpose: suspended, put right, at last ended.</summary>
    public const string Suspension = "《政务数据共享条例》第二十七条第二款";

    /// <summary>A provider ends or alters a service only after consultation, and files it.</summary>
    public const string Stopping = "《政务数据共享条例》第二十七条第三款";

    /// <summary>Use is recorded, and the records kept.</summary>
    public const string UseRecords = "《政务数据共享条例》第二十九条第二款";

    /// <summary>Data beyond what duties need are not handed out any more.</summary>
    public const string BeyondNeed = "《上海市数据条例》第三十九条第二款";

    /// <summary>Known from catalogue work elsewhere; no law says so.</summary>
    public const string Practice = "编目常见问题（实践做法）";

    /// <summary>No law says so; it is how this system works.</summary>
    public const string OwnRule = "系统规则";
}
