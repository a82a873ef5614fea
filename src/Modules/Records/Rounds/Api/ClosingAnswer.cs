using Qingdan.Records.Rounds.Merging;

namespace Qingdan.Records.Rounds.Api;

/// <summary>总结报告: its figures; while the round is open, as they are now.</summary>
/// <param name="Round">The notice.</param>
/// <param name="OnTime">Units that handed everything in by the day.</param>
/// <param name="Late">Units that did not.</param>
/// <param name="Reports">Reports by where they stand.</param>
/// <param name="Figures">Over all units.</param>
/// <param name="Units">By unit.</param>
internal sealed record ClosingAnswer(RoundAnswer Round, int OnTime, int Late, ReportCounts Reports, ClosingFigures Figures, IReadOnlyList<ClosingUnit> Units)
{
    public static ClosingAnswer Of(ClosingView v)
    {
        var all = v.Reports.ToList();
        return new(RoundAnswer.Of(v.Round), v.Units.Count(u => !u.Late), v.Units.Count(u => u.Late), ReportCounts.Of(s => all.Count(r => r.State == s)), ClosingFigures.Of(all), [.. v.Units.Select(ClosingUnit.Of)]);
    }
}

/// <summary>One unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its short name.</param>
/// <param name="Late">Handed in first after the day, or not at all.</param>
/// <param name="Reports">What it owed.</param>
/// <param name="Figures">Over these.</param>
internal sealed record ClosingUnit(long UnitId, string Unit, bool Late, IReadOnlyList<ReportLink> Reports, ClosingFigures Figures)
{
    public static ClosingUnit Of(ClosingRow r) => new(r.Reports[0].UnitId, r.Unit, r.Late, [.. r.Reports.Select(x => new ReportLink(x.Id, x.TableKey, x.State))], ClosingFigures.Of(r.Reports));
}

/// <summary>Rows, how often reports were sent back and reminded of, and 减负计数.</summary>
internal sealed record ClosingFigures(int Rows, int Changed, int Added, int Removed, int Returned, int Reminded, CellCounts Cells)
{
    public static ClosingFigures Of(IReadOnlyCollection<Report> r) => new(r.Sum(x => x.Rows), r.Sum(x => x.Changed), r.Sum(x => x.Added), r.Sum(x => x.Removed), r.Sum(x => x.Returned), r.Sum(x => x.Reminded), CellCounts.Of(r));
}
