using CsCheck;
using Qingdan.Exchange.Decisions;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Lists.Contracts;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

/// <summary>Laws of the decision, against one that looks through all grants.</summary>
public sealed class DecideLaws
{
    private const int Today = 100;

    private static readonly Gen<CallerGrant> Row =
        from id in Gen.Long[1, 40]
        from application in Gen.Long[1, 3]
        from resource in Gen.Long[1, 4]
        from state in Gen.Enum<GrantState>()
        from begin in Gen.Int[Today - 2, Today + 1]
        from until in Gen.Int[Today - 1, Today + 2]
        from suspended in Gen.Bool
        from items in Gen.Int[0, 2]
        from blocked in Gen.Bool
        from entry in Gen.Long[0, 2]
        select new CallerGrant(application, new GrantRow(id, $"SQ-{id}", 2, new GrantGround(entry, "", false), new GrantedSet([.. Enumerable.Range(1, items).Select(i => new GrantedEntry(i, Disclosure.Plain))]),
            blocked ? [new BlockedItem(9, new ForbiddingEntry(7, "", "", ""))] : null, begin, until, 0, 0, state, suspended, $"{resource}", "", 1));

    // The purpose of a row here is its resource.
    private static readonly Gen<CallerGrant[]> Rows = Row.Array[0, 30].Select(rows => rows.DistinctBy(g => g.Row.Id).ToArray());

    [Fact]
    public void What_is_let_through_is_the_one_grant_that_holds() => Gen.Select(Rows, Gen.Long[1, 3], Gen.Long[1, 5], Gen.Int[0, 40]).Sample((rows, application, resource, number) =>
    {
        var name = number == 0 ? "" : $"SQ-{number}";
        var holding = rows.Where(g => g.ApplicationId == application && g.Row.Purpose == $"{resource}" && (name.Length == 0 || g.Row.Number == name) && Holds(g.Row)).Select(g => g.Row).ToList();
        var decision = Decide.On(Of(rows), application, resource, name, Today);
        Assert.Equal(holding.Count == 1, decision.Why == CallRefusal.None);
        if (holding.Count == 1) Assert.Same(holding[0], decision.Grant);
        if (holding.Count > 1) Assert.Equal(CallRefusal.SeveralGrants, decision.Why);
        // Whoever is refused for a grant is told which, and it is his own.
        if (decision is { Why: not CallRefusal.None, Grant: { } told }) Assert.Contains(rows, g => (g.Row, g.ApplicationId, g.Row.Purpose) == (told, application, $"{resource}"));
    });

    [Fact]
    public void Changes_over_a_base_are_what_reading_all_of_it_would_be() => Gen.Select(Rows, Rows.Array[0, 4], Gen.Bool).Sample((first, changes, joined) =>
    {
        var (now, all) = (Of(first), first.GroupBy(g => g.Row.Purpose).ToDictionary(g => g.Key, g => g.ToArray()));
        foreach (var change in changes)
        {
            foreach (var group in change.GroupBy(g => g.Row.Purpose)) all[group.Key] = [.. group];
            now = now.With(Grouped(change), now.Applications);
            if (joined) now = now.Joined();
        }
        var whole = Of([.. all.Values.SelectMany(r => r)]);
        for (var application = 1L; application <= 3; application++)
            for (var resource = 1L; resource <= 5; resource++) Assert.Equal(Decide.On(whole, application, resource, "", Today), Decide.On(now, application, resource, "", Today));
    });

    private static bool Holds(GrantRow r) => r.State == GrantState.Active && r.From <= Today && Today <= r.Until && !r.Suspended && r.Items.Length > 0 && r.Ground.Id != 0;

    private static Permissions Of(CallerGrant[] rows) => Permissions.None.With(Grouped(rows), Permissions.None.Applications).Joined();

    private static Dictionary<long, ResourceGrants> Grouped(CallerGrant[] rows) => rows.GroupBy(g => long.Parse(g.Row.Purpose, null)).ToDictionary(g => g.Key, g => new ResourceGrants(g));
}
