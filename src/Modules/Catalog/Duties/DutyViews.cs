using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Systems;
using Qingdan.Platform.Audit;

namespace Qingdan.Catalog.Duties;

/// <summary>A row of the list of duties.</summary>
public sealed record DutyRow(long Id, string Name, string Unit, string Basis, DutyState State, int Resources, int Systems);

/// <summary>One page of the duties that fit a filter.</summary>
public sealed record DutyList(IReadOnlyList<DutyRow> Rows, int Page, int Total, bool All, bool Keeps)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>A resource that serves a duty or comes from a system.</summary>
public sealed record LinkedResource(long Id, string Name, string? Code, ResourceState State);

/// <summary>A system that serves a duty.</summary>
public sealed record LinkedSystem(long Id, string Name, SystemState State);

/// <summary>All that the page of a duty shows.</summary>
public sealed record DutyView
{
    public required long Id { get; init; }
    public required DutyDraft Draft { get; init; }
    public required DutyState State { get; init; }
    public required int Edit { get; init; }
    public required string Unit { get; init; }
    public required bool Keeps { get; init; }
    public required IReadOnlyList<LinkedResource> Resources { get; init; }
    public required IReadOnlyList<LinkedSystem> Systems { get; init; }
    public required IReadOnlyList<AuditEvent> Events { get; init; }

    /// <summary>Resources of the unit that may be added: those that fit the words, those that name this duty first.</summary>
    public IReadOnlyList<LinkedResource> Further { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int FurtherTotal { get; init; }

    /// <summary>Systems of the unit that may be added.</summary>
    public IReadOnlyList<LinkedSystem> FurtherSystems { get; init; } = [];
}
