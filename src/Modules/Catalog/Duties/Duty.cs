using Qingdan.Catalog.Systems;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Duties;

/// <summary>职责目录: one of a unit's duties. Data come from doing them (上海市数据条例 28).</summary>
internal sealed class Duty : IEditedRow, IUnitRow
{
    public long Id { get; init; }
    public long UnitId { get; init; }
    public required string Name { get; set; }
    public required string NameKey { get; set; }

    /// <summary>The document it stands in, such as the unit's 三定规定.</summary>
    public string Basis { get; set; } = "";

    public string Note { get; set; } = "";
    public DutyState State { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>What serves a duty.</summary>
internal sealed class DutyLink
{
    public long DutyId { get; init; }
    public DutyTarget Target { get; init; }
    public long TargetId { get; init; }
}

/// <summary>What a link leads to.</summary>
internal enum DutyTarget
{
    /// <summary>数据目录.</summary>
    Resource,

    /// <summary>信息系统.</summary>
    System,
}
