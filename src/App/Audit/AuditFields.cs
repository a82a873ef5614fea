using System.Collections.Frozen;
using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.App.Audit;

/// <summary>What the fields and values in events are called on the screen. What is not listed is shown as it is stored: nothing is left out.</summary>
internal static class AuditFields
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["name"] = "名称", ["shortName"] = "简称", ["fullName"] = "姓名", ["signInName"] = "登录名", ["kind"] = "类别", ["level"] = "层级", ["district"] = "所属区", ["parentId"] = "上级单位",
        ["uscc"] = "统一社会信用代码", ["code"] = "代码", ["aliases"] = "别名", ["roles"] = "角色", ["unit"] = "单位", ["phone"] = "电话", ["deputyOfId"] = "A 角编号", ["state"] = "状态",
        ["into"] = "并入", ["intoId"] = "并入单位", ["other"] = "另一单位", ["to"] = "划入单位", ["day"] = "日期", ["document"] = "文件", ["note"] = "说明", ["locked"] = "已锁定",
        ["summary"] = "摘要", ["theme"] = "领域", ["systemName"] = "来源系统", ["duty"] = "职责", ["formats"] = "数据格式", ["frequency"] = "更新频率", ["share"] = "共享属性",
        ["shareCondition"] = "共享条件", ["shareReason"] = "不予共享理由", ["shareWays"] = "共享方式", ["openType"] = "开放属性", ["dataLevel"] = "数据分级", ["items"] = "数据项", ["version"] = "版本",
        ["rowCount"] = "条数", ["filter"] = "筛选条件", ["rows"] = "条数", ["number"] = "编号", ["fileName"] = "文件名", ["length"] = "字节数", ["digest"] = "摘要值", ["elements"] = "其他要素",
    }.ToFrozenDictionary();

    // A code that means one thing only, whichever domain it comes from.
    private static readonly FrozenDictionary<string, string> Values = Domains.All.SelectMany(d => d.Entries).Select(e => (e.Code, e.Name)).Concat(Roles.Names.Select(r => (r.Key, r.Value)))
        .Concat(Enum.GetValues<OrganizationState>().Select(s => (s.ToString(), s.Name())))
        .GroupBy(e => e.Item1, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(e => e.Item2).Distinct().Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().Item2, StringComparer.OrdinalIgnoreCase);

    public static string Name(string field) => Names.GetValueOrDefault(field, field);

    public static string Value(string field, string text) =>
        field == "level" && Enum.TryParse<OrganizationLevel>(text, ignoreCase: true, out var level) ? level.Name() : Values.GetValueOrDefault(text, text);
}
