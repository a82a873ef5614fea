using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>What can be done to a demand.</summary>
internal enum DemandAct
{
    /// <summary>送本单位审签, without the head's consent yet.</summary>
    Submit,

    /// <summary>The head consents, in the system or on paper: on to the data centre.</summary>
    Consent,

    /// <summary>The head of a street or town consents: on to its district.</summary>
    ConsentToDistrict,

    /// <summary>区级上报市级.</summary>
    PassToCity,

    /// <summary>本区办理: the district holds the data and answers itself.</summary>
    TakeByDistrict,

    /// <summary>The head or the data centre sends it back (形式退回).</summary>
    Return,

    /// <summary>The data centre finds it in good form: 列入需求清单.</summary>
    List,

    /// <summary>撤回 by the unit.</summary>
    Withdraw,
}

/// <summary>One line of the table. The head of the unit's own sharing office consents before a demand leaves the unit (政务数据共享条例 20).</summary>
internal sealed record DemandMove(DemandState From, DemandAct Act, string Role, DemandState To)
{
    /// <summary>True when this person may make it: in the role, the head also for the liaison, and the liaison who records what the head signed on paper (代录).</summary>
    public bool By(Actor actor, bool onPaper = false) =>
        actor.Is(Role) || (Role == Roles.Liaison && actor.Is(Roles.UnitHead)) || (Role == Roles.UnitHead && onPaper && actor.Is(Roles.Liaison));
}

/// <summary>The course of a demand up to the demand list, as one table. What is not in the table cannot happen.</summary>
internal static class DemandFlow
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<DemandMove> Table { get; } =
    [
        new(DemandState.Draft, DemandAct.Submit, Roles.Liaison, DemandState.AwaitingHead),
        new(DemandState.Draft, DemandAct.Consent, Roles.UnitHead, DemandState.InCheck),
        new(DemandState.Draft, DemandAct.ConsentToDistrict, Roles.UnitHead, DemandState.AtDistrict),
        new(DemandState.Draft, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.Returned, DemandAct.Submit, Roles.Liaison, DemandState.AwaitingHead),
        new(DemandState.Returned, DemandAct.Consent, Roles.UnitHead, DemandState.InCheck),
        new(DemandState.Returned, DemandAct.ConsentToDistrict, Roles.UnitHead, DemandState.AtDistrict),
        new(DemandState.Returned, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.AwaitingHead, DemandAct.Consent, Roles.UnitHead, DemandState.InCheck),
        new(DemandState.AwaitingHead, DemandAct.ConsentToDistrict, Roles.UnitHead, DemandState.AtDistrict),
        new(DemandState.AwaitingHead, DemandAct.Return, Roles.UnitHead, DemandState.Returned),
        new(DemandState.AwaitingHead, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.AtDistrict, DemandAct.PassToCity, Roles.Liaison, DemandState.InCheck),
        new(DemandState.AtDistrict, DemandAct.TakeByDistrict, Roles.UnitHead, DemandState.Listed),
        new(DemandState.AtDistrict, DemandAct.Return, Roles.Liaison, DemandState.Returned),
        new(DemandState.AtDistrict, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.InCheck, DemandAct.List, Roles.DataCentre, DemandState.Listed),
        new(DemandState.InCheck, DemandAct.Return, Roles.DataCentre, DemandState.Returned),
        new(DemandState.InCheck, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),

        new(DemandState.Listed, DemandAct.Withdraw, Roles.Liaison, DemandState.Withdrawn),
    ];

    /// <summary>What the consent of the head means: that of a street or town hands it to the district, all others to the data centre.</summary>
    public static DemandAct Consents(long unitId, UnitTree units) => units.District(unitId) is null ? DemandAct.Consent : DemandAct.ConsentToDistrict;

    /// <summary>The move that an act means here; null when it cannot be done here.</summary>
    public static DemandMove? Find(DemandState state, DemandAct act) => Table.FirstOrDefault(m => m.From == state && m.Act == act);
}
