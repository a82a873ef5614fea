namespace Qingdan.Lists.Negatives;

/// <summary>One entry of the demo city.</summary>
/// <param name="Unit">Short name of the unit.</param>
/// <param name="Input">What the unit writes.</param>
/// <param name="Law">The law in the register.</param>
/// <param name="Article">Its article; 0 for a basis typed by hand.</param>
/// <param name="Signed">How many have signed within the unit; -1 while it is not handed in.</param>
/// <param name="Ruling">What the authority said.</param>
/// <param name="Opinion">法制意见.</param>
/// <param name="OnPaper">True when the head signed on paper.</param>
/// <param name="InCatalog">True when it is a row of the catalogue.</param>
internal sealed record NegativeDemoEntry(
    string Unit, NegativeInput Input, string Law, int Article, int Signed, NegativeRuling? Ruling = null, string Opinion = "", bool OnPaper = false, bool InCatalog = false)
{
    private static readonly NegativeRuling Agree = new(NegativeAct.Agree, "依据明确，同意列入。", "示数办纪〔2026〕9 号");

    public static IReadOnlyList<NegativeDemoEntry> All { get; } =
    [
        new("市统计局", new NegativeInput
        {
            Name = "规模以上工业企业名录", Reason = "名录由联网直报的单户报表形成，前几项能够识别单个统计调查对象，依法不得提供给统计以外的部门。",
            Alternatives = ["汇总", "核验"], Impact = "影响各部门以单户经济数据核对企业情况。",
        }, "中华人民共和国统计法", 28, 3, Agree, InCatalog: true, OnPaper: true),
        new("市统计局", new NegativeInput
        {
            Name = "人口普查单个普查对象资料", ItemNames = "姓名\n住址\n家庭成员\n受教育程度", Reason = "普查登记的单户资料能够识别普查对象身份。", Alternatives = ["汇总"], Impact = "按街镇汇总的结果不受影响。",
        }, "全国人口普查条例", 33, 3, Agree),
        new("市公安局", new NegativeInput
        {
            Name = "封存的未成年人犯罪记录", ItemNames = "姓名\n案由\n判决文书号", Reason = "犯罪记录封存后除法律规定的情形外不得提供。", Alternatives = ["一事一议"], Impact = "从业资格审查改为向公安机关出具证明。",
        }, "中华人民共和国刑事诉讼法", 286, 3, OnPaper: true),
        new("市公安局", new NegativeInput
        {
            Name = "反洗钱调查信息", ItemNames = "可疑交易主体\n账户信息\n调查结论", Reason = "反洗钱信息非依法律规定不得提供；有例外，请审核人一并看例外。", Alternatives = ["一事一议"], Impact = "司法机关依法调取不受影响。",
        }, "中华人民共和国反洗钱法", 7, 3),
        new("市统计局", new NegativeInput
        {
            Name = "经济普查单户资料", ItemNames = "单位名称\n资产总计\n营业收入", Reason = "经济普查取得的单户资料限定用于普查。", Alternatives = ["汇总"], Ban = nameof(BanKind.Express),
        }, "全国经济普查条例", 33, 2),
        new("市人社局", new NegativeInput
        {
            Name = "参保个人权益记录明细", ItemNames = "姓名\n公民身份号码\n缴费基数\n待遇金额", Reason = "个人权益记录涉及个人信息，依法保密。", Alternatives = ["核验", "脱敏"], Impact = "资格核验可以用核验接口满足。",
        }, "中华人民共和国社会保险法", 81, 1, Opinion: "条款是保密义务。建议只对明细不予共享，参保状态仍按有条件共享提供。"),
        new("市税务局", new NegativeInput
        {
            Name = "纳税人申报明细", ItemNames = "申报收入\n成本费用\n应纳税额", Reason = "税务机关应当依法为纳税人的情况保密。", Alternatives = ["核验"], Impact = "信用评价、补贴发放希望使用。",
        }, "中华人民共和国税收征收管理法", 8, 0),
        new("市卫健委", new NegativeInput
        {
            Name = "艾滋病疫情个案", ItemNames = "姓名\n住址\n确诊日期", Reason = "未经本人同意不得公开感染者信息。", Alternatives = ["汇总"], Impact = "只影响个案，汇总疫情照常提供。", Ban = nameof(BanKind.Express),
        }, "艾滋病防治条例", 39, 3, new NegativeRuling(NegativeAct.Return, "条款写的是不得公开，没有说不得共享。请补法制意见。", "示数办纪〔2026〕9 号")),
        new("市市场监管局", new NegativeInput
        {
            Name = "执法线索来源", ItemNames = "举报人\n联系方式", Reason = "举报人信息应当保密。", Alternatives = ["一事一议"], BasisLevel = "DepartmentRule", BasisName = "示例部门规章（虚构，用于演示层级不够）",
            BasisClause = "第十条", BasisText = "（示例文字，不是法条原文）举报人的信息不得对外提供。", BasisState = nameof(BasisState.InEffect), Ban = nameof(BanKind.Express),
        }, "", 0, -1),
    ];
}
