namespace Qingdan.Lists.Responsibilities;

/// <summary>What is proposed for a row in force.</summary>
internal enum EntryChangeKind
{
    /// <summary>变更.</summary>
    Modify,

    /// <summary>移出.</summary>
    Remove,

    /// <summary>暂停: out of force for a time.</summary>
    Suspend,

    /// <summary>恢复.</summary>
    Resume,
}

/// <summary>Where a proposed change stands.</summary>
internal enum EntryChangeState
{
    /// <summary>待确认.</summary>
    Open,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>不采纳: the row stays as it is, as long as the catalogue says the same.</summary>
    Rejected,

    /// <summary>已撤销: what the catalogue proposed and somebody decided; what people asked for is open again instead.</summary>
    Undone,
}

/// <summary>变更待确认: the catalogue now says something else than a row in force, or somebody asks for it. Never applied without a person.</summary>
internal sealed class EntryChange
{
    public long Id { get; init; }
    public long EntryId { get; init; }
    public long ProviderId { get; init; }
    public EntryChangeKind Kind { get; init; }

    /// <summary>The row's content as <see cref="EntryContent"/> in JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The proposed content; empty for a removal.</summary>
    public string After { get; init; } = "";

    /// <summary>A Chinese sentence, key of its translation.</summary>
    public required string Reason { get; init; }

    /// <summary>Digest of the proposed content; empty for a removal.</summary>
    public string Digest { get; init; } = "";

    public EntryChangeState State { get; init; }

    /// <summary>依据: the clause or document it stands on; empty for what the catalogue proposes.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>Who proposed it; empty when the catalogue did.</summary>
    public string ProposedBy { get; init; } = "";

    public long ProposerUnitId { get; init; }
    public long DecisionId { get; init; }
    public string DecidedBy { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The decision that had brought the row to <see cref="Before"/>; with <see cref="FormerBy"/> and <see cref="FormerAt"/> what undoing brings back.</summary>
    public long FormerDecisionId { get; init; }

    public EntryState FormerState { get; init; } = EntryState.InForce;
    public string FormerBy { get; init; } = "";
    public DateTimeOffset? FormerAt { get; init; }
}
