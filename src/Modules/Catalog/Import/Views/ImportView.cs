using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Sheets.Mapping;

namespace Qingdan.Catalog.Import.Views;

/// <summary>A batch as its pages show it.</summary>
public sealed record ImportView(
    long Id, string FileName, long Bytes, string ActorName, string UnitName, DateTimeOffset At, DateTimeOffset? FinishedAt, ImportState State, ImportTarget Target, bool OwnUnitOnly, bool OnlyGood, int Edit,
    string MappingName, string Provider, IReadOnlyList<MappedColumn> Columns, BatchNote? Note, IReadOnlyList<BatchNote> FileNotes, ImportSummary Summary, ImportWork Work)
{
    /// <summary>True while a job is at work and has not given up.</summary>
    public bool Working => State.Works() && !Work.Failed;

    /// <summary>The page where the next thing is to be done.</summary>
    public string Href => $"/catalog/imports/{Id}/{(State is ImportState.Uploaded ? "mapping" : State is ImportState.Checking or ImportState.Checked ? "check" : "result")}";
}

/// <summary>The job at work on a batch.</summary>
/// <param name="State">queued, running, done or failed, as the progress script knows them.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 while unknown.</param>
/// <param name="Note">What it is doing, Chinese.</param>
public sealed record ImportWork(string State, long Done, long Total, string Note)
{
    /// <summary>No job yet.</summary>
    public static ImportWork None { get; } = new("done", 0, 0, "");

    /// <summary>True when the job gave up.</summary>
    public bool Failed => State == "failed";
}

/// <summary>One line of the list of batches.</summary>
public sealed record ImportListRow(long Id, string FileName, string UnitName, string ActorName, DateTimeOffset At, ImportState State, ImportTarget Target, ImportSummary Summary);

/// <summary>How the file is read, and what its columns mean.</summary>
public sealed record MappingView(string Format, string Encoding, string? Sheet, int HeaderRow, IReadOnlyList<string> Sheets, bool HasHeaderRow, IReadOnlyList<MappedColumnView> Columns, IReadOnlyList<KeptView> Kept);

/// <summary>A kept mapping, and how many of its columns this file lacks.</summary>
public sealed record KeptView(string Name, int Missing);

/// <summary>One column with its first values and the proposed field.</summary>
public sealed record MappedColumnView(int Index, string Header, string? Key, double Confidence, string Reason, IReadOnlyList<string> Samples);

/// <summary>A page of checked rows.</summary>
public sealed record CheckedRows(IReadOnlyList<CheckedRowView> Rows, long Total, IReadOnlyList<CheckedColumn> Columns);

/// <summary>A mapped column of the preview.</summary>
public sealed record CheckedColumn(int Index, string Header, string FieldName, bool IsName, bool IsProvider);

/// <summary>One checked row. Cells are there only when there is something to say about them.</summary>
public sealed record CheckedRowView(
    int Number, RowVerdict Verdict, string VerdictText, NoteWeight? Weight, string Name, string Provider, IReadOnlyList<RowNote> Notes, IReadOnlyList<string?> Cells, IReadOnlyList<DifferenceLine> Changes);
