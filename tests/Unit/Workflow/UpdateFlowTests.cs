using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Updates;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class UpdateFlowTests
{
    [Fact]
    public void Every_state_has_somebody_whose_turn_it_is_but_the_ends() =>
        Assert.All(Enum.GetValues<UpdateState>(), state => Assert.Equal(UpdateFlow.Ends.Contains(state), UpdateFlow.Turn(state) is null));

    [Fact]
    public void The_ends_are_those_of_the_office() => Assert.Equal([UpdateState.Published, UpdateState.NotNeeded, UpdateState.Withdrawn], UpdateFlow.Ends);

    [Fact]
    public void Every_state_is_reached_from_the_first()
    {
        var reached = new HashSet<UpdateState> { UpdateState.ToUpdate };
        while (UpdateFlow.Table.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        Assert.Equal(Enum.GetValues<UpdateState>(), reached.Order());
    }

    [Fact]
    public void An_act_in_a_state_is_one_line() => Assert.All(UpdateFlow.Table.GroupBy(m => (m.From, m.Act)), g => Assert.Single(g));

    // 17 II: the term ends with the handing in; III: two working days for the authority. Nothing stops a term, nothing but an extension prolongs it.
    [Fact]
    public void A_term_ends_with_its_state_and_only_an_extension_prolongs_it() => Assert.All(UpdateFlow.Table, m => Assert.Equal(m switch
    {
        { Act: UpdateAct.Extend } => ClockStep.Extend,
        _ when UpdateFlow.Ends.Contains(m.To) => ClockStep.End,
        _ => ClockStep.Next,
    }, m.Clock));

    // What the machine does follows from what the authority decided in the catalogue: it never says that nothing was needed, and nobody has its roles.
    [Fact]
    public void The_system_only_ends_what_was_published() => Assert.All(UpdateFlow.Table, m => Assert.Equal(m.By == UpdateParty.System, m.Act == UpdateAct.Close && m.To == UpdateState.Published && m.Roles.Length == 0));

    [Fact]
    public void Only_the_authority_decides_and_takes_back() => Assert.All(UpdateFlow.Table.Where(m => m.Act is not (UpdateAct.Submit or UpdateAct.DeclareNoNeed or UpdateAct.Close)), m => Assert.Equal([Roles.Authority], m.Roles));

    [Fact]
    public void The_term_counts_from_the_change_and_goes_on_to_the_same_day_when_it_is_sent_back()
    {
        var row = new CatalogUpdate { UnitId = 7, Basis = "", What = "", ChangedOn = new DateOnly(2026, 11, 2), Extended = 3, State = UpdateState.ToUpdate };
        Assert.Equal(new OwedTerm("T5", "P27", 7) { From = row.ChangedOn, Extension = 3 }, UpdateFlow.Term(row));
        row.State = UpdateState.ToReview;
        Assert.Equal(new OwedTerm("T6", "P28", Clock.Authority) { GovernedId = 7 }, UpdateFlow.Term(row));
    }
}
