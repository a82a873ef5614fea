using Qingdan.Lists.Generation;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Following what changed leaves what a generation over everything would leave.</summary>
public sealed class FollowTests
{
    private const int Steps = 40;

    // Everything but ids, times and counters, in an order of its own.
    private static readonly string[] Canonical =
    [
        "SELECT provider_id, resource_id, draft_id, resource_version, name, code, share, share_stated, share_condition, share_ways, frequency, duty_type, data_level, system_name, origin, origin_demand_ids, rule, state, digest, number FROM lists_entries WHERE state <> 'Dropped'",
        "SELECT e.name, e.resource_id, i.place, i.item_id, i.name, i.share, i.share_condition FROM lists_entry_items i JOIN lists_entries e ON e.id = i.entry_id WHERE e.state <> 'Dropped'",
        "SELECT e.name, e.resource_id, c.kind, c.before, c.after, c.reason, c.digest, c.state FROM lists_changes c JOIN lists_entries e ON e.id = c.entry_id",
        "SELECT provider_id, resource_id, resource_version, name, code, reason, state, step, digest, number FROM lists_negatives",
        "SELECT n.name, n.resource_id, i.place, i.item_id, i.name FROM lists_negative_items i JOIN lists_negatives n ON n.id = i.negative_id",
        "SELECT provider_id, code, resource_id, entry_kind, subject, args, cells, place, form, waived FROM records_findings WHERE source = 'lists'",
        "SELECT provider_id, code, total, waived FROM records_finding_counts WHERE total + waived > 0",
    ];

    [Theory, Engines]
    public async Task Whatever_people_do_following_leaves_nothing_for_a_full_generation(Engine engine)
    {
        foreach (var seed in new[] { 11, 12 })
        {
            await using var services = await TestServices.Create(engine);
            var history = new ListHistory(services, seed);
            await history.Begin();
            for (var step = 0; step < Steps; step++)
            {
                await history.Step();
                var followed = await Dump(services);
                await services.Generate();
                var full = await Dump(services);
                Assert.True(followed == full, $"seed {seed}, after {string.Join(' ', history.Done)}:\n{Difference(followed, full)}");
            }
            var followedAtAll = await services.With<Store, long>(async s => (await s.Query("SELECT count(*) FROM platform_jobs WHERE kind = @kind AND state = 'Done'", r => r.GetInt64(0), default, ("kind", FollowJob.JobKind)))[0]);
            Assert.True(followedAtAll > 10, $"{followedAtAll}");
        }
    }

    private static Task<string> Dump(TestServices services) => services.With<Store, string>(async store =>
    {
        var lines = new List<string>();
        foreach (var (sql, table) in Canonical.Select((s, i) => (s, i)))
            lines.AddRange(await store.Query(sql, r => $"{table} {string.Join(" | ", Enumerable.Range(0, r.FieldCount).Select(i => $"{r.GetValue(i)}"))}", default));
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    });

    private static string Difference(string before, string after)
    {
        var (a, b) = (before.Split('\n'), after.Split('\n'));
        return string.Join('\n', a.Except(b).Select(l => $"- {l}").Concat(b.Except(a).Select(l => $"+ {l}")));
    }
}
