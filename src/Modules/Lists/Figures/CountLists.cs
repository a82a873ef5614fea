using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Figures;

/// <summary>Counts the lists for the first page.</summary>
internal sealed class CountLists(Store store, IOrganizationDirectory organizations)
{
    public async Task<IReadOnlyList<ListFigure>> Run(Actor actor, CancellationToken cancel)
    {
        var all = actor.Is(Roles.SeeAll);
        var own = all ? null : string.Join(',', (await organizations.Tree(cancel)).Family(actor.UnitId));
        var demands = await Count("lists_demands", "unit_id", own, "/lists/demands", all ? "" : $"&unit={actor.UnitId}", cancel);
        var entries = await Count("lists_entries", "provider_id", own, "/lists/responsibilities", all ? "" : $"&unit={actor.UnitId}", cancel);
        var negatives = await Count("lists_negatives", "provider_id", own, "/lists/negatives", all ? "" : $"&provider={actor.UnitId}", cancel);
        var changes = (await store.Query($"SELECT count(*) FROM lists_changes WHERE state = 'Open'{In("provider_id", own)}", r => r.GetInt64(0), cancel))[0];
        return
        [
            new("需求清单", demands(nameof(DemandState.Listed)), null, demands(nameof(DemandState.InCheck))),
            new("责任清单", entries(nameof(EntryState.InForce)), entries(nameof(EntryState.Candidate)), new(changes, "/lists/changes")),
            new("负面清单", negatives(nameof(NegativeState.InForce)), negatives(nameof(NegativeState.Candidate)), negatives(nameof(NegativeState.InRoute))),
        ];
    }

    /// <summary>Rows of a list by state, each with the page that shows them.</summary>
    private async Task<Func<string, ListCount>> Count(string table, string unit, string? own, string page, string narrowed, CancellationToken cancel)
    {
        var counts = (await store.Query($"SELECT state, count(*) FROM {table} WHERE 1 = 1{In(unit, own)} GROUP BY state", r => (State: r.GetString(0), Count: r.GetInt64(1)), cancel)).ToDictionary(r => r.State, r => r.Count);
        return state => new ListCount(counts.GetValueOrDefault(state), $"{page}?tab={state}{narrowed}");
    }

    // Numbers of ours stand in the text.
    private static string In(string column, string? own) => own is null ? "" : $" AND {column} IN ({own})";
}
