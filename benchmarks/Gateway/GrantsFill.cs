using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Gateway;

/// <summary>Grants as a province has them: five on each resource that the responsibility list has in force, of some thousand applications, with two sets of three items each.</summary>
internal static class GrantsFill
{
    private const int Each = 5, Applications = 3_000, Purposes = 2_000;

    /// <summary>The first number, far from those of the demo city.</summary>
    public const long First = 900_000_000_000_000_000;

    /// <summary>Writes them beside what the city has; the entry of <paramref name="ground"/>'s resource is the pattern of the others.</summary>
    public static Task Write(TestServices services, GatewayGround ground, int grants) => services.With<Store>(async store =>
    {
        var columns = (await store.Query("SELECT * FROM lists_entries LIMIT 1", r => Enumerable.Range(0, r.FieldCount).Select(r.GetName).ToList(), default))[0];
        var values = columns.Select(c => c switch { "id" or "resource_id" => $"{First} + n.i", "number" => "'ZR-9' || n.i", "revision" => "0", _ => $"e.{c}" });
        await using var transaction = await store.Database.BeginTransactionAsync();
        await store.Execute($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {grants / Each}) INSERT INTO lists_entries ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM n CROSS JOIN lists_entries e WHERE e.resource_id = @pattern AND e.state = 'InForce'", default, ("pattern", ground.Resource.Id));
        await store.Execute(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {grants - 1})
            INSERT INTO exchange_grants (id, number, case_id, unit_id, application_id, provider_id, resource_id, resource, items, verifies, purpose, starts_on, ends_on, quota, rate, state, suspended_by, reason, granted_at, edit, revision, changed_at)
            SELECT {First} + i, 'SQ-2026-' || i || '-01', {First} + i, 1 + i % 200, {First} + i % {Applications}, 1 + i % 60, {First} + 1 + i / {Each}, '某项数据', ({First} + 10 * (i / {Each}) + 5 * (i % 2)) || 'P,' || ({First} + 10 * (i / {Each}) + 5 * (i % 2) + 1) || 'P,' || ({First} + 10 * (i / {Each}) + 5 * (i % 2) + 2) || 'M',
                FALSE, '办理示例事项第' || (i % {Purposes}) || '号时核对申请人情况', '2026-01-01', '2027-12-31', 10000, 50, 'Active', 'Nobody', '', 0, 1, 0, 0 FROM n
            """, default);
        await transaction.CommitAsync();
        await store.GatherStatistics(default, "lists_entries", "exchange_grants");
    });

    /// <summary>Alters grants of so many resources at once that the base is made anew; how many.</summary>
    public static Task<int> Alter(TestServices services) => services.With<Store, int>(async store =>
    {
        await using var scope = services.Scope();
        var revision = ((IdSource)scope.ServiceProvider.GetService(typeof(IdSource))!).Next();
        return await store.Execute($"UPDATE exchange_grants SET quota = 20000, revision = @revision, edit = edit + 1 WHERE id >= {First} AND id % {Each} = 0 AND id < {First + (Each * 1_500)}", default, ("revision", revision));
    });
}
