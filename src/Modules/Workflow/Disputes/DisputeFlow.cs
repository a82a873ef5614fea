using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Disputes;

/// <summary>What can be done to a dispute.</summary>
internal enum DisputeAct
{
    /// <summary>提出争议.</summary>
    Raise,

    /// <summary>协商一致.</summary>
    Agree,

    /// <summary>申请协调处理: 协商不成的.</summary>
    Escalate,

    /// <summary>协调达成一致.</summary>
    Conclude,

    /// <summary>报本级人民政府.</summary>
    ReportUp,

    /// <summary>登记政府决定.</summary>
    Decide,

    /// <summary>撤回争议.</summary>
    Drop,
}

/// <summary>One line of the table; <paramref name="Says"/> is what has to be written.</summary>
internal sealed record DisputeMove(DisputeState From, DisputeAct Act, Party By, string[] Roles, DisputeState To, ClockStep Clock, string Says, Anchor? Anchor)
{
    /// <summary>True when it settles the dispute item by item.</summary>
    public bool Settles => To == DisputeState.Settled;
}

/// <summary>争议处理 as one table: 协商 → 协调 → 政府决定 (政务数据共享条例 28).</summary>
internal static class DisputeFlow
{
    private static readonly string[] Unit = [Roles.Liaison, Roles.UnitHead];
    private static readonly string[] Head = [Roles.UnitHead];
    private static readonly string[] Decides = [Roles.Authority];
    private static readonly Anchor Law = new("政务数据共享条例", 28, 2);

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<DisputeMove> Table { get; } =
    [
        new(DisputeState.Talking, DisputeAct.Agree, Party.Provider, Head, DisputeState.Settled, ClockStep.End, "协商的结果", Law),
        new(DisputeState.Talking, DisputeAct.Escalate, Party.Requester, Unit, DisputeState.Coordinating, ClockStep.Next, "协商的经过和为什么没有谈成", Law),
        new(DisputeState.Coordinating, DisputeAct.Conclude, Party.Authority, Decides, DisputeState.Settled, ClockStep.End, "协调的结果", Law),
        new(DisputeState.Coordinating, DisputeAct.ReportUp, Party.Authority, Decides, DisputeState.Deciding, ClockStep.Next, "协调的经过和双方的意见", Law),
        new(DisputeState.Deciding, DisputeAct.Decide, Party.Authority, Decides, DisputeState.Settled, ClockStep.End, "政府的决定", Law),
        new(DisputeState.Talking, DisputeAct.Drop, Party.Requester, Unit, DisputeState.Dropped, ClockStep.End, "撤回的原因", null),
        new(DisputeState.Coordinating, DisputeAct.Drop, Party.Requester, Unit, DisputeState.Dropped, ClockStep.End, "撤回的原因", null),
    ];

    /// <summary>Whose turn it is; null at the end.</summary>
    public static Party? Turn(DisputeState state) => Table.FirstOrDefault(m => m.From == state)?.By;

    /// <summary>The term of a state, and whose duty it is.</summary>
    public static OwedTerm Term(Dispute row) => row.State switch
    {
        DisputeState.Talking => new("", "P12", row.ProviderId),
        DisputeState.Coordinating => new("", "P13", Clock.Authority),
        DisputeState.Deciding => new("", "P14", Clock.Authority),
        _ => new("", "", 0),
    };
}
