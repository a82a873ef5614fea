using Qingdan.Records.Editions;
using Xunit;

namespace Qingdan.Tests.Unit.Records;

public sealed class EditionFlowTests
{
    [Fact]
    public void Every_state_is_reached_from_the_draft()
    {
        var reached = new HashSet<EditionState> { EditionState.Draft };
        while (EditionFlow.Table.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        Assert.Equal(Enum.GetValues<EditionState>(), reached.Order());
    }

    [Fact]
    public void An_act_in_a_state_is_one_line() => Assert.All(EditionFlow.Table.GroupBy(m => (m.From, m.Act)), g => Assert.Single(g));

    [Fact]
    public void Nothing_leaves_what_is_issued_or_given_up() => Assert.Equal([EditionState.Issued, EditionState.Cancelled], EditionFlow.Ends);

    [Fact]
    public void Every_act_has_an_event_of_its_own() => Assert.Distinct(Enum.GetValues<EditionAct>().Select(a => EditionAudit.Of(a).Code));
}
