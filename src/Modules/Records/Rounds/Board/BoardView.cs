using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Board;

/// <summary>集中梳理看板: which units have handed everything in, and who holds the rest.</summary>
public sealed record BoardView(Round Round, IReadOnlyList<IReportTable> Tables, BoardFigures Figures, IReadOnlyList<BoardRow> Rows, int Page, int Total, int DaysLeft, bool Decides)
{
    /// <summary>Units a page: a head of department reads one screen.</summary>
    public const int Size = 10;
}

/// <summary>Counts over all reports of a round.</summary>
/// <param name="States">Reports by state.</param>
/// <param name="Units">Units that owe anything.</param>
/// <param name="UnitsDone">Units of which every report is accepted.</param>
/// <param name="Prefilled">Cells that came prefilled and were right.</param>
/// <param name="Inferred">Cells that the system had inferred.</param>
/// <param name="Repeated">Of the prefilled ones, such as stand in another table already.</param>
/// <param name="Picked">Cells chosen from a list.</param>
/// <param name="Typed">Cells typed.</param>
public sealed record BoardFigures(IReadOnlyDictionary<ReportState, int> States, int Units, int UnitsDone, long Prefilled, long Inferred, long Repeated, long Picked, long Typed)
{
    /// <summary>Reports that are expected.</summary>
    public int Expected => States.Where(s => s.Key != ReportState.NotExpected).Sum(s => s.Value);

    /// <summary>All filled cells.</summary>
    public long Cells => Prefilled + Inferred + Picked + Typed;

    /// <summary>Reports in a state.</summary>
    public int Of(ReportState state) => States.GetValueOrDefault(state);
}

/// <summary>One unit.</summary>
/// <param name="Holder">Whose turn it is, by name where one is known.</param>
/// <param name="HeldDays">Working days it has been with them; null when nobody holds it.</param>
public sealed record BoardRow(long UnitId, string Unit, IReadOnlyList<BoardCell> Cells, string Holder, int? HeldDays, int Changed, int Added, int Removed, int Reminded, int Returned);

/// <summary>One report of a unit; null where the round does not ask for it.</summary>
public sealed record BoardCell(long ReportId, ReportState State, string TableKey);

/// <summary>What a board is narrowed to.</summary>
/// <param name="Words">In a unit's name or code.</param>
/// <param name="State">Where the unit's slowest report stands; <c>open</c> for all that are not through.</param>
/// <param name="Held">More working days than these with whoever holds it.</param>
/// <param name="LongestFirst">Else by state.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Units a page.</param>
internal sealed record BoardFilter(string? Words = null, string? State = null, int? Held = null, bool LongestFirst = false, int Page = 1, int Size = int.MaxValue)
{
    /// <summary>As it stands in an address; whole unless a page is asked for.</summary>
    public static BoardFilter From(QueryState query) => new(query["q"], query["state"], int.TryParse(query["held"], out var days) ? days : null, query["sort"] == "-held");
}
