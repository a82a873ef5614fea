using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Findings;

/// <summary>What the generation finds to hinder a clean list. What is wrong in the catalogue alone, the catalogue finds itself.</summary>
internal static class ListFindings
{
    /// <summary>The name under which these are kept.</summary>
    public const string Source = "lists";

    public static readonly FindingKind NoBasis = new("R03", Severity.Severe, "不予共享缺依据", "“{0}”不予共享，还没有写明依据条款，不能列入负面清单。", Anchors.Forbidden);
    public static readonly FindingKind LevelTooLow = new("R03L", Severity.Severe, "依据层级不够", "依据层级是{0}，适用的法律都不认可，不能列入负面清单。请补上位法条款，或改为有条件共享。", Anchors.Forbidden);
    public static readonly FindingKind NotNational = new("R03N", Severity.Warning, "依据层级不被国家条例认可", "依据层级是{0}。国家条例只认可法律、行政法规和国务院决定。", Anchors.Classes);
    public static readonly FindingKind NotCity = new("R03C", Severity.Warning, "依据层级不被本市条例认可", "依据层级是{0}。上海市数据条例只认可法律、法规。", Anchors.Lists);
    public static readonly FindingKind BasisGone = new("R03B", Severity.Severe, "依据已修订或废止", "负面清单所依据的条款已修订或废止，须重新审核。", Anchors.Lists);
    public static readonly FindingKind Both = new("R05", Severity.Severe, "责任清单与负面清单冲突", "“{0}”同时在责任清单和负面清单中生效，请确认一项变更。", Anchors.OwnRule);
    public static readonly FindingKind Contradiction = new("R05C", Severity.Severe, "目录与负面清单冲突", "目录说“{0}”可以共享，负面清单却禁止共享；在理清之前不列入责任清单。", Anchors.OwnRule);
    public static readonly FindingKind ShareInferred = new("S02", Severity.Warning, "共享属性推断待确认", "共享属性“{0}”是系统按开放属性推断的，请确认。", Anchors.OwnRule);
    public static readonly FindingKind NoUnitCode = new("U01", Severity.Warning, "单位缺组织机构代码", "单位没有组织机构代码，目录和清单都编不了号。", Anchors.OwnRule);
    public static readonly FindingKind UnitProposed = new("U02", Severity.Warning, "单位待确认", "这个单位是导入时按名称新建的，请确认、改正或并入已有单位。", Anchors.OwnRule);
    public static readonly FindingKind NegativeDiffers = new("N01", Severity.Warning, "负面清单与目录不一致", "目录内容已变化，与负面清单中的这一条不一致，请重新审核。", Anchors.Lists);
    public static readonly FindingKind NegativeOrphan = new("N02", Severity.Warning, "负面清单对应的目录已下线", "目录已下线，负面清单中的这一条可以移出；还没有列入的，可以不再提出。", Anchors.OwnRule);
    public static readonly FindingKind NegativeRefused = new("N03", Severity.Severe, "不予共享未获认可", "主管部门没有认可“{0}”不予共享，目录仍写不予共享。请改正共享属性。", Anchors.Lists);
    public static readonly FindingKind NegativeGivenUp = new("N04", Severity.Severe, "不予共享已不再提出", "本单位已不再提出“{0}”不予共享，目录仍写不予共享。请改正共享属性，或重新提出。", Anchors.Forbidden);
    public static readonly FindingKind ReviewDue = new("N05", Severity.Warning, "定期复核到期", "负面清单中的这一条到了定期复核的日子。请核对依据是否仍然有效，重新审核。", Anchors.OwnRule);
    public static readonly FindingKind OutsideUndetermined = new("S03", Severity.Severe, "目录外数据的共享属性未定", "目录外的数据还没有写明共享属性。写明后才能生效。", Anchors.Classes);

    /// <summary>All kinds in the order they are shown.</summary>
    public static FindingKindSet All { get; } = new(Source,
    [
        OutsideUndetermined, NoBasis, Both, Contradiction, LevelTooLow, BasisGone, NegativeRefused, NegativeGivenUp, ShareInferred,
        NotNational, NotCity, NegativeDiffers, NegativeOrphan, ReviewDue, NoUnitCode, UnitProposed,
    ]);

    private static readonly FindingKind[] OfNegatives = [NoBasis, LevelTooLow, NotNational, NotCity, BasisGone, NegativeDiffers, NegativeOrphan, ReviewDue];

    /// <summary>A finding as it is stored, with the list row and the page on which it is mended.</summary>
    public static NewFinding Stored(this Notice notice, long provider, long resource, long entry, long negative)
    {
        var ofNegative = OfNegatives.Contains(notice.Kind);
        var row = ofNegative ? negative : entry;
        var place = notice.Kind == NoUnitCode || notice.Kind == UnitProposed ? $"/organizations/{provider}"
            : ofNegative && negative != 0 ? $"/lists/negatives/{negative}"
            : resource != 0 && notice.Kind != Both && notice.Kind != ShareInferred ? $"/catalog/{resource}"
            : entry != 0 ? $"/lists/responsibilities/{entry}" : $"/catalog/{resource}";
        return new NewFinding(notice.Kind, provider, resource, notice.Subject, place) { EntryKind = row == 0 ? "" : ofNegative ? "negative" : "responsibility", EntryId = row, Args = notice.Args };
    }
}

/// <summary>A finding before it is stored.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Name of the thing.</param>
/// <param name="Args">Values of the sentence; several Chinese terms in one value are parted by 、.</param>
internal sealed record Notice(FindingKind Kind, string Subject, params string[] Args);
