using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Negatives;

/// <summary>What can be done to a negative entry.</summary>
internal enum NegativeAct
{
    /// <summary>送审: the office hands it in.</summary>
    Submit,

    /// <summary>同意: on to the next step; by the authority, into force.</summary>
    Agree,

    /// <summary>同意列入并收窄: in force with some of its items only.</summary>
    Narrow,

    /// <summary>退回补正.</summary>
    Return,

    /// <summary>不同意列入: to be shared, if only on conditions.</summary>
    Refuse,

    /// <summary>不再提出: the unit gives it up.</summary>
    Drop,

    /// <summary>移出: it is no longer in force.</summary>
    Remove,
}

/// <summary>One line of the table: who may do what where, and where it leads.</summary>
internal sealed record NegativeMove(NegativeState From, string At, NegativeAct Act, string Role, NegativeState To, string Next);

/// <summary>
/// The review route 处室 → 法制 → 保密审查 → 单位负责人 → 主管部门 as one table. The last step is the law's (上海市数据条例 38: 经审核);
/// the steps within a unit are practice. What is not in the table cannot happen.
/// </summary>
internal static class NegativeRoute
{
    public const string Office = "office", Legal = Roles.Legal, Secrecy = Roles.Secrecy, Head = Roles.UnitHead, Authority = Roles.Authority, None = "";

    /// <summary>The steps in their order.</summary>
    public static IReadOnlyList<string> Steps { get; } = [Office, Legal, Secrecy, Head, Authority];

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<NegativeMove> Table { get; } =
    [
        new(NegativeState.Candidate, None, NegativeAct.Submit, Roles.Liaison, NegativeState.InRoute, Legal),
        new(NegativeState.Candidate, None, NegativeAct.Drop, Roles.Liaison, NegativeState.Rejected, None),
        new(NegativeState.Returned, None, NegativeAct.Submit, Roles.Liaison, NegativeState.InRoute, Legal),
        new(NegativeState.Returned, None, NegativeAct.Drop, Roles.Liaison, NegativeState.Rejected, None),

        new(NegativeState.InRoute, Legal, NegativeAct.Agree, Roles.Legal, NegativeState.InRoute, Secrecy),
        new(NegativeState.InRoute, Legal, NegativeAct.Return, Roles.Legal, NegativeState.Returned, None),
        new(NegativeState.InRoute, Secrecy, NegativeAct.Agree, Roles.Secrecy, NegativeState.InRoute, Head),
        new(NegativeState.InRoute, Secrecy, NegativeAct.Return, Roles.Secrecy, NegativeState.Returned, None),
        new(NegativeState.InRoute, Head, NegativeAct.Agree, Roles.UnitHead, NegativeState.InRoute, Authority),
        new(NegativeState.InRoute, Head, NegativeAct.Return, Roles.UnitHead, NegativeState.Returned, None),

        new(NegativeState.InRoute, Authority, NegativeAct.Agree, Roles.Authority, NegativeState.InForce, None),
        new(NegativeState.InRoute, Authority, NegativeAct.Narrow, Roles.Authority, NegativeState.InForce, None),
        new(NegativeState.InRoute, Authority, NegativeAct.Return, Roles.Authority, NegativeState.Returned, None),
        new(NegativeState.InRoute, Authority, NegativeAct.Refuse, Roles.Authority, NegativeState.Rejected, None),
        new(NegativeState.InForce, None, NegativeAct.Remove, Roles.Authority, NegativeState.Removed, None),
    ];

    /// <summary>The move that an act means here; null when it cannot be done here.</summary>
    public static NegativeMove? Find(NegativeState state, string step, NegativeAct act) =>
        Table.FirstOrDefault(m => m.From == state && m.At == step && m.Act == act);

    /// <summary>The step as shown.</summary>
    public static string Text(string step) => step switch
    {
        Office => "处室",
        Legal => "法制",
        Secrecy => "保密审查",
        Head => "单位负责人",
        Authority => "主管部门",
        _ => "",
    };
}
