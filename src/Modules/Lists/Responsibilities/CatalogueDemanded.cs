using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>编目: a confirmed demand for data outside the catalogue becomes a draft of its provider's catalogue (上海市数据条例 39).</summary>
internal sealed class CatalogueDemanded(Store store, CatalogDrafts drafts)
{
    private const string Why = "目录外需求已确认列入责任清单";

    /// <summary>Makes the drafts of the rows that a decision brought into force, each once, within its transaction.</summary>
    public async Task Run(long decisionId, Actor actor, CancellationToken cancel)
    {
        var rows = await store.Query(
            """
            SELECT e.id, e.provider_id, e.name, e.frequency, d.number FROM lists_entries e LEFT JOIN lists_demands d ON CAST(d.id AS TEXT) = e.origin_demand_ids
            WHERE e.decision_id = @decision AND e.state = 'InForce' AND e.origin = 'Demand' AND e.resource_id = 0 AND e.draft_id = 0 ORDER BY e.id
            """,
            r => (Id: r.GetInt64(0), Provider: r.GetInt64(1), Name: r.GetString(2), Frequency: r.IsDBNull(3) ? (UpdateFrequency?)null : Enum.Parse<UpdateFrequency>(r.GetString(3)), Demand: r.IsDBNull(4) ? "" : r.GetString(4)),
            cancel, ("decision", decisionId));
        foreach (var row in rows)
        {
            var items = await store.Query("SELECT name FROM lists_entry_items WHERE entry_id = @id ORDER BY place", r => r.GetString(0), cancel, ("id", row.Id));
            var draft = await drafts.Add(new DraftFacts(row.Provider, row.Name, row.Frequency, items, $"{Why} {row.Demand}"), actor, cancel);
            await store.Execute("UPDATE lists_entries SET draft_id = @draft WHERE id = @id", cancel, ("draft", draft), ("id", row.Id));
        }
    }
}
