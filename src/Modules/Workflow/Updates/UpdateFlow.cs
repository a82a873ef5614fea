using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;

namespace Qingdan.Workflow.Updates;

/// <summary>One line of the table: from where, what, by whom, to where.</summary>
/// <param name="From">The state.</param>
/// <param name="Act">The act.</param>
/// <param name="By">Whose people.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Clock">What happens to the clock.</param>
/// <param name="Anchor">Where the law says so; null for a practice.</param>
internal sealed record UpdateMove(UpdateState From, UpdateAct Act, UpdateParty By, UpdateState To, ClockStep Clock, Anchor? Anchor = null)
{
    /// <summary>Which of the party's people; any of these roles. Nobody acts as the system.</summary>
    public string[] Roles => By switch { UpdateParty.Authority => [Standards.Contracts.Roles.Authority], UpdateParty.Unit => UpdateFlow.Unit, _ => [] };
}

/// <summary>
/// The course of an update as one table. What is not in the table cannot happen; no date decides. The one line of the system follows from the authority's own decisions
/// in the catalogue: when it has published the last resource concerned, nothing is left to be decided here.
/// </summary>
internal static class UpdateFlow
{
    private static readonly Anchor Updating = new("政务数据共享条例", 17, 2), Reviewing = new("政务数据共享条例", 17, 3);

    /// <summary>Those who act for a unit.</summary>
    public static string[] Unit { get; } = [Roles.Liaison, Roles.UnitHead];

    /// <summary>Those who may open one: for any unit, or for their own.</summary>
    public static string[] Opens { get; } = [.. Roles.City, .. Unit];

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<UpdateMove> Table { get; } =
    [
        new(UpdateState.ToUpdate, UpdateAct.Submit, UpdateParty.Unit, UpdateState.ToReview, ClockStep.Next, Updating),
        new(UpdateState.ToUpdate, UpdateAct.DeclareNoNeed, UpdateParty.Unit, UpdateState.ToAgree, ClockStep.Next),
        new(UpdateState.ToUpdate, UpdateAct.Extend, UpdateParty.Authority, UpdateState.ToUpdate, ClockStep.Extend, Updating),
        new(UpdateState.ToUpdate, UpdateAct.Close, UpdateParty.System, UpdateState.Published, ClockStep.End, Reviewing),

        new(UpdateState.ToReview, UpdateAct.Publish, UpdateParty.Authority, UpdateState.Published, ClockStep.End, Reviewing),
        new(UpdateState.ToReview, UpdateAct.SendBack, UpdateParty.Authority, UpdateState.ToUpdate, ClockStep.Next, Reviewing),
        new(UpdateState.ToReview, UpdateAct.Close, UpdateParty.System, UpdateState.Published, ClockStep.End, Reviewing),

        new(UpdateState.ToAgree, UpdateAct.AgreeNoNeed, UpdateParty.Authority, UpdateState.NotNeeded, ClockStep.End),
        new(UpdateState.ToAgree, UpdateAct.DenyNoNeed, UpdateParty.Authority, UpdateState.ToUpdate, ClockStep.Next),

        .. new[] { UpdateState.ToUpdate, UpdateState.ToReview, UpdateState.ToAgree }
            .Select(from => new UpdateMove(from, UpdateAct.Withdraw, UpdateParty.Authority, UpdateState.Withdrawn, ClockStep.End)),
    ];

    private static readonly UpdateAct[] Aside = [UpdateAct.Extend, UpdateAct.Withdraw, UpdateAct.Close];

    /// <summary>The states in which nothing more is to be done.</summary>
    public static IReadOnlyList<UpdateState> Ends { get; } = [.. Enum.GetValues<UpdateState>().Where(s => !Table.Any(m => m.From == s))];

    /// <summary>The states that the catalogue may end.</summary>
    public static UpdateState[] Closable { get; } = [.. Table.Where(m => m.Act == UpdateAct.Close).Select(m => m.From)];

    /// <summary>Whose turn it is; null at the end.</summary>
    public static UpdateParty? Turn(UpdateState state) => Table.FirstOrDefault(m => m.From == state && !Aside.Contains(m.Act))?.By;

    /// <summary>
    /// The term of the state an update has. Sent back, the unit's term goes on from the day of the change with what was granted, to the same last day: the law knows
    /// no stop of it, only an extension with consent. A unit that the 条例 does not govern, or a change from before it, has a term of practice.
    /// </summary>
    public static OwedTerm Term(CatalogUpdate row) => row.State switch
    {
        UpdateState.ToUpdate => new("T5", "P27", row.UnitId) { From = row.ChangedOn, Extension = row.Extended },
        UpdateState.ToReview => new("T6", "P28", Clocks.Clock.Authority) { GovernedId = row.UnitId },
        UpdateState.ToAgree => new("", "P28", Clocks.Clock.Authority),
        _ => new("", "", 0),
    };
}
