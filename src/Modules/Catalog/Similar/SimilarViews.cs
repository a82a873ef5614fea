using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;

namespace Qingdan.Catalog.Similar;

/// <summary>A page of groups.</summary>
/// <param name="Groups">The surest first.</param>
/// <param name="Next">What the next page begins behind; null at the end.</param>
/// <param name="States">How many groups there are of each state.</param>
/// <param name="Units">Units of groups that wait, for the filter; only for those who see all.</param>
public sealed record SimilarList(IReadOnlyList<GroupView> Groups, string? Next, IReadOnlyDictionary<GroupState, int> States, IReadOnlyList<(long Id, string Name)> Units);

/// <summary>A group, side by side.</summary>
public sealed record GroupView
{
    public required long Id { get; init; }
    public required int Score { get; init; }
    public required GroupKind Kind { get; init; }
    public required GroupState State { get; init; }
    public required IReadOnlyList<MemberView> Members { get; init; }

    /// <summary>What the surest pair stands on.</summary>
    public required Evidence? Evidence { get; init; }

    public required string Why { get; init; }
    public required string DecidedBy { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required long KeptId { get; init; }

    /// <summary>The merge that can still be undone today; 0 for none.</summary>
    public required long Undoable { get; init; }

    /// <summary>Why this person does not decide about it; null when he does.</summary>
    public required Fault? Refusal { get; init; }

    /// <summary>True when this person may decide about it now.</summary>
    public bool MayDecide => Refusal is null && State == GroupState.Open;
}

/// <summary>One resource of a group.</summary>
public sealed record MemberView(long Id, string? Code, string Name, long UnitId, string Unit, string System, DateOnly? UpdatedOn, ResourceState State, int Edit, IReadOnlyList<MemberItem> Items, IReadOnlyList<ListedRow> Lists);

/// <summary>An item of a resource; <paramref name="Shared"/> when another of the group has it too.</summary>
public sealed record MemberItem(long Id, string Name, bool Shared);

/// <summary>A resource that may be the same as the one that is shown.</summary>
public sealed record SimilarNeighbour(long Id, string Name, string Unit);

/// <summary>The open group of a resource, for its page.</summary>
public sealed record SimilarBeside(long GroupId, IReadOnlyList<SimilarNeighbour> Others);

/// <summary>Words for groups.</summary>
internal static class SimilarWords
{
    public static string Text(this GroupState state) => state switch { GroupState.Open => "待确认", GroupState.Merged => "已合并", _ => "不是同一个" };

    public static string Text(this GroupKind kind) => kind switch { GroupKind.Name => "名称相同或只差个别字", GroupKind.Items => "数据项相同", _ => "跨单位" };

    /// <summary>Why two resources may be one, in words.</summary>
    public static IEnumerable<string> Reasons(this Evidence e, Translator t)
    {
        if (e.Name == NameLike.Same) yield return t["名称相同"];
        if (e.Name == NameLike.Signs) yield return t["名称只差标点、空格"];
        if (e.Name is NameLike.Words or NameLike.Number) yield return e.Differing.Count == 0 ? t["名称只差字词的次序"] : t["名称只差“{0}”", string.Join("”“", e.Differing)];
        if (e.Shared > 0) yield return t["{0} 个数据项中 {1} 个相同", e.Items, e.Shared];
        if (e.SameSystem) yield return t["同一来源系统"];
        yield return e.SameUnit ? t["同一单位"] : t["不同单位"];
    }
}
