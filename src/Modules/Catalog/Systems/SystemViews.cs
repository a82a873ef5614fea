using Qingdan.Catalog.Duties;
using Qingdan.Catalog.Systems.Planning;
using Qingdan.Platform.Audit;

namespace Qingdan.Catalog.Systems;

/// <summary>A row of the list of systems.</summary>
public sealed record SystemRow(long Id, string Name, string Unit, SystemState State, bool Proposed, ProtectionLevel? Protection, DateOnly? LaunchedOn, int InForce, int Coming);

/// <summary>One page of the systems that fit a filter.</summary>
public sealed record SystemList(IReadOnlyList<SystemRow> Rows, int Page, int Total, bool All, bool Keeps)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>A recorded check, for a list.</summary>
public sealed record CheckRow(long Id, bool Passed, string Checker, DateOnly CheckedOn, string Remark, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>A duty that a system or a resource serves.</summary>
public sealed record LinkedDuty(long Id, string Name, DutyState State);

/// <summary>A planned resource, for a list.</summary>
public sealed record PlanView(PlanRow Row, IReadOnlyList<string> Items, string Share, string Frequency);

/// <summary>All that the page of a system shows.</summary>
public sealed record SystemView
{
    /// <summary>The most resources that are shown.</summary>
    public const int MostResources = 200;

    public required long Id { get; init; }
    public required SystemDraft Draft { get; init; }
    public required int Edit { get; init; }
    public required SystemState State { get; init; }
    public required ProtectionLevel? Protection { get; init; }
    public required bool Proposed { get; init; }
    public required string Unit { get; init; }
    public required long UnitId { get; init; }

    /// <summary>True for those who keep the unit's registers.</summary>
    public required bool Keeps { get; init; }

    /// <summary>True for those who may record the check at acceptance.</summary>
    public required bool Checks { get; init; }

    public required IReadOnlyList<LinkedResource> Resources { get; init; }
    public required int ResourceTotal { get; init; }
    public required IReadOnlyList<LinkedDuty> Duties { get; init; }
    public required IReadOnlyList<PlanView> Plan { get; init; }
    public required IReadOnlyList<CheckRow> Taken { get; init; }
    public required IReadOnlyList<AuditEvent> Events { get; init; }

    /// <summary>True before the launch: then the plan may be written.</summary>
    public bool Plans => State is SystemState.Planned or SystemState.Building;
}
