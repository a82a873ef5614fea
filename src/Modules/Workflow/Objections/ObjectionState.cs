namespace Qingdan.Workflow.Objections;

/// <summary>Where an objection (数据异议, 校核申请) stands, from its raising to its end.</summary>
internal enum ObjectionState
{
    /// <summary>待受理: the provider has it; its term runs (政务数据共享条例 26 II).</summary>
    Raised,

    /// <summary>核实中: the data are marked as contested.</summary>
    Tracing,

    /// <summary>溯源核实中: the unit that the data come from says what it has.</summary>
    AtSource,

    /// <summary>待确认: the provider has said what came of it, the raiser has yet to agree.</summary>
    Verified,

    /// <summary>仍有异议: the authority decides, once.</summary>
    Disputed,

    /// <summary>已告知其他途径: no matter of 校核.</summary>
    Elsewhere,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>Who has a part in an objection.</summary>
internal enum ObjectionParty
{
    /// <summary>提出单位.</summary>
    Raiser,

    /// <summary>提供单位.</summary>
    Provider,

    /// <summary>数源单位: where the data come from.</summary>
    Source,

    /// <summary>主管部门.</summary>
    Authority,
}

/// <summary>What can be done to an objection.</summary>
internal enum ObjectionAct
{
    /// <summary>提出异议; the first step, no line of the table.</summary>
    Raise,

    /// <summary>受理.</summary>
    Accept,

    /// <summary>告知其他途径.</summary>
    PointElsewhere,

    /// <summary>转数源单位核实.</summary>
    HandToSource,

    /// <summary>数源单位回复.</summary>
    AnswerAsSource,

    /// <summary>反馈核实结果.</summary>
    Verify,

    /// <summary>认可结果.</summary>
    AcceptResult,

    /// <summary>仍有异议.</summary>
    Insist,

    /// <summary>维持核实结果.</summary>
    Uphold,

    /// <summary>责成重新核实.</summary>
    SendBack,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>职能划转: another unit provides the data; no line of the table, and the state stays.</summary>
    HandOver,
}

/// <summary>What is wrong with the data.</summary>
internal enum Wrong
{
    /// <summary>错误.</summary>
    Incorrect,

    /// <summary>不一致.</summary>
    Inconsistent,

    /// <summary>缺失.</summary>
    Missing,

    /// <summary>过期.</summary>
    Outdated,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>What the verification found.</summary>
internal enum Outcome
{
    /// <summary>Not said yet.</summary>
    None,

    /// <summary>已更正.</summary>
    Corrected,

    /// <summary>核实无误.</summary>
    Correct,

    /// <summary>部分更正.</summary>
    Partly,
}
