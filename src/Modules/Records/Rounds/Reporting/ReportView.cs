using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>One report as its unit and the city's people see it.</summary>
public sealed record ReportView(Report Report, Round Round, IReportTable Table, string Unit, int DaysLeft)
{
    public IReadOnlyList<Return> Returns { get; init; } = [];
    public IReadOnlyList<PartView> Parts { get; init; } = [];
    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];
    public IReadOnlyList<Reminder> Reminders { get; init; } = [];
    public string Holder { get; init; } = "";

    /// <summary>The reader works on it for the unit.</summary>
    public bool Fills { get; init; }

    /// <summary>The reader is the unit's head.</summary>
    public bool Signs { get; init; }

    /// <summary>The reader belongs to the unit and may record a sheet signed on paper.</summary>
    public bool Records { get; init; }

    public bool Decides { get; init; }

    /// <summary>While the round is open.</summary>
    public bool Open => Round.State == RoundState.Open;
}

/// <summary>An office's part.</summary>
public sealed record PartView(Part Part, int Rows);
