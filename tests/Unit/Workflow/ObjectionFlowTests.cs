using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Objections;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class ObjectionFlowTests
{
    [Fact]
    public void Every_state_has_somebody_whose_turn_it_is_but_the_ends() =>
        Assert.All(Enum.GetValues<ObjectionState>(), state => Assert.Equal(ObjectionFlow.Ends.Contains(state), ObjectionFlow.Turn(state) is null));

    [Fact]
    public void The_ends_are_those_of_the_office() => Assert.Equal([ObjectionState.Elsewhere, ObjectionState.Closed, ObjectionState.Withdrawn], ObjectionFlow.Ends);

    [Fact]
    public void Every_state_is_reached_from_the_first()
    {
        var reached = new HashSet<ObjectionState> { ObjectionState.Raised };
        while (ObjectionFlow.Table.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        Assert.Equal(Enum.GetValues<ObjectionState>(), reached.Order());
    }

    [Fact]
    public void An_act_in_a_state_is_one_line() => Assert.All(ObjectionFlow.Table.GroupBy(m => (m.From, m.Act)), g => Assert.Single(g));

    // What the provider finds ends its term, and the next one's begins; within the provider's term nothing of it changes.
    [Fact]
    public void The_term_runs_from_the_receipt_until_the_result_whoever_is_asked_meanwhile() => Assert.All(ObjectionFlow.Table, m => Assert.Equal(m switch
    {
        { Act: ObjectionAct.Accept or ObjectionAct.HandToSource or ObjectionAct.AnswerAsSource } => ClockStep.None,
        _ when ObjectionFlow.Ends.Contains(m.To) => ClockStep.End,
        _ => ClockStep.Next,
    }, m.Clock));

    [Fact]
    public void Data_bear_the_mark_only_between_acceptance_and_result()
    {
        Assert.All(ObjectionFlow.Table.Where(m => !ObjectionFlow.Contested.Contains(m.From) && ObjectionFlow.Contested.Contains(m.To)), m => Assert.Contains(m.Act, (ObjectionAct[])[ObjectionAct.Accept, ObjectionAct.SendBack]));
        Assert.DoesNotContain(ObjectionFlow.Ends, ObjectionFlow.Contested.Contains);
    }
}
