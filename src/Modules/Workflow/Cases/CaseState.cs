namespace Qingdan.Workflow.Cases;

/// <summary>Where a case (需求办理) stands, from the day the head of its unit consented to its end.</summary>
internal enum CaseState
{
    /// <summary>待区级审核: a demand of a street or town goes to its district first (街镇 → 区 → 市).</summary>
    AtDistrict,

    /// <summary>待形式审查 by the data centre.</summary>
    InCheck,

    /// <summary>形式退回: counted apart from the provider's 一次性告知.</summary>
    Returned,

    /// <summary>待匹配分派: the data centre finds the data and hands the case to the one who holds them.</summary>
    ToDispatch,

    /// <summary>待提供单位答复 (政务数据共享条例 21).</summary>
    ToAnswer,

    /// <summary>已上报上级平台: somebody above the city holds the data; our clock stands still.</summary>
    PassedUp,

    /// <summary>待补正: the requester completes what the provider has named, once (政务数据共享条例 21).</summary>
    ToSupplement,

    /// <summary>待提供单位审签: the answer is written, its head has yet to sign.</summary>
    ToSign,

    /// <summary>待提供数据 (政务数据共享条例 22).</summary>
    ToSupply,

    /// <summary>使用中.</summary>
    InUse,

    /// <summary>使用中、待补充提供: a settled dispute granted more of what is in use.</summary>
    ToSupplyMore,

    /// <summary>待续期答复: the requester needs the data longer.</summary>
    ToRenew,

    /// <summary>协商停止或变更服务 (政务数据共享条例 27 III).</summary>
    InTalks,

    /// <summary>待主管部门备案 (政务数据共享条例 27 III).</summary>
    ToFile,

    /// <summary>已暂停、限期整改 (政务数据共享条例 27 II).</summary>
    Suspended,

    /// <summary>待复核整改.</summary>
    Rectified,

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

    /// <summary>区级: the district above a street or town that needs the data.</summary>
    District,
}

/// <summary>What can be done to a case.</summary>
internal enum CaseAct
{
    /// <summary>区级上报市级.</summary>
    PassToCity,

    /// <summary>本区办理: the district holds the data itself.</summary>
    TakeByDistrict,

    /// <summary>列入需求清单: the formal check found it complete.</summary>
    List,

    /// <summary>形式退回.</summary>
    ReturnForm,

    /// <summary>重新送审 to the data centre.</summary>
    Resubmit,

    /// <summary>重新送区级审核.</summary>
    ResubmitToDistrict,

    /// <summary>分派给提供单位.</summary>
    Dispatch,

    /// <summary>直接授权: not on the negative list, scenario and commitment given, in the catalogue (上海市数据条例 39).</summary>
    GrantDirectly,

    /// <summary>上报上级平台.</summary>
    PassUp,

    /// <summary>上级同意.</summary>
    GrantedAbove,

    /// <summary>上级不同意.</summary>
    RefusedAbove,

    /// <summary>上级退回.</summary>
    ReturnedAbove,

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

    /// <summary>申请延长答复期限.</summary>
    AskExtension,

    /// <summary>延长答复期限.</summary>
    Extend,

    /// <summary>不同意延长答复期限.</summary>
    DenyExtension,

    /// <summary>放行再次补正.</summary>
    AllowSupplement,

    /// <summary>提供数据.</summary>
    Supply,

    /// <summary>申请续期.</summary>
    AskRenewal,

    /// <summary>同意续期.</summary>
    Renew,

    /// <summary>不同意续期.</summary>
    DenyRenewal,

    /// <summary>拟停止服务 for a good reason (政务数据共享条例 27 III).</summary>
    ProposeStop,

    /// <summary>拟变更服务.</summary>
    ProposeChange,

    /// <summary>答复协商: what the requester says to it.</summary>
    AnswerTalks,

    /// <summary>登记协商情况, where the requester did not write itself.</summary>
    RecordTalks,

    /// <summary>备案停止服务.</summary>
    FileStop,

    /// <summary>备案变更服务.</summary>
    FileChange,

    /// <summary>不予备案.</summary>
    DenyFiling,

    /// <summary>暂停共享并限期整改 (政务数据共享条例 27 II).</summary>
    Suspend,

    /// <summary>停止超出必要范围的获取: at once when it is discovered (上海市数据条例 39 II).</summary>
    StopExcess,

    /// <summary>恢复获取 of what was stopped.</summary>
    RestoreItems,

    /// <summary>报告整改.</summary>
    Rectify,

    /// <summary>恢复共享.</summary>
    Resume,

    /// <summary>恢复共享, where more is owed than was supplied before.</summary>
    ResumeSupply,

    /// <summary>终止共享: 拒不整改或者整改不到位 (政务数据共享条例 27 II).</summary>
    Terminate,

    /// <summary>争议解决: what a settled dispute brings.</summary>
    Settle,

    /// <summary>使用目的实现或期限届满.</summary>
    EndPurpose,

    /// <summary>登记处置销毁.</summary>
    Dispose,

    /// <summary>撤回.</summary>
    Withdraw,
}
