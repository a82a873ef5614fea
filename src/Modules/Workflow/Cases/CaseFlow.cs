using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>What a move does to the clock of its case.</summary>
internal enum ClockStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The clock of the state that is left ends, that of the new state starts.</summary>
    Next,

    /// <summary>It stands still while somebody else has to do something.</summary>
    Pause,

    /// <summary>It goes on with the days that were left.</summary>
    Resume,

    /// <summary>It gets the days of the extension.</summary>
    Extend,

    /// <summary>It ends, and none follows.</summary>
    End,
}

/// <summary>One line of the table: from where, what, by whom, to where.</summary>
/// <param name="From">The state.</param>
/// <param name="Act">The act.</param>
/// <param name="By">Whose people.</param>
/// <param name="Roles">Which of them; any of these roles.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Clock">What happens to the clock.</param>
/// <param name="Anchor">Where the law says so; null for a practice.</param>
internal sealed record CaseMove(CaseState From, CaseAct Act, Party By, string[] Roles, CaseState To, ClockStep Clock, Anchor? Anchor = null);

/// <summary>The course of a case as one table. What is not in the table cannot happen; nothing happens by itself, and no date decides.</summary>
internal static class CaseFlow
{
    private static readonly string[] Unit = [Roles.Liaison, Roles.UnitHead];
    private static readonly string[] Centre = [Roles.DataCentre];

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<CaseMove> Table { get; } =
    [
        new(CaseState.ToDispatch, CaseAct.Dispatch, Party.Centre, Centre, CaseState.ToAnswer, ClockStep.Next),
        new(CaseState.ToDispatch, CaseAct.GrantDirectly, Party.Centre, Centre, CaseState.ToSupply, ClockStep.Next, Shanghai(39, 1)),

        new(CaseState.ToAnswer, CaseAct.AskSupplement, Party.Provider, Unit, CaseState.ToSupplement, ClockStep.Pause, Sharing(21, 2)),
        new(CaseState.ToSupplement, CaseAct.Supplement, Party.Requester, Unit, CaseState.ToAnswer, ClockStep.Resume, Sharing(21, 2)),
        new(CaseState.ToAnswer, CaseAct.Extend, Party.Authority, [Roles.Authority], CaseState.ToAnswer, ClockStep.Extend, Sharing(21, 1)),
        new(CaseState.ToSign, CaseAct.Extend, Party.Authority, [Roles.Authority], CaseState.ToSign, ClockStep.Extend, Sharing(21, 1)),

        new(CaseState.ToAnswer, CaseAct.Answer, Party.Provider, Unit, CaseState.ToSign, ClockStep.None),
        new(CaseState.ToSign, CaseAct.ReturnDraft, Party.Provider, [Roles.UnitHead], CaseState.ToAnswer, ClockStep.None),
        new(CaseState.ToSign, CaseAct.Consent, Party.Provider, Unit, CaseState.ToSupply, ClockStep.Next, Sharing(21, 1)),
        new(CaseState.ToSign, CaseAct.Refuse, Party.Provider, Unit, CaseState.Refused, ClockStep.End, Sharing(21, 2)),

        new(CaseState.ToSupply, CaseAct.Supply, Party.Provider, Unit, CaseState.InUse, ClockStep.End, Sharing(22, 1)),
        new(CaseState.ToSupply, CaseAct.Supply, Party.Centre, Centre, CaseState.InUse, ClockStep.End, Sharing(22, 1)),
        new(CaseState.InUse, CaseAct.EndPurpose, Party.Requester, Unit, CaseState.ToDispose, ClockStep.None, Sharing(27, 1)),
        new(CaseState.ToDispose, CaseAct.Dispose, Party.Requester, Unit, CaseState.Closed, ClockStep.None, Sharing(29, 2)),

        .. new[] { CaseState.ToDispatch, CaseState.ToAnswer, CaseState.ToSupplement, CaseState.ToSign, CaseState.ToSupply }
            .Select(from => new CaseMove(from, CaseAct.Withdraw, Party.Requester, Unit, CaseState.Withdrawn, ClockStep.End)),
    ];

    private static Anchor Sharing(int article, int paragraph) => new("政务数据共享条例", article, paragraph);

    private static Anchor Shanghai(int article, int paragraph) => new("上海市数据条例", article, paragraph);

    /// <summary>The states in which nothing more is to be done.</summary>
    public static IReadOnlyList<CaseState> Ends { get; } = [.. Enum.GetValues<CaseState>().Where(s => !Table.Any(m => m.From == s))];

    /// <summary>Whose turn it is: who has to act so that the case goes on. A withdrawal or an extension may come at any time and moves nothing on.</summary>
    public static Party? Turn(CaseState state) => Table.FirstOrDefault(m => m.From == state && m.Act is not (CaseAct.Withdraw or CaseAct.Extend))?.By;
}
