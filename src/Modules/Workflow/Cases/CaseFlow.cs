using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>What a move does to the clock of its case.</summary>
internal enum ClockStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The clock of the state that is left ends, that of the new state starts.</summary>
    Next,

    /// <summary>It stands still while the requester has to do something, whose own term runs meanwhile.</summary>
    Pause,

    /// <summary>What ran meanwhile ends, ours goes on with the days that were left.</summary>
    Resume,

    /// <summary>It gets the days of the extension.</summary>
    Extend,

    /// <summary>It stands still, and beside it runs that of somebody above the city.</summary>
    PassUp,

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

    private static readonly string[] Head = [Roles.UnitHead];
    private static readonly string[] Decides = [Roles.Authority];

    /// <summary>The states in which the data may be used: also while it is asked how it goes on.</summary>
    public static IReadOnlyList<CaseState> Usable { get; } = [CaseState.InUse, CaseState.ToSupplyMore, CaseState.ToRenew, CaseState.InTalks, CaseState.ToFile];

    /// <summary>The whole table, in the order of the way.</summary>
    public static IReadOnlyList<CaseMove> Table { get; } = [.. Forms(), .. Matching(), .. Answering(), .. Using(), .. Suspending(), .. Withdrawing()];

    // 街镇 → 区 → 市, and the formal check: done to the demand, mirrored here with its clock.
    private static CaseMove[] Forms() =>
    [
        new(CaseState.AtDistrict, CaseAct.PassToCity, Party.District, Unit, CaseState.InCheck, ClockStep.Next),
        new(CaseState.AtDistrict, CaseAct.TakeByDistrict, Party.District, Head, CaseState.ToAnswer, ClockStep.Next),
        new(CaseState.AtDistrict, CaseAct.ReturnForm, Party.District, Unit, CaseState.Returned, ClockStep.Next),
        new(CaseState.InCheck, CaseAct.List, Party.Centre, Centre, CaseState.ToDispatch, ClockStep.Next),
        new(CaseState.InCheck, CaseAct.ReturnForm, Party.Centre, Centre, CaseState.Returned, ClockStep.Next),
        new(CaseState.Returned, CaseAct.Resubmit, Party.Requester, Unit, CaseState.InCheck, ClockStep.Next, Sharing(20, 2)),
        new(CaseState.Returned, CaseAct.ResubmitToDistrict, Party.Requester, Unit, CaseState.AtDistrict, ClockStep.Next, Sharing(20, 2)),
    ];

    private static CaseMove[] Matching() =>
    [
        new(CaseState.ToDispatch, CaseAct.Dispatch, Party.Centre, Centre, CaseState.ToAnswer, ClockStep.Next),
        new(CaseState.ToDispatch, CaseAct.GrantDirectly, Party.Centre, Centre, CaseState.ToSupply, ClockStep.Next, Shanghai(39, 1)),
        new(CaseState.ToDispatch, CaseAct.PassUp, Party.Centre, Centre, CaseState.PassedUp, ClockStep.PassUp),
        new(CaseState.PassedUp, CaseAct.GrantedAbove, Party.Centre, Centre, CaseState.ToSupply, ClockStep.Next),
        new(CaseState.PassedUp, CaseAct.RefusedAbove, Party.Centre, Centre, CaseState.Refused, ClockStep.End),
        new(CaseState.PassedUp, CaseAct.ReturnedAbove, Party.Centre, Centre, CaseState.ToDispatch, ClockStep.Resume),
    ];

    private static CaseMove[] Answering() =>
    [
        new(CaseState.ToAnswer, CaseAct.Answer, Party.Provider, Unit, CaseState.ToSign, ClockStep.None),
        new(CaseState.ToAnswer, CaseAct.AskSupplement, Party.Provider, Unit, CaseState.ToSupplement, ClockStep.Pause, Sharing(21, 2)),
        new(CaseState.ToSupplement, CaseAct.Supplement, Party.Requester, Unit, CaseState.ToAnswer, ClockStep.Resume, Sharing(21, 2)),
        new(CaseState.ToAnswer, CaseAct.AllowSupplement, Party.Authority, Decides, CaseState.ToAnswer, ClockStep.None),
        new(CaseState.ToAnswer, CaseAct.AskExtension, Party.Provider, Unit, CaseState.ToAnswer, ClockStep.None, Sharing(21, 1)),
        .. Extending(CaseState.ToAnswer), .. Extending(CaseState.ToSupplement), .. Extending(CaseState.ToSign),
        new(CaseState.ToSign, CaseAct.Consent, Party.Provider, Unit, CaseState.ToSupply, ClockStep.Next, Sharing(21, 1)),
        new(CaseState.ToSign, CaseAct.Refuse, Party.Provider, Unit, CaseState.Refused, ClockStep.End, Sharing(21, 2)),
        new(CaseState.ToSign, CaseAct.ReturnDraft, Party.Provider, Head, CaseState.ToAnswer, ClockStep.None),
        .. Settling(CaseState.Refused, CaseState.ToSupply, ClockStep.Next),
    ];

    private static CaseMove[] Using() =>
    [
        new(CaseState.ToSupply, CaseAct.Supply, Party.Provider, Unit, CaseState.InUse, ClockStep.End, Sharing(22, 1)),
        new(CaseState.ToSupply, CaseAct.Supply, Party.Centre, Centre, CaseState.InUse, ClockStep.End, Sharing(22, 1)),
        .. Settling(CaseState.ToSupply, CaseState.ToSupply, ClockStep.None),
        new(CaseState.ToSupplyMore, CaseAct.Supply, Party.Provider, Unit, CaseState.InUse, ClockStep.End, Sharing(22, 1)),
        new(CaseState.ToSupplyMore, CaseAct.Supply, Party.Centre, Centre, CaseState.InUse, ClockStep.End, Sharing(22, 1)),
        .. Settling(CaseState.ToSupplyMore, CaseState.ToSupplyMore, ClockStep.None),
        new(CaseState.InUse, CaseAct.AskRenewal, Party.Requester, Unit, CaseState.ToRenew, ClockStep.Next),
        .. Settling(CaseState.InUse, CaseState.ToSupplyMore, ClockStep.Next),
        new(CaseState.ToRenew, CaseAct.Renew, Party.Provider, Head, CaseState.InUse, ClockStep.End),
        new(CaseState.ToRenew, CaseAct.DenyRenewal, Party.Provider, Head, CaseState.InUse, ClockStep.End),
        new(CaseState.ToDispose, CaseAct.Dispose, Party.Requester, Unit, CaseState.Closed, ClockStep.End, Sharing(29, 2)),
    ];

    // What may be used may be ended or stopped at any time, also while it is asked how it goes on. 27 II and III: suspended by the authority or the provider; by the data centre for what goes beyond the necessary (上海市数据条例 39 II); stopped or changed only with reason, talks and filing.
    private static CaseMove[] Suspending() =>
    [
        .. Usable.SelectMany(Stopping),
        new(CaseState.Suspended, CaseAct.Rectify, Party.Requester, Unit, CaseState.Rectified, ClockStep.Next, Sharing(27, 2)),
        new(CaseState.Rectified, CaseAct.Resume, Party.Provider, Head, CaseState.InUse, ClockStep.End),
        new(CaseState.Rectified, CaseAct.Resume, Party.Authority, Decides, CaseState.InUse, ClockStep.End),
        new(CaseState.Rectified, CaseAct.ResumeSupply, Party.Provider, Head, CaseState.ToSupplyMore, ClockStep.Next),
        new(CaseState.Rectified, CaseAct.ResumeSupply, Party.Authority, Decides, CaseState.ToSupplyMore, ClockStep.Next),
        .. Both(CaseState.Suspended), .. Both(CaseState.Rectified),
        new(CaseState.InUse, CaseAct.ProposeStop, Party.Provider, Head, CaseState.InTalks, ClockStep.Next, Sharing(27, 3)),
        new(CaseState.InUse, CaseAct.ProposeChange, Party.Provider, Head, CaseState.InTalks, ClockStep.Next, Sharing(27, 3)),
        new(CaseState.InTalks, CaseAct.AnswerTalks, Party.Requester, Unit, CaseState.ToFile, ClockStep.Next, Sharing(27, 3)),
        new(CaseState.InTalks, CaseAct.RecordTalks, Party.Provider, Unit, CaseState.ToFile, ClockStep.Next, Sharing(27, 3)),
        new(CaseState.ToFile, CaseAct.FileStop, Party.Authority, Decides, CaseState.ToDispose, ClockStep.Next, Sharing(27, 3)),
        new(CaseState.ToFile, CaseAct.FileChange, Party.Authority, Decides, CaseState.InUse, ClockStep.End, Sharing(27, 3)),
        new(CaseState.ToFile, CaseAct.DenyFiling, Party.Authority, Decides, CaseState.InUse, ClockStep.End),
    ];

    // What a settled dispute brings: agreed by the two units, or concluded by the authority.
    private static CaseMove[] Settling(CaseState from, CaseState to, ClockStep step) =>
    [
        new(from, CaseAct.Settle, Party.Authority, Decides, to, step, Sharing(28, 2)),
        new(from, CaseAct.Settle, Party.Provider, Head, to, step, Sharing(28, 2)),
    ];

    private static CaseMove[] Extending(CaseState at) =>
    [
        new(at, CaseAct.Extend, Party.Authority, Decides, at, ClockStep.Extend, Sharing(21, 1)),
        new(at, CaseAct.DenyExtension, Party.Authority, Decides, at, ClockStep.None, Sharing(21, 1)),
    ];

    private static CaseMove[] Stopping(CaseState from) =>
    [
        new(from, CaseAct.EndPurpose, Party.Requester, Unit, CaseState.ToDispose, ClockStep.Next, Sharing(27, 1)),
        new(from, CaseAct.Suspend, Party.Provider, Head, CaseState.Suspended, ClockStep.Next, Sharing(27, 2)),
        new(from, CaseAct.Suspend, Party.Authority, Decides, CaseState.Suspended, ClockStep.Next, Sharing(27, 2)),
        // Only what goes beyond the necessary is stopped: the rest may be used on.
        new(from, CaseAct.StopExcess, Party.Centre, Centre, from, ClockStep.None, Shanghai(39, 2)),
        new(from, CaseAct.RestoreItems, Party.Centre, Centre, from, ClockStep.None),
    ];

    private static CaseMove[] Both(CaseState from) =>
    [
        new(from, CaseAct.Terminate, Party.Provider, Head, CaseState.ToDispose, ClockStep.Next, Sharing(27, 2)),
        new(from, CaseAct.Terminate, Party.Authority, Decides, CaseState.ToDispose, ClockStep.Next, Sharing(27, 2)),
    ];

    private static IEnumerable<CaseMove> Withdrawing() =>
        new[] { CaseState.AtDistrict, CaseState.InCheck, CaseState.Returned, CaseState.ToDispatch, CaseState.PassedUp, CaseState.ToAnswer, CaseState.ToSupplement, CaseState.ToSign, CaseState.ToSupply }
            .Select(from => new CaseMove(from, CaseAct.Withdraw, Party.Requester, Unit, CaseState.Withdrawn, ClockStep.End));

    private static Anchor Sharing(int article, int paragraph) => new("政务数据共享条例", article, paragraph);

    private static Anchor Shanghai(int article, int paragraph) => new("上海市数据条例", article, paragraph);

    // What may come at any time, and moves nothing on that somebody waits for.
    private static readonly CaseAct[] Aside =
        [CaseAct.Withdraw, CaseAct.AskExtension, CaseAct.Extend, CaseAct.DenyExtension, CaseAct.AllowSupplement, CaseAct.Settle, CaseAct.EndPurpose, CaseAct.Suspend, CaseAct.StopExcess, CaseAct.RestoreItems];

    /// <summary>The states in which nothing more is owed. A dispute may still open a refusal again.</summary>
    public static IReadOnlyList<CaseState> Ends { get; } = [.. Enum.GetValues<CaseState>().Where(s => Turn(s) is null)];

    /// <summary>True where what a dispute grants can be entered: the case has been answered, and waits for nothing that would be passed over.</summary>
    public static bool TakesSettlement(CaseState state) => Table.Any(m => m.From == state && m.Act == CaseAct.Settle);

    /// <summary>Whose turn it is: who has to act so that the case goes on.</summary>
    public static Party? Turn(CaseState state) => Table.FirstOrDefault(m => m.From == state && !Aside.Contains(m.Act))?.By;

    /// <summary>The states in which the provider owes something.</summary>
    public static IReadOnlyList<CaseState> Owing { get; } = [.. Enum.GetValues<CaseState>().Where(s => Turn(s) == Party.Provider)];

    /// <summary>True when this act moves on what others wait for.</summary>
    public static bool Owed(CaseMove move) => !Aside.Contains(move.Act) && Turn(move.From) == move.By;

    /// <summary>The line by which something done to the demand itself moves its case: handed in, passed on, returned, listed.</summary>
    public static CaseMove? Mirror(CaseState from, CaseState to) => Forms().FirstOrDefault(m => m.From == from && m.To == to);
}
