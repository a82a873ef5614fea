using Qingdan.Platform.Web;

namespace Qingdan.Lists.Impacts;

/// <summary>What is thought of.</summary>
internal enum ImpactKind
{
    /// <summary>列入负面清单: the data are no longer shared.</summary>
    ToNegative,

    /// <summary>变更共享属性.</summary>
    ChangeShare,

    /// <summary>切换适用规则: a unit becomes one of another kind, and other laws apply to it.</summary>
    SwitchProfile,
}

/// <summary>Which record is hit.</summary>
public enum ImpactGroup
{
    /// <summary>使用中的授权.</summary>
    Grant,

    /// <summary>办理中的需求.</summary>
    Case,

    /// <summary>待审或已列入而没有办理的需求.</summary>
    Demand,

    /// <summary>责任清单.</summary>
    Responsibility,

    /// <summary>负面清单.</summary>
    Negative,
}

/// <summary>影响分析 as it is kept: number, who, when, what was asked, what would be hit. Never changed.</summary>
internal sealed class Impact
{
    public long Id { get; init; }

    /// <summary>YX-2026-000001.</summary>
    public required string Number { get; init; }

    public ImpactKind Kind { get; init; }

    /// <summary>The resource or the unit, by name.</summary>
    public required string Subject { get; init; }

    /// <summary>To what it would change, a Chinese word; empty for the negative list.</summary>
    public required string Change { get; init; }

    public int Hits { get; init; }

    /// <summary><see cref="ImpactContent"/> as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Whose person asked; its people and the city read it.</summary>
    public long UnitId { get; init; }

    public required string ByName { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What was asked and what would be hit. Texts that are no names are Chinese keys of their translations.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Subject">The resource or the unit, by name.</param>
/// <param name="Items">The items meant, by name; none means the whole.</param>
/// <param name="Notes">What must be known besides.</param>
/// <param name="Hits">The records.</param>
public sealed record ImpactContent(ImpactQuestion Question, string Subject, IReadOnlyList<string> Items, IReadOnlyList<string> Notes, IReadOnlyList<ImpactHit> Hits);

/// <summary>What is asked.</summary>
/// <param name="Kind">Name of an <see cref="ImpactKind"/>.</param>
/// <param name="ResourceId">The resource; 0 for a unit.</param>
/// <param name="ItemIds">Items of it; none means all.</param>
/// <param name="Share">Name of the share property it would have.</param>
/// <param name="UnitId">The unit; 0 for a resource.</param>
/// <param name="UnitKind">Name of the kind it would be of.</param>
public sealed record ImpactQuestion(string Kind, long ResourceId = 0, IReadOnlyList<long>? ItemIds = null, string Share = "", long UnitId = 0, string UnitKind = "");

/// <summary>A record that would be hit.</summary>
/// <param name="UnitId">Whose it is.</param>
/// <param name="State">Where it stands, a Chinese word.</param>
/// <param name="What">What would become of it, a Chinese sentence.</param>
/// <param name="Items">The items of it that are meant; none means all.</param>
public sealed record ImpactHit(ImpactGroup Group, long Id, string Name, string Number, long UnitId, string Unit, string State, string What, IReadOnlyList<string> Items, string Href);

/// <summary>Chinese names.</summary>
internal static class ImpactWords
{
    public static string Text(this ImpactKind kind) => kind switch
    {
        ImpactKind.ToNegative => "列入负面清单",
        ImpactKind.ChangeShare => "变更共享属性",
        _ => "切换适用规则",
    };

    public static string Text(this ImpactGroup group) => group switch
    {
        ImpactGroup.Grant => "使用中的授权",
        ImpactGroup.Case => "办理中的需求",
        ImpactGroup.Demand => "未办理的需求",
        ImpactGroup.Responsibility => "责任清单条目",
        _ => "负面清单条目",
    };

    public static Tone Tone(this ImpactGroup group) => group is ImpactGroup.Grant ? Platform.Web.Tone.Bad : group is ImpactGroup.Case or ImpactGroup.Demand ? Platform.Web.Tone.Warn : Platform.Web.Tone.Info;
}
