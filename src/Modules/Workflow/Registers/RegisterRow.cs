using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Registers;

/// <summary>Which register.</summary>
internal enum RegisterKind
{
    /// <summary>归集登记: what the platform has collected.</summary>
    Collected,

    /// <summary>属地返还登记: data that a higher level gives back to a district (政务数据共享条例 24).</summary>
    Returned,
}

/// <summary>A row of either register: one resource that goes from one to another.</summary>
internal sealed class RegisterRow : IEditedRow
{
    public long Id { get; init; }
    public RegisterKind Kind { get; init; }
    public long ResourceId { get; init; }

    /// <summary>Name of the resource when the row was made.</summary>
    public required string Resource { get; init; }

    /// <summary>归集自, or 返还到.</summary>
    public long UnitId { get; set; }

    /// <summary>Whose level gives back: 市级 or 国家; empty for what is collected.</summary>
    public string Origin { get; set; } = "";

    /// <summary>归集方式, 返还方式.</summary>
    public string Way { get; set; } = "";

    /// <summary>归集频率, by the name of its value.</summary>
    public string Frequency { get; set; } = "";

    /// <summary>Held since, or asked for on.</summary>
    public DateOnly SinceOn { get; set; }

    /// <summary>约定期限 of a return.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Last arrival, or the day of delivery.</summary>
    public DateOnly? LastOn { get; set; }

    /// <summary>停止归集: from this day on the platform collects it no longer.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>记录数; null when unknown.</summary>
    public long? Rows { get; set; }

    public string Note { get; set; } = "";
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}
