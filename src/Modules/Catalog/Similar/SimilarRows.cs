namespace Qingdan.Catalog.Similar;

/// <summary>One key of a resource.</summary>
internal sealed class SimilarKey
{
    public long ResourceId { get; init; }
    public long Value { get; init; }
}

/// <summary>Two resources that may be one; the first has the smaller id.</summary>
internal sealed class SimilarPair
{
    public long FirstId { get; init; }
    public long SecondId { get; init; }
    public int Score { get; init; }

    /// <summary>An <see cref="Similar.Evidence"/> as JSON.</summary>
    public required string Evidence { get; init; }
}

/// <summary>不是同一个: said of two resources, with what both looked like then. It holds until one of them looks different for the most part.</summary>
internal sealed class SimilarRejection
{
    public long FirstId { get; init; }
    public long SecondId { get; init; }
    public required string FirstPrint { get; set; }
    public required string SecondPrint { get; set; }
    public long GroupId { get; set; }
}

/// <summary>What became of a group.</summary>
public enum GroupState
{
    /// <summary>待确认: follows the catalogue.</summary>
    Open,

    /// <summary>已合并.</summary>
    Merged,

    /// <summary>不是同一个.</summary>
    Rejected,
}

/// <summary>By what the resources of a group are alike.</summary>
public enum GroupKind
{
    /// <summary>名称: names of one unit that differ in nothing that counts.</summary>
    Name,

    /// <summary>数据项: other names, the same items.</summary>
    Items,

    /// <summary>跨单位: the same data with several units.</summary>
    AcrossUnits,
}

/// <summary>Resources that may be one, to be decided together.</summary>
internal sealed class SimilarGroup
{
    /// <summary>More than this nobody compares at a glance; the rest makes groups of its own.</summary>
    public const int MostMembers = 20;

    public long Id { get; init; }

    /// <summary>That of its surest pair.</summary>
    public int Score { get; init; }

    public GroupKind Kind { get; init; }
    public GroupState State { get; set; }

    /// <summary>The resource that went on; 0 while not merged.</summary>
    public long KeptId { get; set; }

    public long DecisionId { get; set; }
    public string Why { get; set; } = "";
    public string DecidedBy { get; set; } = "";
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What undoing the merge needs, as JSON.</summary>
    public string Undo { get; set; } = "";
}

/// <summary>A resource in a group, with the unit that had it when it was compared.</summary>
internal sealed class SimilarMember
{
    public long GroupId { get; init; }
    public long ResourceId { get; init; }
    public long ProviderId { get; init; }
}
