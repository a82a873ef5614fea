using System.Text.RegularExpressions;

namespace Qingdan.Organizations.Naming;

/// <summary>The body of a name with the usual abbreviations applied, so that 发展和改革委员会 and 发改委 read alike. Only for proposals.</summary>
internal static partial class NameCore
{
    // In this order: the whole bodies' usual short forms first, then the endings. General knowledge of how departments are shortened.
    private static readonly (string Long, string Short)[] Abbreviations =
    [
        ("人民政府", "政府"), ("发展和改革", "发改"), ("发展改革", "发改"), ("经济和信息化", "经信"), ("工业和信息化", "工信"), ("科学技术委员会", "科委"), ("科学技术协会", "科协"),
        ("科学技术", "科技"), ("人力资源和社会保障", "人社"), ("人力资源社会保障", "人社"), ("人力社保", "人社"), ("住房和城乡建设管理", "住建"), ("住房和城乡建设", "住建"),
        ("卫生健康", "卫健"), ("市场监督管理", "市监"), ("市场监管", "市监"), ("药品监督管理", "药监"), ("文化广电和旅游", "文广旅"), ("文化广电旅游", "文广旅"), ("文化和旅游", "文旅"),
        ("绿化和市容管理", "绿化市容"), ("规划和自然资源", "规划资源"), ("自然资源和规划", "自规"), ("自然资源", "自规"), ("医疗保障", "医保"), ("国有资产监督管理", "国资"), ("交通运输", "交通"),
        ("退役军人事务", "退役军人"), ("城市管理行政执法", "城管"), ("综合行政执法", "综合执法"), ("城市管理", "城管"), ("应急管理", "应急"), ("民族和宗教事务", "民宗"), ("民族宗教事务", "民宗"),
        ("地方金融监督管理", "金融"), ("金融工作", "金融"), ("机关事务管理", "机管"), ("住房公积金", "公积金"), ("大数据发展", "大数据"), ("合作交流", "合作"), ("外事", "外"),
        ("残疾人联合会", "残联"), ("妇女联合会", "妇联"), ("工商业联合会", "工商联"), ("归国华侨联合会", "侨联"), ("文学艺术界联合会", "文联"), ("农业农村", "农业"), ("教育体育", "教体"), ("教育", "教"),
        ("知识产权", "知产"), ("公共资源交易", "资源交易"), ("管理委员会", "管委"), ("委员会", "委"), ("管委会", "管委"), ("办公室", "办"), ("办公厅", "办"), ("管理", ""), ("和", ""), ("与", ""),
    ];

    public static string Of(string body)
    {
        foreach (var (full, brief) in Abbreviations) body = body.Replace(full, brief, StringComparison.Ordinal);
        return Ending().Replace(Government().Replace(body, ""), "");
    }

    // 上海市人民政府外事办公室 is shortened to 市外办; 政府 and 政府办 themselves stay.
    [GeneratedRegex(@"^政府(?!$|办$)")]
    private static partial Regex Government();

    // 科技局 of a city is 科技厅 of a province; 发展改革局 and 发展改革委 do not exist side by side in one place.
    [GeneratedRegex(@"(?<=.)(局|厅|委)$")]
    private static partial Regex Ending();
}
