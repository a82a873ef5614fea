using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>What can be done to a demand.</summary>
internal enum DemandAct
{
    /// <summary>送本单位审签, without the head's consent yet.</summary>
    Submit,

    /// <summary>The head consents, in the system or on paper: on to the data centre.</summary>
    Consent,

    /// <summary>The head or the data centre sends it back (形式退回).</summary>
    Return,

    /// <summary>The data centre finds it in good form: 列入需求清单.</summary>
    List,

    /// <summary>撤回 by the unit.</summary>
    Withdraw,
}

/// <summary>One line of the table. The head of the unit's own sharing office consents before a demand leaves the unit (政务数据共享条例 20).</summary>
internal sealed record DemandMove(DemandState From, DemandAct Act, string Role, DemandState To);

/// <summary>The course of a demand up to the demand list, as one table. What is not in the table cannot happen.</summary>
internal static class DemandFlow
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<DemandMove> Table { get; } =
    [
        new(DemandState.Draft, DemandAct.Submit, Roles.Liaison, DemandState.AwaitingHead),
        new(DemandState.Draft, DemandAct.Consent, Roles.UnitHead, DemandState.InCheck),
        new(DemandState.Draft, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.Returned, DemandAct.Submit, Roles.Liaison, DemandState.AwaitingHead),
        new(DemandState.Returned, DemandAct.Consent, Roles.UnitHead, DemandState.InCheck),
        new(DemandState.Returned, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.AwaitingHead, DemandAct.Consent, Roles.UnitHead, DemandState.InCheck),
        new(DemandState.AwaitingHead, DemandAct.Return, Roles.UnitHead, DemandState.Returned),
        new(DemandState.AwaitingHead, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.InCheck, DemandAct.List, Roles.DataCentre, DemandState.Listed),
        new(DemandState.InCheck, DemandAct.Return, Roles.DataCentre, DemandState.Returned),
        new(DemandState.InCheck, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.Listed, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),
    ];

    /// <summary>The move that an act means here; null when it cannot be done here.</summary>
    public static DemandMove? Find(DemandState state, DemandAct act) => Table.FirstOrDefault(m => m.From == state && m.Act == act);
}
