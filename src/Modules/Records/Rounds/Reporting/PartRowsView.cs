namespace Qingdan.Records.Rounds.Reporting;

/// <summary>The rows of a report to be given to offices.</summary>
public sealed record PartRowsView(ReportView Report, IReadOnlyList<PartRowView> Rows, int Page, int Total, string Words)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 100;
}

/// <summary>One stored row with the office it is with.</summary>
public sealed record PartRowView(long Id, string Name, string Further, string Office);

/// <summary>The rows of a report as it stands still.</summary>
public sealed record ReportRowsView(ReportView Report, IReadOnlyList<ReportRowView> Rows, string Show, int Page, int Total)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>One row as reported, with what was stored where it differs.</summary>
public sealed record ReportRowView(int Place, Contracts.Reports.ReportChange Change, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Was);
