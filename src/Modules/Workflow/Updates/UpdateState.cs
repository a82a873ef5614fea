namespace Qingdan.Workflow.Updates;

/// <summary>Where an update of a unit's catalogue (目录更新) stands, from the change of law or duty to its end.</summary>
internal enum UpdateState
{
    /// <summary>待更新: the unit's term runs from the day of the change (政务数据共享条例 17 II).</summary>
    ToUpdate,

    /// <summary>待审核发布: handed in; the authority's term runs (政务数据共享条例 17 III).</summary>
    ToReview,

    /// <summary>待确认无需更新: the unit says that nothing has to change, the authority has yet to agree.</summary>
    ToAgree,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>无需更新.</summary>
    NotNeeded,

    /// <summary>已撤销: opened by mistake.</summary>
    Withdrawn,
}

/// <summary>Who has a part in it.</summary>
internal enum UpdateParty
{
    /// <summary>更新单位: whose catalogue it is.</summary>
    Unit,

    /// <summary>主管部门.</summary>
    Authority,

    /// <summary>系统: what follows from decisions that people made in the catalogue.</summary>
    System,
}

/// <summary>What can be done to it.</summary>
internal enum UpdateAct
{
    /// <summary>登记; the first step, no line of the table.</summary>
    Open,

    /// <summary>报送审核.</summary>
    Submit,

    /// <summary>说明无需更新.</summary>
    DeclareNoNeed,

    /// <summary>延长更新期限.</summary>
    Extend,

    /// <summary>审核发布.</summary>
    Publish,

    /// <summary>退回.</summary>
    SendBack,

    /// <summary>同意无需更新.</summary>
    AgreeNoNeed,

    /// <summary>不同意无需更新.</summary>
    DenyNoNeed,

    /// <summary>目录全部发布，系统办结: the authority has published each of the resources in the catalogue itself.</summary>
    Close,

    /// <summary>撤销.</summary>
    Withdraw,
}

/// <summary>What changed (政务数据共享条例 17 II). A changed local regulation alone starts no term.</summary>
internal enum ChangeCause
{
    /// <summary>法律、行政法规调整.</summary>
    Law,

    /// <summary>国务院决定调整.</summary>
    StateCouncilDecision,

    /// <summary>部门职责变化.</summary>
    Duties,
}

/// <summary>How the matter came about.</summary>
internal enum UpdateOrigin
{
    /// <summary>登记: by a person.</summary>
    Hand,

    /// <summary>职能划转 that was carried out.</summary>
    Transfer,

    /// <summary>A new version of a law took effect.</summary>
    NewVersion,

    /// <summary>A law was repealed.</summary>
    Repeal,
}

/// <summary>What became of a resource since the change.</summary>
internal enum Progress
{
    /// <summary>未修改.</summary>
    Unchanged,

    /// <summary>正在修改: there is a draft.</summary>
    Drafting,

    /// <summary>已报送: with the authority.</summary>
    Submitted,

    /// <summary>已发布 since the change.</summary>
    Published,

    /// <summary>已下线, or taken back with its import.</summary>
    Gone,
}
