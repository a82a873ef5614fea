using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>Lists over a filled catalogue: generated, half of the responsibilities in force, and for every tenth resource a demand and a negative entry.</summary>
internal static class ListsFill
{
    private const string Negatives = """
        INSERT INTO lists_negatives (id, provider_id, resource_id, resource_version, name, code, reason, alternatives, impact, basis_level, basis_name, basis_number, basis_clause, basis_text, basis_state,
            basis_clause_id, ban, legal_opinion, state, step, decision_id, decided_by, edit, revision, elements, digest, created_at, changed_at)
        SELECT id, provider_id, id, 1, name, '', '法律规定不得提供', '核验', '', CASE id % 20 WHEN 0 THEN '' ELSE 'Law' END, '示例法', '', '第三十条', '不得向任何单位和个人提供。', 'InEffect',
            0, 'Express', '', CASE id % 30 WHEN 0 THEN 'Candidate' ELSE 'InForce' END, '', 0, '', 1, id, '{}', '', id, id FROM catalog_resources WHERE id % 10 = 0
        """;

    private const string Stated = """
        INSERT INTO lists_demands (id, unit_id, in_catalog, name, provider_id, scenario, basis_level, basis_name, basis_number, basis_clause, scope, purpose, way, starts_on, ends_on, personal, assessment,
            committed, urgency, note, state, edit, revision, elements, created_at, changed_at)
        SELECT id, (SELECT provider_id FROM catalog_resources o WHERE o.id = r.id - 1), TRUE, name, provider_id, '办理示例事项时核验', '', '', '', '', '全市', '', '服务接口', '2026-01-01', '2026-12-31', 'None', '',
            TRUE, 'Normal', '', CASE id % 30 WHEN 0 THEN 'InCheck' ELSE 'Listed' END, 1, id, '{}', id, id FROM catalog_resources r WHERE id % @every = 0
        """;

    /// <summary>Writes the lists.</summary>
    public static async Task Write(TestApp app)
    {
        await GenerationBench.Generate(app.Scope);
        await State(app.Scope, 10);
        await Decide(app.Scope);
        // What was written just now is read again for some seconds, and is nobody's everyday.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Demands for every so manieth resource.</summary>
    public static async Task State(Func<AsyncServiceScope> open, int every)
    {
        await using var scope = open();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await store.Execute(Stated, default, ("every", every));
        await store.Execute("INSERT INTO lists_demand_items (id, demand_id, resource_id, item_id, place, name, note, required) SELECT i.id, i.resource_id, i.resource_id, i.id, i.place, i.name, '', TRUE FROM catalog_items i WHERE i.resource_id % @every = 0", default, ("every", every));
    }

    /// <summary>Half of the candidates come into force, for every tenth resource there is a negative entry, and the book of lines is filled.</summary>
    public static async Task Decide(Func<AsyncServiceScope> open)
    {
        await using var scope = open();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        foreach (var sql in (string[])
        [
            "UPDATE lists_entries SET state = 'InForce' WHERE resource_id % 2 = 0", Negatives,
            "INSERT INTO lists_negative_items (id, negative_id, item_id, place, name) SELECT i.id, i.resource_id, i.id, i.place, i.name FROM catalog_items i WHERE i.resource_id % 10 = 0",
        ]) await store.Execute(sql, default);
        await store.GatherStatistics(default, "lists_entries", "lists_entry_items", "lists_negatives", "lists_negative_items", "lists_demands", "lists_demand_items", "records_findings");
        await scope.ServiceProvider.GetRequiredService<LineBook>().FollowAll(began: true, default);
    }
}
