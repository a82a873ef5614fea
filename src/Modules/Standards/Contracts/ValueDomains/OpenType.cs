using System.Text.RegularExpressions;

namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>开放属性: the three classes of opening to society (上海市数据条例 41).</summary>
public enum OpenType
{
    /// <summary>无条件开放.</summary>
    Unconditional,

    /// <summary>有条件开放.</summary>
    Conditional,

    /// <summary>非开放, elsewhere 不予开放.</summary>
    NotOpen,
}

public static partial class Domains
{
    /// <summary>开放属性. Where data is offered (开放网站) or what for (用于数据校验) is no class of opening and stays unknown; 是 and 否 as for 共享属性.</summary>
    public static ValueDomain<OpenType> OpenTypes { get; } = new("open-type", "开放属性",
    [
        (OpenType.Unconditional, "无条件开放", "无条件 完全开放 全部开放 无条件开放类 无特殊条件"),
        (OpenType.Conditional, "有条件开放", "有条件 有条件开放类 依申请开放 申请开放 申请后开放 需申请开放 受限开放 依申请公开 授权开放"),
        (OpenType.NotOpen, "非开放", "非开放类 不予开放 不开放 不予开放类 禁止开放 不得开放 不可开放 不予开放(非开放)"),
    ], folded => ReadYesNo(folded, OpenType.Conditional, OpenType.NotOpen) is { Value: not null } plain ? plain : OpenWords.Read(folded));
}

/// <summary>Reads conditions of opening written as prose. Everything found here is to be confirmed.</summary>
internal static partial class OpenWords
{
    public static Reading<OpenType> Read(string folded)
    {
        var without = folded.Contains("无条件", StringComparison.Ordinal);
        var with = folded.Contains("有条件开放", StringComparison.Ordinal);
        if (without && with) return Reading<OpenType>.Unknown;
        if (without && folded.Contains("开放", StringComparison.Ordinal)) return Reading<OpenType>.Perhaps(OpenType.Unconditional);
        if (with || Condition().IsMatch(folded) || Registered().IsMatch(folded)) return Reading<OpenType>.Perhaps(OpenType.Conditional);
        return Reading<OpenType>.Unknown;
    }

    // 需申请, 审批, 开放网站申请; …同意后开放, …审核同意后方可开放; 经数源部门同意. Words on sharing between departments say nothing about opening.
    [GeneratedRegex("^(依|依据|需|需要|提出|获得|受限|用户|部门|开放网站)?(申请|审批|审核)(审核)?(同意)?后?(可|方可)?(开放)?$|(申请|审批|审核|同意|授权同意|授权)后?(方可|可)?开放[。.]?$|^(经|需)?(相关|网站持有)?(数源)?(部门|单位)(审核)?同意后?$")]
    private static partial Regex Condition();

    [GeneratedRegex("^(实名|实名制|用户注册|注册)(后)?(开放|公开)?$")]
    private static partial Regex Registered();
}
