using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Systems;

/// <summary>系统目录: an information system of a unit. The national audit asks which of them have no catalogue.</summary>
internal sealed class InformationSystem : IEditedRow, IUnitRow
{
    public long Id { get; init; }
    public long UnitId { get; init; }
    public required string Name { get; set; }
    public required string NameKey { get; set; }

    /// <summary>Former and other names, one a line: resources may still name it so.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>等保级别; null when not graded.</summary>
    public ProtectionLevel? Protection { get; set; }

    /// <summary>Who builds and runs it.</summary>
    public string Builder { get; set; } = "";

    /// <summary>Number of the project it was approved as.</summary>
    public string Project { get; set; } = "";

    public DateOnly? LaunchedOn { get; set; }
    public SystemState State { get; set; }

    /// <summary>待确认: registered from the names in the unit's resources; nobody has looked at it yet.</summary>
    public bool Proposed { get; set; }

    public string Note { get; set; } = "";
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Its names in comparable form.</summary>
    public IEnumerable<string> Keys => Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Contracts.NameKey.Of).Prepend(NameKey).Where(k => k.Length > 0).Distinct();
}
