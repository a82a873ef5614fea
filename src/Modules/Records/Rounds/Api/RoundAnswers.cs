using Qingdan.Platform.Language;
using Qingdan.Records.Rounds.Board;

namespace Qingdan.Records.Rounds.Api;

/// <summary>What was made.</summary>
internal sealed record NewAnswer(long Id);

/// <summary>A notice. <paramref name="Edit"/> is the version, as in the ETag.</summary>
internal sealed record RoundAnswer(long Id, string Title, string NoticeNumber, DateOnly NoticeOn, DateOnly DueOn, string Note, IReadOnlyList<string> Tables, RoundState State, int Edit, DateTimeOffset? ClosedAt)
{
    public static RoundAnswer Of(Round r) => new(r.Id, r.Title, r.NoticeNumber, r.NoticeOn, r.DueOn, r.Note, r.TableKeys, r.State, r.Edit, r.ClosedAt);
}

/// <summary>Some rounds, the newest first. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record RoundsAnswer(IReadOnlyList<RoundLine> Items, long? Next);

/// <summary>A round in the list, counted over the reports that the reader sees.</summary>
/// <param name="Round">The notice.</param>
/// <param name="Expected">应报.</param>
/// <param name="HandedIn">已报, the accepted ones among them.</param>
/// <param name="Accepted">已通过.</param>
internal sealed record RoundLine(RoundAnswer Round, int Expected, int HandedIn, int Accepted)
{
    public static RoundLine Of(RoundRow r) => new(RoundAnswer.Of(r.Round), r.Expected, r.HandedIn, r.Accepted);
}

/// <summary>Reports by where they stand: 应报 is 已报, 未报 and 已退回 together.</summary>
/// <param name="Expected">应报.</param>
/// <param name="HandedIn">已报, the accepted ones among them.</param>
/// <param name="Missing">未报, from not begun to waiting for the head.</param>
/// <param name="Returned">已退回.</param>
/// <param name="Accepted">已通过.</param>
internal sealed record ReportCounts(int Expected, int HandedIn, int Missing, int Returned, int Accepted)
{
    public static ReportCounts Of(Func<ReportState, int> count) => new(
        Enum.GetValues<ReportState>().Where(s => s != ReportState.NotExpected).Sum(count), count(ReportState.HandedIn) + count(ReportState.Accepted),
        count(ReportState.NotStarted) + count(ReportState.Filling) + count(ReportState.AwaitingHead), count(ReportState.Returned), count(ReportState.Accepted));
}

/// <summary>减负计数: filled cells by how they came.</summary>
/// <param name="Prefilled">Came prefilled and were right.</param>
/// <param name="Inferred">Came inferred and were right.</param>
/// <param name="Repeated">Of the prefilled ones, such as stand in another table already.</param>
/// <param name="Picked">Chosen from a list.</param>
/// <param name="Typed">Typed.</param>
internal sealed record CellCounts(long Prefilled, long Inferred, long Repeated, long Picked, long Typed)
{
    public static CellCounts Of(IReadOnlyCollection<Report> reports) => new(reports.Sum(r => r.CellsPrefilled), reports.Sum(r => r.CellsInferred), reports.Sum(r => r.CellsRepeated), reports.Sum(r => r.CellsPicked), reports.Sum(r => r.CellsTyped));
}

/// <summary>A round with its board.</summary>
/// <param name="Round">The notice.</param>
/// <param name="DaysLeft">Working days until it is due; below 0 when that has passed.</param>
/// <param name="Reports">Over all reports the reader sees, whatever the rows are narrowed to.</param>
/// <param name="Units">Units that owe anything.</param>
/// <param name="UnitsDone">Units of which every report is accepted.</param>
/// <param name="Cells">减负计数.</param>
/// <param name="Rows">One a unit.</param>
internal sealed record BoardAnswer(RoundAnswer Round, int DaysLeft, ReportCounts Reports, int Units, int UnitsDone, CellCounts Cells, IReadOnlyList<BoardLine> Rows)
{
    public static BoardAnswer Of(BoardView v, Translator t) => new(
        RoundAnswer.Of(v.Round), v.DaysLeft, ReportCounts.Of(v.Figures.Of), v.Figures.Units, v.Figures.UnitsDone, new(v.Figures.Prefilled, v.Figures.Inferred, v.Figures.Repeated, v.Figures.Picked, v.Figures.Typed), [.. v.Rows.Select(r => BoardLine.Of(r, t))]);
}

/// <summary>One unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its short name.</param>
/// <param name="Reports">What it owes.</param>
/// <param name="Holder">Who holds the slowest of them now, by name where one is known; absent when nobody does.</param>
/// <param name="HeldDays">For how many working days.</param>
/// <param name="Changed">变更.</param>
/// <param name="Added">新增.</param>
/// <param name="Removed">删除.</param>
/// <param name="Reminded">催办.</param>
/// <param name="Returned">退回.</param>
internal sealed record BoardLine(long UnitId, string Unit, IReadOnlyList<ReportLink> Reports, string? Holder, int? HeldDays, int Changed, int Added, int Removed, int Reminded, int Returned)
{
    public static BoardLine Of(BoardRow r, Translator t) => new(
        r.UnitId, r.Unit, [.. r.Cells.Select(c => new ReportLink(c.ReportId, c.TableKey, c.State))], r.Holder.Length > 0 ? t[r.Holder] : null, r.HeldDays, r.Changed, r.Added, r.Removed, r.Reminded, r.Returned);
}

/// <summary>A report where others are listed.</summary>
internal sealed record ReportLink(long Id, string Table, ReportState State);
