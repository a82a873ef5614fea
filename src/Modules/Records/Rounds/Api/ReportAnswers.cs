using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;

namespace Qingdan.Records.Rounds.Api;

/// <summary>One report.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Round">The notice.</param>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Table">Which table.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when it has been there.</param>
/// <param name="Edit">The version, as in the ETag.</param>
/// <param name="DaysLeft">Working days until it is due; below 0 when that has passed.</param>
/// <param name="Liaison">Name and telephone.</param>
/// <param name="CheckCode">校验码 of the finished content.</param>
/// <param name="Figures">Rows and cells as taken over so far.</param>
/// <param name="Opinion">What was said when it was sent back or accepted last.</param>
/// <param name="DecidedBy">Who decided last.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Steps">Signatures, the oldest first.</param>
/// <param name="Parts">What offices fill in.</param>
/// <param name="Returns">Workbooks that came back, the newest first.</param>
/// <param name="Reminders">The last reminders.</param>
internal sealed record ReportAnswer(
    long Id, RoundAnswer Round, long UnitId, string Unit, string Table, ReportState State, DateTimeOffset Since, int Edit, int DaysLeft, string? Liaison, string? CheckCode, ClosingFigures Figures,
    string? Opinion, string? DecidedBy, DateTimeOffset? DecidedAt, IReadOnlyList<ReportStep> Steps, IReadOnlyList<ReportPart> Parts, IReadOnlyList<ReportReturn> Returns, IReadOnlyList<ReportReminder> Reminders)
{
    public static ReportAnswer Of(ReportView v)
    {
        var r = v.Report;
        return new(
            r.Id, RoundAnswer.Of(v.Round), r.UnitId, v.Unit, r.TableKey, r.State, r.Since, r.Edit, v.DaysLeft, Text(v.Holder), Text(r.CheckCode), ClosingFigures.Of([r]), Text(r.Opinion), Text(r.DecidedBy), r.DecidedAt,
            [.. v.SignOffs.Select(s => new ReportStep(s.Step, s.Agrees, Text(s.Opinion), s.Signer, s.SignedOn, s.OnPaper, Text(s.DocumentNumber), s.RecorderName, s.At))],
            [.. v.Parts.Select(p => new ReportPart(p.Part.Id, p.Part.Name, Text(p.Part.Contact), p.Rows, p.Part.SentAt, p.Part.ReturnedAt))],
            [.. v.Returns.Select(x => new ReportReturn(x.Id, x.FileName, x.State, x.PartId == 0 ? null : x.PartId, x.ActorName, x.At))], [.. v.Reminders.Select(m => new ReportReminder(Text(m.Note), m.ActorName, m.At))]);
    }

    private static string? Text(string text) => text.Length > 0 ? text : null;
}

/// <summary>One signature: <c>unit-head</c> or <c>city</c>.</summary>
internal sealed record ReportStep(string Step, bool Agrees, string? Opinion, string Signer, DateOnly SignedOn, bool OnPaper, string? DocumentNumber, string Recorder, DateTimeOffset At);

/// <summary>An office's part.</summary>
internal sealed record ReportPart(long Id, string Office, string? Contact, int Rows, DateTimeOffset? SentAt, DateTimeOffset? ReturnedAt);

/// <summary>A workbook that came back.</summary>
internal sealed record ReportReturn(long Id, string FileName, ReturnState State, long? Part, string By, DateTimeOffset At);

/// <summary>One reminder.</summary>
internal sealed record ReportReminder(string? Note, string By, DateTimeOffset At);

/// <summary>Some rows of a report. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record ReportRowsAnswer(IReadOnlyList<ReportedLine> Items, int? Next);

/// <summary>One row as reported.</summary>
/// <param name="Place">Its number in the report.</param>
/// <param name="Change">What it says.</param>
/// <param name="Values">Key of the element → text.</param>
/// <param name="Was">What is stored now, where a changed row differs.</param>
internal sealed record ReportedLine(int Place, ReportChange Change, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Was);

/// <summary>Rows that can be given to offices. <paramref name="Next"/>: give it as <c>after</c> for the next ones; null at the end.</summary>
internal sealed record PartRowsAnswer(IReadOnlyList<PartLine> Items, long? Next);

/// <summary>One stored row with the office it is with.</summary>
internal sealed record PartLine(long Id, string Name, string? Further, string? Office);
