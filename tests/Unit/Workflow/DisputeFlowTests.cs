using Qingdan.Workflow.Disputes;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class DisputeFlowTests
{
    [Fact]
    public void Every_state_is_reached_from_the_first()
    {
        var reached = new HashSet<DisputeState> { DisputeState.Talking };
        while (DisputeFlow.Table.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        Assert.Equal(Enum.GetValues<DisputeState>(), reached.Order());
    }

    [Fact]
    public void An_act_in_a_state_is_one_line() => Assert.All(DisputeFlow.Table.GroupBy(m => (m.From, m.Act)), g => Assert.Single(g));
}
