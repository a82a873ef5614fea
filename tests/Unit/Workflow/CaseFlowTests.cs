using Qingdan.Lists.Demands;
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
        var reached = new HashSet<CaseState> { CaseState.AtDistrict };
        while (CaseFlow.Table.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        Assert.Equal(Enum.GetValues<CaseState>(), reached.Order());
    }

    [Fact]
    public void An_act_leads_from_a_state_to_one_other() =>
        Assert.All(CaseFlow.Table.GroupBy(m => (m.From, m.Act)), g => Assert.Single(g.Select(m => m.To).Distinct()));

    [Fact]
    public void Every_act_has_its_form_or_is_done_to_the_demand() => Assert.All(CaseFlow.Table.Select(m => m.Act).Distinct(), act => Assert.True(
        PlainAct.Of(act) is not null || act is CaseAct.PassToCity or CaseAct.TakeByDistrict or CaseAct.List or CaseAct.ReturnForm or CaseAct.Resubmit or CaseAct.ResubmitToDistrict or CaseAct.Withdraw
            or CaseAct.GrantDirectly or CaseAct.Answer or CaseAct.AskSupplement or CaseAct.AllowSupplement or CaseAct.AskExtension or CaseAct.Extend or CaseAct.DenyExtension or CaseAct.Consent or CaseAct.Refuse or CaseAct.ReturnDraft or CaseAct.Supply or CaseAct.Dispose or CaseAct.Settle, $"{act}"));

    // What is done to a demand moves its case alike: the two tables agree where they overlap.
    [Fact]
    public void The_table_of_demands_and_that_of_cases_agree_where_both_speak()
    {
        foreach (var move in DemandFlow.Table)
            if (State(move.From) is { } from && State(move.To) is { } to && move.Act != DemandAct.Withdraw)
                Assert.NotNull(CaseFlow.Mirror(from, move.Act == DemandAct.TakeByDistrict ? CaseState.ToAnswer : to));
    }

    // Who must wait for whom decides nothing: a refusal and a consent are always signed by the provider.
    [Fact]
    public void Only_the_provider_consents_or_refuses_and_the_centre_grants_directly() => Assert.All(CaseFlow.Table, m => Assert.True(m.Act switch
    {
        CaseAct.Consent or CaseAct.Refuse => m.By == Party.Provider && m.From == CaseState.ToSign,
        CaseAct.GrantDirectly => m.By == Party.Centre,
        _ => true,
    }));

    [Fact]
    public void A_clock_stands_still_only_while_the_requester_or_somebody_above_has_to_act() => Assert.All(
        CaseFlow.Table.Where(m => m.Clock is ClockStep.Pause or ClockStep.PassUp), m => Assert.True(CaseFlow.Turn(m.To) == Party.Requester || m.To == CaseState.PassedUp));

    // Every wait has a term, but the use itself, and a mending whose day is set by hand.
    [Fact]
    public void Every_state_in_which_somebody_owes_something_has_a_term() => Assert.All(
        Enum.GetValues<CaseState>().Except(CaseFlow.Ends).Except([CaseState.InUse, CaseState.Suspended, CaseState.Returned, CaseState.ToSupplement, CaseState.ToSign]),
        state => Assert.NotEqual(("", ""), CaseTerms.Of(new Case { Name = "", State = state }) is var owed ? (owed.Law, owed.Practice) : default));

    private static CaseState? State(DemandState state) => state switch
    {
        DemandState.AtDistrict => CaseState.AtDistrict,
        DemandState.InCheck => CaseState.InCheck,
        DemandState.Returned => CaseState.Returned,
        DemandState.Listed => CaseState.ToDispatch,
        _ => null,
    };
}
