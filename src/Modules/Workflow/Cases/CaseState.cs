namespace Qingdan.Workflow.Cases;

/// <summary>Where a case (需求办理) stands, from its listing to its end. Before that a demand has its own states.</summary>
internal enum CaseState
{
    /// <summary>待匹配分派: the data centre finds the data and hands the case to the one who holds them.</summary>
    ToDispatch,

    /// <summary>待提供单位答复 (政务数据共享条例 21).</summary>
    ToAnswer,

    /// <summary>待补正: the requester completes what the provider has named, once (政务数据共享条例 21).</summary>
    ToSupplement,

    /// <summary>待提供单位审签: the answer is written, its head has yet to sign.</summary>
    ToSign,

    /// <summary>待提供数据 (政务数据共享条例 22).</summary>
    ToSupply,

    /// <summary>使用中.</summary>
    InUse,

    /// <summary>待处置: the purpose has ended, the data are to be disposed of (政务数据共享条例 27, 29).</summary>
    ToDispose,

    /// <summary>不同意共享.</summary>
    Refused,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>Who has a part in a case.</summary>
internal enum Party
{
    /// <summary>需求单位.</summary>
    Requester,

    /// <summary>提供单位.</summary>
    Provider,

    /// <summary>大数据中心.</summary>
    Centre,

    /// <summary>主管部门.</summary>
    Authority,
}

/// <summary>What can be done to a case.</summary>
internal enum CaseAct
{
    /// <summary>分派给提供单位.</summary>
    Dispatch,

    /// <summary>直接授权: not on the negative list, scenario and commitment given, in the catalogue (上海市数据条例 39).</summary>
    GrantDirectly,

    /// <summary>一次性告知补正.</summary>
    AskSupplement,

    /// <summary>补正.</summary>
    Supplement,

    /// <summary>拟定答复.</summary>
    Answer,

    /// <summary>负责人退回拟稿.</summary>
    ReturnDraft,

    /// <summary>答复: all or some of it is granted, or another way offered.</summary>
    Consent,

    /// <summary>不同意共享, item by item with reason and basis.</summary>
    Refuse,

    /// <summary>延长答复期限.</summary>
    Extend,

    /// <summary>提供数据.</summary>
    Supply,

    /// <summary>使用目的实现或期限届满.</summary>
    EndPurpose,

    /// <summary>登记处置销毁.</summary>
    Dispose,

    /// <summary>撤回.</summary>
    Withdraw,
}
