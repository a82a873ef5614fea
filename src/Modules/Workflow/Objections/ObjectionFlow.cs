using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Objections;

/// <summary>One line of the table: from where, what, by whom, to where.</summary>
/// <param name="From">The state.</param>
/// <param name="Act">The act.</param>
/// <param name="By">Whose people.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Clock">What happens to the clock.</param>
/// <param name="Anchor">Where the law says so; null for a practice.</param>
internal sealed record ObjectionMove(ObjectionState From, ObjectionAct Act, ObjectionParty By, ObjectionState To, ClockStep Clock, Anchor? Anchor = null)
{
    /// <summary>Which of the party's people; any of these roles.</summary>
    public string[] Roles => By == ObjectionParty.Authority ? [Standards.Contracts.Roles.Authority] : ObjectionFlow.Unit;
}

/// <summary>
/// The course of an objection as one table. Tracing to the source is a practice (长宁区公共数据异议核实与处理管理办法), the term a law.
/// What is not in the table cannot happen; no date decides.
/// </summary>
internal static class ObjectionFlow
{
    /// <summary>Those who act for a unit.</summary>
    public static string[] Unit { get; } = [Roles.Liaison, Roles.UnitHead];

    private static readonly Anchor Verification = new("政务数据共享条例", 26, 2);

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<ObjectionMove> Table { get; } =
    [
        new(ObjectionState.Raised, ObjectionAct.Accept, ObjectionParty.Provider, ObjectionState.Tracing, ClockStep.None),
        new(ObjectionState.Raised, ObjectionAct.PointElsewhere, ObjectionParty.Provider, ObjectionState.Elsewhere, ClockStep.End),

        new(ObjectionState.Tracing, ObjectionAct.Verify, ObjectionParty.Provider, ObjectionState.Verified, ClockStep.Next, Verification),
        new(ObjectionState.Tracing, ObjectionAct.HandToSource, ObjectionParty.Provider, ObjectionState.AtSource, ClockStep.None),
        new(ObjectionState.AtSource, ObjectionAct.AnswerAsSource, ObjectionParty.Source, ObjectionState.Tracing, ClockStep.None),

        new(ObjectionState.Verified, ObjectionAct.AcceptResult, ObjectionParty.Raiser, ObjectionState.Closed, ClockStep.End),
        new(ObjectionState.Verified, ObjectionAct.Insist, ObjectionParty.Raiser, ObjectionState.Disputed, ClockStep.Next),
        new(ObjectionState.Disputed, ObjectionAct.Uphold, ObjectionParty.Authority, ObjectionState.Closed, ClockStep.End),
        new(ObjectionState.Disputed, ObjectionAct.SendBack, ObjectionParty.Authority, ObjectionState.Tracing, ClockStep.Next, Verification),

        .. new[] { ObjectionState.Raised, ObjectionState.Tracing, ObjectionState.AtSource }
            .Select(from => new ObjectionMove(from, ObjectionAct.Withdraw, ObjectionParty.Raiser, ObjectionState.Withdrawn, ClockStep.End)),
    ];

    /// <summary>The states in which nothing more is to be done.</summary>
    public static IReadOnlyList<ObjectionState> Ends { get; } = [.. Enum.GetValues<ObjectionState>().Where(s => !Table.Any(m => m.From == s))];

    /// <summary>存疑: the states in which the data bear the mark.</summary>
    public static IReadOnlyList<ObjectionState> Contested { get; } = [ObjectionState.Tracing, ObjectionState.AtSource];

    /// <summary>The term of a state: 校核 within T4 from the receipt (政务数据共享条例 26 II); what follows no law gives a term for.</summary>
    public static OwedTerm Term(Objection row) => row.State switch
    {
        ObjectionState.Verified => new("", "P18", row.UnitId),
        ObjectionState.Disputed => new("", "P19", Clock.Authority),
        _ => new("T4", "P26", row.ProviderId),
    };

    /// <summary>Whose turn it is; null at the end.</summary>
    public static ObjectionParty? Turn(ObjectionState state) => Table.FirstOrDefault(m => m.From == state && m.Act != ObjectionAct.Withdraw)?.By;
}
