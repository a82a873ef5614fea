namespace Qingdan.Workflow.Cases;

/// <summary>Which items of a case an act is about.</summary>
public enum ItemChoice
{
    /// <summary>None: it concerns the whole case.</summary>
    None,

    /// <summary>Some of those that may be used.</summary>
    Granted,

    /// <summary>Some of those that were stopped.</summary>
    Stopped,
}

/// <summary>An act for which a person gives words, perhaps a day or a number, and nothing else. Texts are Chinese keys of their translations.</summary>
/// <param name="Act">The act.</param>
/// <param name="Says">What is to be written.</param>
/// <param name="Owed">True when it must be.</param>
/// <param name="Hint">What the law asks for.</param>
/// <param name="Done">What the page says afterwards.</param>
/// <param name="Day">Name of the day that is given with it; empty for none.</param>
/// <param name="Number">Name of the number that is given with it; empty for none.</param>
/// <param name="Seldom">True for what stands folded even where it is this party's turn.</param>
/// <param name="Since">Name of a day that has come, from which on the act was owed; empty for none.</param>
/// <param name="Files">True when files may come with it.</param>
/// <param name="Items">Which items it is about, where it does not concern the whole case.</param>
internal sealed record PlainAct(CaseAct Act, string Says, bool Owed, string Hint, string Done, string Day = "", string Number = "", bool Seldom = false, string Since = "", bool Files = false, ItemChoice Items = ItemChoice.None)
{
    /// <summary>Most characters of the words.</summary>
    public const int MostWords = 2000;

    /// <summary>All of them, in the order of the way.</summary>
    public static IReadOnlyList<PlainAct> All { get; } =
    [
        new(CaseAct.Dispatch, "分派说明", false, "告诉提供单位匹配到了什么。", "已分派给提供单位。"),
        new(CaseAct.PassUp, "上报说明", true, "数据由国家或者上级垂直系统掌握时上报；本市的期限暂停，上级的期限另计。", "已上报，本市的期限暂停。", Number: "上级平台编号", Seldom: true),
        new(CaseAct.GrantedAbove, "上级答复", true, "照上级答复写明同意的范围和条件。", "已登记上级同意，等待提供数据。"),
        new(CaseAct.RefusedAbove, "上级答复", true, "照上级答复写明理由和依据。", "已登记上级不同意。"),
        new(CaseAct.ReturnedAbove, "上级答复", true, "写明上级要求怎样办；本市的期限继续。", "已退回本市继续办理。"),
        new(CaseAct.Supplement, "补充的内容", true, "逐条回应上面列出的材料；材料可以作为附件一并送上。", "已补正，提供单位继续办理。", Files: true),
        new(CaseAct.AskRenewal, "继续使用的理由", true, "写明哪项职责还需要这些数据。", "已申请续期，等待提供单位答复。", Day: "续期至"),
        new(CaseAct.Renew, "意见", false, "", "已同意续期。"),
        new(CaseAct.DenyRenewal, "不同意续期的理由", true, "", "已答复不同意续期。"),
        new(CaseAct.ProposeStop, "停止服务的正当理由", true, "无正当理由不得终止；须与需求单位协商，并报主管部门备案（条例第二十七条）。", "已提出，等待需求单位的意见。"),
        new(CaseAct.ProposeChange, "变更服务的内容和正当理由", true, "无正当理由不得变更；须与需求单位协商，并报主管部门备案（条例第二十七条）。", "已提出，等待需求单位的意见。"),
        new(CaseAct.AnswerTalks, "协商意见", true, "写明是否受影响、需要多长的过渡。", "已答复协商，报主管部门备案。"),
        new(CaseAct.RecordTalks, "协商情况", true, "写明何时、与谁、怎样协商，对方怎么说。没有协商过的不能备案。", "已登记协商情况，报主管部门备案。"),
        new(CaseAct.FileStop, "备案意见", false, "备案后停止服务，需求单位处置数据。", "已备案，服务停止。"),
        new(CaseAct.FileChange, "备案意见", false, "备案后按变更的内容继续服务。", "已备案，服务变更。"),
        new(CaseAct.DenyFiling, "不予备案的理由", true, "理由不正当或者没有协商的，服务继续。", "不予备案，服务继续。"),
        new(CaseAct.Suspend, "暂停的原因和整改要求", true, "擅自超出范围、目的使用或者提供给第三方的，应当暂停并督促限期整改（条例第二十七条）。", "已暂停，等待需求单位整改。", Day: "整改期限"),
        new(CaseAct.StopExcess, "为什么超出必要范围", true, "发现超出依法履行职责的必要范围获取的，立即停止，只停超出的部分（上海市数据条例第三十九条）；迟了几天会记在期限里。要整件暂停、限期整改的，由主管部门或者提供单位暂停共享。", "已停止所选数据项的获取，其余的照常使用。", Since: "发现超出必要范围之日", Items: ItemChoice.Granted),
        new(CaseAct.RestoreItems, "为什么恢复", true, "需求单位说明了必要性，或者改正了的，恢复获取。", "已恢复所选数据项的获取。", Items: ItemChoice.Stopped),
        new(CaseAct.Rectify, "整改情况", true, "", "已报告整改，等待复核。"),
        new(CaseAct.Resume, "复核意见", false, "", "已恢复共享。"),
        new(CaseAct.ResumeSupply, "复核意见", false, "争议解决后还有没提供的数据项时选这个，提供期限重新开始。", "已恢复共享，等待补充提供。", Seldom: true),
        new(CaseAct.Terminate, "终止的理由", true, "拒不整改或者整改不到位的，可以终止（条例第二十七条）。", "已终止，需求单位须处置数据。", Seldom: true),
        new(CaseAct.EndPurpose, "结束使用的原因", true, "共享目的已实现、无法实现，或者不再必要（条例第二十七条）。", "已结束使用，请处置数据并登记。", Seldom: true),
    ];

    /// <summary>The plain act of a kind; null where it has a form of its own.</summary>
    public static PlainAct? Of(CaseAct act) => All.FirstOrDefault(a => a.Act == act);
}
