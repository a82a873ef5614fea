namespace Qingdan.Lists.Demands;

/// <summary>
/// What a form or a program says about a demand (政务数据共享条例 20: 使用依据、使用场景、使用范围、共享方式、使用时限; 上海市数据条例 39: 场景、承诺).
/// Choices are names of enum members, days yyyy-MM-dd as they were typed: a refused form shows them again.
/// </summary>
public sealed record DemandInput
{
    public string Name { get; init; } = "";

    /// <summary>拟提供单位; 0 = 不明确, the authority will say who is responsible (上海市数据条例 26).</summary>
    public long ProviderId { get; init; }

    /// <summary>应用场景.</summary>
    public string Scenario { get; init; } = "";

    public string BasisLevel { get; init; } = "";

    /// <summary>使用依据.</summary>
    public string BasisName { get; init; } = "";

    public string BasisNumber { get; init; } = "";
    public string BasisClause { get; init; } = "";

    /// <summary>Why the unit cites a basis that is no longer the law.</summary>
    public string BasisReason { get; init; } = "";

    /// <summary>使用范围: which offices and people use it.</summary>
    public string Scope { get; init; } = "";

    /// <summary>区域授权: for the use of the whole district.</summary>
    public bool Regional { get; init; }

    /// <summary>用途.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>共享方式.</summary>
    public string Way { get; init; } = "";

    public string Frequency { get; init; } = "";
    public string StartsOn { get; init; } = "";
    public string EndsOn { get; init; } = "";

    /// <summary>是否含个人信息.</summary>
    public string Personal { get; init; } = "";

    /// <summary>Number or title of the impact assessment; owed for sensitive personal data.</summary>
    public string Assessment { get; init; } = "";

    /// <summary>真实、合规、安全承诺.</summary>
    public bool Committed { get; init; }

    /// <summary>紧急程度.</summary>
    public string Urgency { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Why the unit insists on an item of the negative list (坚持提交).</summary>
    public string Insist { get; init; } = "";

    /// <summary>What else is declared of a demand: key → text.</summary>
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<DemandItemInput> Items { get; init; } = [];
}

/// <summary>One 数据项 asked for. Outside the catalogue both ids are 0.</summary>
/// <param name="ResourceId">The catalogue row.</param>
/// <param name="ItemId">Its item; 0 for the whole of a row without items.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Note">What it should hold, for data outside the catalogue.</param>
/// <param name="Required">必需, otherwise 可选.</param>
public sealed record DemandItemInput(long ResourceId, long ItemId, string Name, string Note = "", bool Required = true);
