using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Records.Findings.Scores;

/// <summary>
/// 质量得分 of a unit: 100 less what its findings cost. A kind costs its points times the share of the unit's resources that have it, so the sum over the kinds is the whole
/// loss and each can be followed down to its findings. What is waived costs nothing. A measure of this system, not of a law.
/// </summary>
/// <param name="UnitId">The unit; 0 for all together.</param>
/// <param name="Unit">Its short name.</param>
/// <param name="Checked">Its checked resources.</param>
/// <param name="Counts">Its findings by kind.</param>
public sealed record UnitScore(long UnitId, string Unit, long Checked, IReadOnlyList<KindCount> Counts)
{
    /// <summary>From 0 to 100; null where nothing was checked.</summary>
    public decimal? Score => Checked == 0 ? null : Math.Max(0, 100 - Counts.Sum(Lost));

    /// <summary>The points that a kind costs.</summary>
    public decimal Lost(KindCount count) => Checked == 0 ? 0 : count.Kind.Points * (decimal)count.Total / Checked;

    /// <summary>Open findings of a severity.</summary>
    public long Of(Severity severity) => Counts.Where(c => c.Kind.Severity == severity).Sum(c => c.Total);

    /// <summary>Findings that waivers cover.</summary>
    public long Waived => Counts.Sum(c => c.Waived);
}

/// <summary>Findings of a kind: those that are open, and those that waivers cover.</summary>
public sealed record KindCount(FindingKind Kind, long Total, long Waived);

/// <summary>A unit's state at the end of a day. <paramref name="Score"/> in hundredths, -1 where nothing was checked.</summary>
public sealed record ScoreDay(DateOnly Day, long UnitId, long Checked, long Severe, long Warning, long Hint, long Waived, long Score)
{
    /// <summary>The score; null where nothing was checked.</summary>
    public decimal? Value => Score < 0 ? null : Score / 100m;
}
