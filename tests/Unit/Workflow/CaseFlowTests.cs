using Qingdan.Workflow.Cases;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class CaseFlowTests
{
    [Fact]
    public void Every_state_has_somebody_whose_turn_it_is_but_the_ends() =>
        Assert.All(Enum.GetValues<CaseState>(), state => Assert.Equal(CaseFlow.Ends.Contains(state), CaseFlow.Turn(state) is null));

    [Fact]
    public void The_ends_are_those_of_the_office() => Assert.Equal([CaseState.Refused, CaseState.Closed, CaseState.Withdrawn], CaseFlow.Ends);

    [Fact]
    public void Every_state_is_reached_from_the_first()
    {
        var reached = new HashSet<CaseState> { CaseState.ToDispatch };
        while (CaseFlow.Table.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        Assert.Equal(Enum.GetValues<CaseState>(), reached.Order());
    }

    [Fact]
    public void An_act_leads_from_a_state_to_one_other() =>
        Assert.All(CaseFlow.Table.GroupBy(m => (m.From, m.Act)), g => Assert.Single(g.Select(m => m.To).Distinct()));

    // Who must wait for whom decides nothing: a refusal and a consent are always signed by the provider.
    [Fact]
    public void Only_the_provider_consents_or_refuses_and_the_centre_grants_directly() => Assert.All(CaseFlow.Table, m => Assert.True(m.Act switch
    {
        CaseAct.Consent or CaseAct.Refuse => m.By == Party.Provider && m.From == CaseState.ToSign,
        CaseAct.GrantDirectly => m.By == Party.Centre,
        _ => true,
    }));

    [Fact]
    public void A_clock_stands_still_only_while_the_requester_has_to_act() =>
        Assert.All(CaseFlow.Table.Where(m => m.Clock == ClockStep.Pause), m => Assert.Equal(Party.Requester, CaseFlow.Turn(m.To)));
}
