using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Orders;

/// <summary>Where an order stands.</summary>
internal enum OrderState
{
    /// <summary>待反馈.</summary>
    Issued,

    /// <summary>已反馈: whoever issued it looks at the answer.</summary>
    Answered,

    /// <summary>已销号.</summary>
    Closed,
}

/// <summary>What was done about an order.</summary>
internal enum OrderAct
{
    /// <summary>下达.</summary>
    Issue,

    /// <summary>反馈.</summary>
    Answer,

    /// <summary>再督办.</summary>
    AskAgain,

    /// <summary>销号.</summary>
    Close,
}

/// <summary>督办单: what the authority (before the dispatch also the data centre) asks of one party of a case, by a working day. It decides nothing in the case itself.</summary>
internal sealed class Order : IEditedRow
{
    public long Id { get; init; }

    /// <summary>督〔2026〕1号: counted by year.</summary>
    public required string Number { get; init; }

    public long CaseId { get; init; }

    /// <summary>The unit that has to answer; 0 for the data centre.</summary>
    public long UnitId { get; init; }

    /// <summary>What is asked, as it was asked last.</summary>
    public required string Asks { get; set; }

    /// <summary>The last day, a working day.</summary>
    public DateOnly DueOn { get; set; }

    public OrderState State { get; set; }
    public required string IssuedBy { get; init; }

    /// <summary>The role it was issued in: whose people look at the answer.</summary>
    public required string IssuerRole { get; init; }

    public DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The last day for which it was said that it has run out.</summary>
    public DateOnly? WarnedOn { get; set; }

    public int Edit { get; set; }
    public long Revision { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>One thing that was done about an order.</summary>
internal sealed class OrderStep
{
    public long Id { get; init; }
    public long OrderId { get; init; }
    public OrderAct Act { get; init; }
    public required string Text { get; init; }
    public long UnitId { get; init; }
    public required string Person { get; init; }
    public DateTimeOffset At { get; init; }
}
