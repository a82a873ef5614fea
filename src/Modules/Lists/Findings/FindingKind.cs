using System.Collections.Frozen;
using Qingdan.Lists.Generation;

namespace Qingdan.Lists.Findings;

/// <summary>Where a finding is mended.</summary>
internal enum Mend
{
    /// <summary>In the catalogue entry.</summary>
    Resource,

    /// <summary>In the row of the 责任清单.</summary>
    Entry,

    /// <summary>In the row of the 负面清单.</summary>
    Negative,

    /// <summary>In the unit's own record.</summary>
    Unit,
}

/// <summary>A kind of finding: how bad, what it says, what it stands on, where it is mended.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Title">Short Chinese name for filters.</param>
/// <param name="Text">The sentence, with {0}.</param>
/// <param name="Anchor">Law and article, or whose rule it is.</param>
/// <param name="Mend">Where.</param>
internal sealed record FindingKind(string Code, Severity Severity, string Title, string Text, string Anchor, Mend Mend)
{
    public static readonly FindingKind Content = new("R01", Severity.Warning, "缺少应有内容", "目录没有写明：{0}。", Anchors.Content, Mend.Resource);
    public static readonly FindingKind NoItems = new("R01I", Severity.Warning, "没有数据项", "目录没有数据项，只能整条列入。请逐项填写数据项。", Anchors.Content, Mend.Resource);
    public static readonly FindingKind NoBasis = new("R03", Severity.Severe, "不予共享缺依据", "“{0}”不予共享，还没有写明依据条款，不能列入负面清单。", Anchors.Forbidden, Mend.Negative);
    public static readonly FindingKind LevelTooLow = new("R03L", Severity.Severe, "依据层级不够", "依据层级是{0}，适用的法律都不认可，不能列入负面清单。请补上位法条款，或改为有条件共享。", Anchors.Forbidden, Mend.Negative);
    public static readonly FindingKind NotNational = new("R03N", Severity.Warning, "依据层级不被国家条例认可", "依据层级是{0}。国家条例只认可法律、行政法规和国务院决定。", Anchors.Classes, Mend.Negative);
    public static readonly FindingKind NotCity = new("R03C", Severity.Warning, "依据层级不被本市条例认可", "依据层级是{0}。上海市数据条例只认可法律、法规。", Anchors.Lists, Mend.Negative);
    public static readonly FindingKind BasisGone = new("R03B", Severity.Severe, "依据已修订或废止", "负面清单所依据的条款已修订或废止，须重新审核。", Anchors.Lists, Mend.Negative);
    public static readonly FindingKind NoCondition = new("R04", Severity.Severe, "有条件共享未写条件", "有条件共享，还没有写明共享范围和使用用途。", Anchors.Conditions, Mend.Resource);
    public static readonly FindingKind Both = new("R05", Severity.Severe, "责任清单与负面清单冲突", "“{0}”同时在责任清单和负面清单中生效，请确认一项变更。", Anchors.OwnRule, Mend.Entry);
    public static readonly FindingKind Contradiction = new("R05C", Severity.Severe, "目录与负面清单冲突", "目录说“{0}”可以共享，负面清单却禁止共享；在理清之前不列入责任清单。", Anchors.OwnRule, Mend.Resource);
    public static readonly FindingKind ShareUndetermined = new("S01", Severity.Severe, "共享属性未定", "没有写明共享属性，也无法推断。写明后才能生效。", Anchors.Classes, Mend.Resource);
    public static readonly FindingKind ShareInferred = new("S02", Severity.Warning, "共享属性推断待确认", "共享属性“{0}”是系统按开放属性推断的，请确认。", Anchors.OwnRule, Mend.Entry);
    public static readonly FindingKind NoSystem = new("A01", Severity.Warning, "没有来源系统", "没有写明来源系统。国家审计要求系统与目录对得上。", Anchors.Source, Mend.Resource);
    public static readonly FindingKind SameName = new("D01", Severity.Warning, "同单位目录重名", "本单位另有同名目录（只差空格、标点也算），请合并或改名。", Anchors.OwnRule, Mend.Resource);
    public static readonly FindingKind NoUnitCode = new("U01", Severity.Warning, "单位缺组织机构代码", "单位没有组织机构代码，目录和清单都编不了号。", Anchors.OwnRule, Mend.Unit);
    public static readonly FindingKind UnitProposed = new("U02", Severity.Warning, "单位待确认", "这个单位是导入时按名称新建的，请确认、改正或并入已有单位。", Anchors.OwnRule, Mend.Unit);
    public static readonly FindingKind NegativeDiffers = new("N01", Severity.Warning, "负面清单与目录不一致", "目录内容已变化，与负面清单中的这一条不一致，请重新审核。", Anchors.Lists, Mend.Negative);
    public static readonly FindingKind NegativeOrphan = new("N02", Severity.Warning, "负面清单对应的目录已下线", "目录已下线，负面清单中的这一条可以移出；还没有列入的，可以不再提出。", Anchors.OwnRule, Mend.Negative);
    public static readonly FindingKind NegativeRefused = new("N03", Severity.Severe, "不予共享未获认可", "主管部门没有认可“{0}”不予共享，目录仍写不予共享。请改正共享属性。", Anchors.Lists, Mend.Resource);
    public static readonly FindingKind NegativeGivenUp = new("N04", Severity.Severe, "不予共享已不再提出", "本单位已不再提出“{0}”不予共享，目录仍写不予共享。请改正共享属性，或重新提出。", Anchors.Forbidden, Mend.Resource);
    public static readonly FindingKind ReviewDue = new("N05", Severity.Warning, "定期复核到期", "负面清单中的这一条到了定期复核的日子。请核对依据是否仍然有效，重新审核。", Anchors.OwnRule, Mend.Negative);

    /// <summary>All kinds in the order they are shown.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        ShareUndetermined, NoBasis, NoCondition, Both, Contradiction, LevelTooLow, BasisGone, NegativeRefused, NegativeGivenUp, ShareInferred, Content, NoItems, NoSystem,
        NotNational, NotCity, NegativeDiffers, NegativeOrphan, ReviewDue, SameName, NoUnitCode, UnitProposed,
    ];

    private static readonly FrozenDictionary<string, FindingKind> ByCode = All.ToFrozenDictionary(k => k.Code);

    /// <summary>The kind with this code, or null.</summary>
    public static FindingKind? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}

/// <summary>A finding before it is stored.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Name of the thing.</param>
/// <param name="Args">Values of the sentence; several Chinese terms in one value are parted by 、.</param>
internal sealed record Notice(FindingKind Kind, string Subject, params string[] Args);
