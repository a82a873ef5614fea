namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>共享属性: the three classes of 政务数据共享条例 14. Not determined is null.</summary>
public enum ShareProperty
{
    /// <summary>无条件共享: all government departments may use it.</summary>
    Unconditional,

    /// <summary>有条件共享: certain departments on certain conditions.</summary>
    Conditional,

    /// <summary>不予共享: a law, an administrative regulation or a decision of the State Council expressly forbids it.</summary>
    NotShared,
}

public static partial class Domains
{
    /// <summary>
    /// 共享属性. The names of 沪府令9号 (授权共享, 非共享) are read as the classes of 2025. Digits stay unknown: one guide counts from 0, another from 1.
    /// 否 under 是否共享 is 不予共享; 是 names no condition and is taken for the narrower class, to be confirmed.
    /// </summary>
    public static ValueDomain<ShareProperty> ShareProperties { get; } = new("share-property", "共享属性",
    [
        (ShareProperty.Unconditional, "无条件共享", "无条件 无条件共享类 普遍共享"),
        (ShareProperty.Conditional, "有条件共享", "有条件 有条件共享类 授权共享 受限共享 依申请共享 申请共享 需申请共享"),
        (ShareProperty.NotShared, "不予共享", "不予共享类 非共享 不共享 不可共享 禁止共享 不予共享（非共享）"),
    ], folded => ReadYesNo(folded, ShareProperty.Conditional, ShareProperty.NotShared));

    /// <summary>A column of 是 and 否: 否 is plain, 是 to be confirmed.</summary>
    private static Reading<T> ReadYesNo<T>(string folded, T yes, T no)
        where T : struct => ValueDomain.No(folded) ? Reading<T>.Same(no) : ValueDomain.Yes(folded) ? Reading<T>.Perhaps(yes) : Reading<T>.Unknown;

    /// <summary>
    /// The proposal where a catalogue has no share property: open to all means shared without conditions, open on conditions means shared on conditions;
    /// data that is not open may still be shared, so nothing follows. Our proposal, not a rule of law: it is confirmed by a person before it counts.
    /// </summary>
    public static ShareProperty? InferShare(OpenType? openType) => openType switch
    {
        OpenType.Unconditional => ShareProperty.Unconditional,
        OpenType.Conditional => ShareProperty.Conditional,
        _ => null,
    };
}
