using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;

namespace Qingdan.Lists.Responsibilities.Rules;

/// <summary>
/// 自动确认规则: changes that the catalogue proposes and that alter nothing but some fields are confirmed in the name of whoever keeps the rule. What is shared, and on which condition,
/// is never among them.
/// </summary>
internal sealed class ChangeRule
{
    /// <summary>The kind under which it stands in the audit log.</summary>
    public const string AuditKind = "lists.change-rule";

    /// <summary>The fields that a rule may name, as a proposed change calls them.</summary>
    public static IReadOnlyList<string> Allowed { get; } = ["目录名称", "目录代码", "共享方式", "更新频率", "数据分级", "来源系统"];

    public long Id { get; init; }

    /// <summary>Whose rows; 0 for all units.</summary>
    public long UnitId { get; init; }

    /// <summary>Names of fields, separated by ；.</summary>
    public required string Fields { get; init; }

    /// <summary>Why it is kept.</summary>
    public required string Note { get; init; }

    /// <summary>Whoever keeps it, and answers for what it confirms.</summary>
    public long PersonId { get; set; }

    public required string Person { get; set; }
    public long PersonUnitId { get; set; }

    /// <summary>The last proposed change that it has looked at.</summary>
    public long SeenId { get; set; }

    public DateTimeOffset At { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string EndedBy { get; set; } = "";

    /// <summary>True when this person may keep it: nobody's rule confirms what he could not confirm himself.</summary>
    public bool MayBeKeptBy(Actor? person, UnitTree units) => person is not null && EntryAccess.MayChange(person, units, UnitId);

    /// <summary>True when it confirms such a change.</summary>
    public bool Confirms(IReadOnlyList<ChangeLine> lines) => lines.Count > 0 && Fields.Split('；') is var fields && lines.All(l => l.Item is null && fields.Contains(l.What));
}
