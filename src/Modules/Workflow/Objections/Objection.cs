using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Objections;

/// <summary>数据异议: a unit says that data of another are wrong, and what becomes of it (政务数据共享条例 26).</summary>
internal sealed class Objection : IClocked
{
    public long Id { get; init; }
    public long ResourceId { get; init; }

    /// <summary>Name of the resource when the objection was raised.</summary>
    public required string Resource { get; init; }

    /// <summary>提出单位.</summary>
    public long UnitId { get; init; }

    /// <summary>提供单位.</summary>
    public long ProviderId { get; set; }

    /// <summary>The raiser's case in use by which it has the data; 0 for none.</summary>
    public long CaseId { get; init; }

    public ObjectionState State { get; set; }
    public Wrong Wrong { get; init; }

    /// <summary>What is wrong.</summary>
    public required string What { get; init; }

    /// <summary>涉及的记录: which record, by a number of the business and without personal data.</summary>
    public required string Record { get; init; }

    /// <summary>应当是什么.</summary>
    public required string ShouldBe { get; init; }

    /// <summary>数源单位; 0 until it is named.</summary>
    public long SourceId { get; set; }

    /// <summary>The system that the data come from; empty until it is named.</summary>
    public string SourceSystem { get; set; } = "";

    public Outcome Outcome { get; set; }

    /// <summary>核实结果, or the other way that was named.</summary>
    public string Result { get; set; } = "";

    public DateOnly? CorrectedOn { get; set; }

    /// <summary>存疑 since; null when the data bear no mark.</summary>
    public DateOnly? ContestedOn { get; set; }

    /// <summary>True when the raiser has gone to the authority: once.</summary>
    public bool Insisted { get; set; }

    /// <summary>The last day of the running clock; null when none runs.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>暂计.</summary>
    public bool Provisional { get; set; }

    /// <summary>Nothing of it is extended.</summary>
    public int ExtensionDays => 0;

    public DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>An item that is wrong.</summary>
internal sealed class ContestedItem
{
    public long ObjectionId { get; init; }
    public long ItemId { get; init; }
    public required string Name { get; init; }
}

/// <summary>证明材料: a file given with an objection.</summary>
internal sealed class ObjectionProof
{
    public long Id { get; init; }
    public long ObjectionId { get; init; }
    public long FileId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Digest { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }
}

/// <summary>One thing that happened to an objection.</summary>
internal sealed class ObjectionStep
{
    public long Id { get; init; }
    public long ObjectionId { get; init; }
    public ObjectionAct Act { get; init; }

    /// <summary>The state afterwards.</summary>
    public ObjectionState State { get; init; }

    public required string Note { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>告知: a unit that uses the data was told the result.</summary>
internal sealed class ToldUnit
{
    public long Id { get; init; }
    public long ObjectionId { get; init; }
    public long UnitId { get; init; }
    public DateTimeOffset At { get; init; }
}
