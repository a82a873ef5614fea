using Qingdan.Platform.Audit;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>Where a returned workbook stands.</summary>
public enum ReturnState
{
    /// <summary>读取中.</summary>
    Reading,

    /// <summary>待对应列: which column is what is not clear from the headers.</summary>
    Unmapped,

    /// <summary>已比对: waits to be taken over.</summary>
    Compared,

    /// <summary>已接收: its good rows are part of the report.</summary>
    Taken,

    /// <summary>读不出: a sentence says why.</summary>
    Failed,

    /// <summary>已放弃.</summary>
    Dropped,
}

/// <summary>交回: a workbook that came back. Read and compared first; nothing of it counts before somebody takes it over.</summary>
public sealed class Return
{
    /// <summary>The kind under which returns stand in the audit log.</summary>
    public const string AuditKind = "records.return";

    public long Id { get; init; }
    public long ReportId { get; init; }

    /// <summary>The office whose part it is; 0 for the whole.</summary>
    public long PartId { get; init; }

    public long FileId { get; init; }
    public required string FileName { get; init; }
    public required string FileDigest { get; init; }
    public ReturnState State { get; set; }
    public int Edit { get; set; }

    /// <summary>How the file is read, as JSON.</summary>
    public required string Choice { get; set; }

    /// <summary>Column → field, as JSON.</summary>
    public required string Mapping { get; set; }

    /// <summary>True when it is a workbook of ours: nobody needs to say what its columns are.</summary>
    public bool Known { get; set; }

    /// <summary>What a person should know, as JSON; why it failed, when it did.</summary>
    public string Notes { get; set; } = "[]";

    public string Figures { get; set; } = "{}";
    public long ActorId { get; init; }
    public required string ActorName { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>The return as the subject of an audit event.</summary>
    public Subject AsSubject() => new(AuditKind, Id, FileName);
}

/// <summary>One row of a returned workbook.</summary>
public sealed class ReturnLine
{
    public long ReturnId { get; init; }

    /// <summary>Its number as a person sees it in the file.</summary>
    public int Number { get; init; }

    public long RecordId { get; init; }
    public int Edit { get; init; }
    public ReportChange Change { get; init; }
    public bool Faulty { get; init; }
    public bool Renamed { get; init; }
    public required string Name { get; init; }

    /// <summary>Key → text as JSON; an empty object for 未变.</summary>
    public required string NamedValues { get; init; }

    /// <summary>What there is to say about its cells, as JSON: see <see cref="CellWord"/>.</summary>
    public required string Cells { get; init; }

    public int Prefilled { get; init; }
    public int Inferred { get; init; }
    public int Picked { get; init; }
    public int Typed { get; init; }
}
