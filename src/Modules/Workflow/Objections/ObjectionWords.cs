using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Objections;

/// <summary>How states, acts and findings of an objection are shown.</summary>
internal static class ObjectionWords
{
    /// <summary>The state as shown.</summary>
    public static string Text(this ObjectionState state) => state switch
    {
        ObjectionState.Raised => "待受理",
        ObjectionState.Tracing => "核实中",
        ObjectionState.AtSource => "溯源核实中",
        ObjectionState.Verified => "待提出单位确认",
        ObjectionState.Disputed => "待主管部门决定",
        ObjectionState.Elsewhere => "已告知其他途径",
        ObjectionState.Closed => "已办结",
        _ => "已撤回",
    };

    /// <summary>The state's colour.</summary>
    public static Tone Tone(this ObjectionState state) => state switch
    {
        ObjectionState.Closed => Platform.Web.Tone.Ok,
        ObjectionState.Tracing or ObjectionState.AtSource or ObjectionState.Disputed => Platform.Web.Tone.Warn,
        ObjectionState.Elsewhere or ObjectionState.Withdrawn => Platform.Web.Tone.Idle,
        _ => Platform.Web.Tone.Info,
    };

    /// <summary>What is to be done in a state, by whose turn it is.</summary>
    public static string Task(this ObjectionState state) => state switch
    {
        ObjectionState.Raised => "看是不是校核事项：受理，或者告知其他途径",
        ObjectionState.Tracing => "核实、更正，反馈结果；不是本单位产生的，转数源单位",
        ObjectionState.AtSource => "查本单位的源头数据，回复提供单位",
        ObjectionState.Verified => "看核实结果：认可，或者说明为什么仍有异议",
        ObjectionState.Disputed => "维持核实结果，或者责成重新核实",
        _ => "",
    };

    /// <summary>The act as shown.</summary>
    public static string Text(this ObjectionAct act) => act switch
    {
        ObjectionAct.Raise => "提出异议",
        ObjectionAct.Accept => "受理异议",
        ObjectionAct.PointElsewhere => "告知其他途径",
        ObjectionAct.HandToSource => "转数源单位核实",
        ObjectionAct.AnswerAsSource => "数源单位回复",
        ObjectionAct.Verify => "反馈核实结果",
        ObjectionAct.AcceptResult => "认可核实结果",
        ObjectionAct.Insist => "仍有异议，报主管部门",
        ObjectionAct.Uphold => "维持核实结果",
        ObjectionAct.SendBack => "责成重新核实",
        ObjectionAct.HandOver => "改由划入单位核实",
        _ => "撤回异议",
    };

    /// <summary>The party as shown.</summary>
    public static string Text(this ObjectionParty party) => party switch
    {
        ObjectionParty.Raiser => "提出单位",
        ObjectionParty.Provider => "提供单位",
        ObjectionParty.Source => "数源单位",
        _ => "主管部门",
    };

    /// <summary>What is wrong, as shown.</summary>
    public static string Text(this Wrong wrong) => wrong switch
    {
        Wrong.Incorrect => "错误",
        Wrong.Inconsistent => "不一致",
        Wrong.Missing => "缺失",
        Wrong.Outdated => "过期",
        _ => "其他",
    };

    /// <summary>The finding as shown.</summary>
    public static string Text(this Outcome outcome) => outcome switch
    {
        Outcome.Corrected => "已更正",
        Outcome.Correct => "核实无误",
        Outcome.Partly => "部分更正",
        _ => "",
    };
}
