namespace Qingdan.Workflow.Overview;

/// <summary>One unit.</summary>
/// <param name="Needs">Its demands under way.</param>
/// <param name="NeedsEnded">Its demands that have ended.</param>
/// <param name="Owes">Cases that wait for it: to answer, to sign, to supply.</param>
/// <param name="Overdue">Terms of its that have run out and wait still.</param>
/// <param name="Done">Terms that it has kept or missed, ended all the same.</param>
/// <param name="Late">Of these missed.</param>
/// <param name="Refused">Demands that it has refused whole, whatever became of them in a dispute.</param>
/// <param name="Partial">Demands of which it has refused a part.</param>
public sealed record OverviewRow(long UnitId, string Unit, long Needs, long NeedsEnded, long Owes, long Overdue, long Done, long Late, long Refused, long Partial)
{
    /// <summary>Share of terms kept, in percent; null before the first has ended.</summary>
    public int? OnTime => Done == 0 ? null : (int)Math.Floor(100.0 * (Done - Late) / Done);
}

/// <summary>Terms that ended in a month, kept and missed.</summary>
public sealed record OverviewMonth(string Month, long Kept, long Missed);

/// <summary>What is nobody's delay and is counted apart: 形式退回 by the data centre or a district, and how often a clock stood still for whom.</summary>
public sealed record OverviewApart(long FormReturns, long Supplements, long PassedUp);

/// <summary>The page.</summary>
/// <param name="Rows">The units, those with most overdue first.</param>
/// <param name="Worst">Five with most overdue or missed terms.</param>
/// <param name="Months">The last twelve months in which terms ended.</param>
/// <param name="Apart">What is counted apart.</param>
public sealed record OverviewView(IReadOnlyList<OverviewRow> Rows, IReadOnlyList<OverviewRow> Worst, IReadOnlyList<OverviewMonth> Months, OverviewApart Apart);
