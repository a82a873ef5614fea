namespace Qingdan.Exchange.Usage.Reports;

/// <summary>运行月报 of the exchange platform. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Until">The last day it counts: today in a month that has not ended.</param>
/// <param name="Figures">The figures beside those of the month before.</param>
/// <param name="Tables">What stands behind them.</param>
public sealed record MonthReport(DateOnly Month, DateOnly Until, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<ReportTable> Tables);

/// <summary>A figure. <paramref name="Before"/>: of the month before.</summary>
public sealed record ReportFigure(string Name, long Value, long Before);

/// <summary>A table of the report. Cells are data, sentences of refusals Chinese keys of their translations; the last columns are numbers.</summary>
/// <param name="Texts">So many of the first columns are texts.</param>
public sealed record ReportTable(string Title, int Texts, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
