using CsCheck;
using Qingdan.Lists.Negatives;
using Xunit;

namespace Qingdan.Tests.Unit.Lists;

public sealed class NegativeRouteTests
{
    private static readonly (NegativeState, string) Start = (NegativeState.Candidate, NegativeRoute.None);
    private static readonly NegativeState[] Ends = [NegativeState.Rejected, NegativeState.Removed];
    private static readonly Gen<List<NegativeAct>> Acts = Gen.Enum<NegativeAct>().List[0, 40];

    [Fact]
    public void Whatever_is_tried_an_entry_stays_on_the_table() => Acts.Sample(acts =>
    {
        var stage = Walk(acts)[^1];
        Assert.True(Ends.Contains(stage.State) || NegativeRoute.Table.Any(m => (m.From, m.At) == stage), $"{stage}");
    });

    [Fact]
    public void Nothing_comes_into_force_without_all_five_since_the_last_return() => Acts.Sample(acts =>
    {
        var signed = new List<string>();
        var stage = Start;
        foreach (var act in acts)
        {
            if (NegativeRoute.Find(stage.Item1, stage.Item2, act) is not { } move) continue;
            if (act == NegativeAct.Return) signed.Clear();
            else signed.Add(move.Role);
            stage = (move.To, move.Next);
            if (move.To == NegativeState.InForce) Assert.Equal(["liaison", "legal", "secrecy", "unit-head", "authority"], signed);
        }
    });

    [Fact]
    public void Each_act_leads_to_one_place_only() =>
        Assert.Equal(NegativeRoute.Table.Count, NegativeRoute.Table.Select(m => (m.From, m.At, m.Act)).Distinct().Count());

    [Fact]
    public void Every_step_can_send_back_and_each_is_reached()
    {
        Assert.All(NegativeRoute.Steps.Skip(1), step => Assert.NotNull(NegativeRoute.Find(NegativeState.InRoute, step, NegativeAct.Return)));
        Assert.All(NegativeRoute.Table, m => Assert.True((m.From, m.At) == Start || NegativeRoute.Table.Any(before => (before.To, before.Next) == (m.From, m.At))));
    }

    [Fact]
    public void What_ended_stays_ended() => Assert.DoesNotContain(NegativeRoute.Table, m => Ends.Contains(m.From));

    private static List<(NegativeState State, string Step)> Walk(List<NegativeAct> acts)
    {
        List<(NegativeState, string)> way = [Start];
        foreach (var act in acts)
            if (NegativeRoute.Find(way[^1].Item1, way[^1].Item2, act) is { } move) way.Add((move.To, move.Next));
        return way;
    }
}
