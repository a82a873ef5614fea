namespace Qingdan.Lists.Demands;

/// <summary>One demand of the demo city; the documents it names are made up.</summary>
/// <param name="Unit">Short name of the unit that asks.</param>
/// <param name="Provider">Short name of the unit that should provide.</param>
/// <param name="Rows">Names of catalogue rows; none for data outside the catalogue.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Input">What the unit writes.</param>
internal sealed record DemandDemoEntry(string Unit, string Provider, IReadOnlyList<string> Rows, DemandState State, DemandInput Input)
{
    private static readonly DemandInput Housing = new()
    {
        Name = "公租房申请家庭核对", Scenario = "公共租赁住房申请受理时，核对申请家庭的收入和住房情况，用于判断是否符合准入条件。", BasisName = "示例市公共租赁住房实施细则", BasisClause = "第八条",
        Scope = "住房保障处、各区住房保障中心", Personal = nameof(PersonalData.Sensitive), Assessment = "示住保评〔2026〕3 号",
    };

    private static readonly DemandInput Aid = new()
    {
        Name = "社会救助家庭经济状况核对", Scenario = "低保申请审核时，核对家庭成员的就业、参保和财产情况。", BasisName = "示例市社会救助办法", BasisClause = "第二十条", Scope = "社会救助处、居民经济状况核对中心",
        Personal = nameof(PersonalData.Sensitive), Assessment = "示民评〔2026〕1 号",
    };

    /// <summary>Name of a file that is attached, and what it shows; empty for none.</summary>
    public string File { get; init; } = "";

    public static IReadOnlyList<DemandDemoEntry> All { get; } =
    [
        new("市住建委", "市公积金中心", ["住房公积金缴存信息", "住房公积金提取记录", "住房公积金贷款信息"], DemandState.Listed, Housing) { File = "个人信息保护影响评估报告.pdf" },
        new("市住建委", "市民政局", ["婚姻登记信息"], DemandState.InCheck, Housing with { Name = "公租房申请人婚姻状况" }),
        new("市民政局", "市人社局", ["城镇职工养老保险缴费信息", "失业登记信息", "就业登记信息"], DemandState.Listed, Aid),
        new("市民政局", "市公安局", ["机动车登记信息", "常住人口户籍信息"], DemandState.Listed, Aid with { Name = "救助对象车辆和户籍核对" }),
        new("市医保局", "市民政局", ["低保对象信息", "特困供养人员信息"], DemandState.Listed, Aid with { Name = "医疗救助对象名单", Scenario = "参保缴费资助时，核对资助对象身份。", BasisName = "示例市医疗救助办法", BasisClause = "第六条", Scope = "待遇保障处" }),
        new("市教委", "市民政局", ["低保对象信息"], DemandState.Returned, Aid with { Name = "困难学生资助核对", Scenario = "学生资助。", BasisName = "示例市学生资助办法", BasisClause = "第五条", Scope = "学生资助中心" }),
        new("市市场监管局", "市统计局", ["规模以上工业企业名录"], DemandState.InCheck, new DemandInput
        {
            Name = "企业经营状况核对", Scenario = "核对企业年报中的营业收入，筛选异常企业。", BasisName = "示例市企业信用管理办法", BasisClause = "第十二条", Scope = "信用监管处",
            Insist = "按街镇汇总的数据无法核对到单个企业，请主管部门研究能否以结果核验方式满足。",
        }),
        new("市交通委", "市气象局", [], DemandState.Listed, new DemandInput
        {
            Name = "道路结冰预警格点数据", Scenario = "冬季道路养护调度时，按路段判断结冰风险。", BasisName = "示例市道路养护管理办法", BasisClause = "第十五条", Scope = "道路设施处",
            Items = [new(0, 0, "格点编号"), new(0, 0, "预警等级", "四级"), new(0, 0, "起止时间")],
        }),
        new("市应急局", "", [], DemandState.AwaitingHead, new DemandInput
        {
            Name = "地下空间出入口分布", Scenario = "汛期转移避险时，确定需要封控的出入口。", BasisName = "示例市防汛应急预案", BasisClause = "第四章", Scope = "防汛抗旱处", Items = [new(0, 0, "名称"), new(0, 0, "坐标")],
        }),
        new("市住建委", "", [], DemandState.InCheck, new DemandInput
        {
            Name = "既有建筑玻璃幕墙分布", Scenario = "台风来临前，按街镇排出需要巡查的玻璃幕墙。", BasisName = "示例市玻璃幕墙管理办法", BasisClause = "第二十条", Scope = "质量安全处", Items = [new(0, 0, "建筑名称"), new(0, 0, "幕墙面积"), new(0, 0, "竣工日期")],
        }),
        new("梧桐街道", "", [], DemandState.AtDistrict, new DemandInput
        {
            Name = "沿街商铺燃气使用情况", Scenario = "街面安全巡查前，排出使用瓶装燃气的沿街商铺。", BasisName = "示例市燃气管理办法", BasisClause = "第十八条", Scope = "城运中心", Items = [new(0, 0, "店招名称"), new(0, 0, "地址"), new(0, 0, "用气方式")],
        }),
        new("市人社局", "市市场监管局", ["经营主体登记信息"], DemandState.Draft, new DemandInput { Name = "用工单位登记核对" }),
        new("市文旅局", "市公安局", ["旅馆业治安登记"], DemandState.Withdrawn, new DemandInput
        {
            Name = "过夜游客统计", Scenario = "节假日按区统计过夜游客数。", BasisName = "示例市旅游统计工作方案", BasisClause = "第三条", Scope = "产业发展处",
        }),
        // 区域授权: what a district is granted its whole district uses.
        new("东岸区", "市民政局", ["低保对象信息", "特困供养人员信息"], DemandState.Listed, Aid with
        {
            Name = "区内困难群众服务对象核对", Scenario = "街镇上门服务前，核对服务对象是不是在册的低保、特困人员。", Scope = "全区各街镇、区级部门", Regional = true,
        }),
    ];
}
