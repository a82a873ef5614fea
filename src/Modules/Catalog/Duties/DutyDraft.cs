namespace Qingdan.Catalog.Duties;

/// <summary>What a person typed about a duty, as typed.</summary>
public sealed record DutyDraft
{
    /// <summary>职责事项.</summary>
    public string Name { get; init; } = "";

    /// <summary>The document it stands in.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Remark.</summary>
    public string Note { get; init; } = "";

    /// <summary>A <see cref="DutyState"/> by its name.</summary>
    public string State { get; init; } = nameof(DutyState.InUse);

    /// <summary>Why it is changed; owed when it ends.</summary>
    public string Why { get; init; } = "";

    /// <summary>A stored one as its form shows it.</summary>
    internal static DutyDraft Of(Duty d) => new() { Name = d.Name, Basis = d.Basis, Note = d.Note, State = d.State.ToString() };
}
