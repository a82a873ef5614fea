namespace Qingdan.Platform.Sheets.Receipts;

/// <summary>Something wrong with a cell of a workbook, or with a whole row.</summary>
/// <param name="Row">The row's number as a person sees it.</param>
/// <param name="Column">The column from 0; null for the whole row.</param>
/// <param name="Text">Why, in words.</param>
public sealed record CellRemark(int Row, int? Column, string Text);

/// <summary>Where the reasons stand.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Column">The column from 0.</param>
/// <param name="Earlier">True when an earlier receipt has put it there: its reasons and its red go.</param>
public sealed record ReasonColumn(string Header, int Column, bool Earlier);
