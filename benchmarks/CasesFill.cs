using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Organizations.People;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench;

/// <summary>Any number of cases between sixty units, each with its demand of three items, a running clock and three steps; and a thousand people with accounts.</summary>
internal static class CasesFill
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "Bench-Qingdan-2026";

    public const int People = 1_000;

    private const string EmptyObject = "{}", Three = "(SELECT 1 AS p UNION ALL SELECT 2 UNION ALL SELECT 3) parts";

    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @many)";

    /// <summary>Writes them; <paramref name="units"/> are the units of the catalogue. Half of the cases wait for an answer, a third is in use, the rest waits for dispatch.</summary>
    public static async Task Write(TestApp app, int cases, IReadOnlyList<long> units)
    {
        await using var scope = app.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var now = app.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ends = $"{units[0]}";
        // Units have ids of their own: the case's number picks one of the sixty.
        string Pick(string number) => $"(CASE ({number}) % {units.Count} {string.Concat(units.Select((u, i) => $"WHEN {i} THEN {u} "))}ELSE {ends} END)";
        foreach (var sql in (string[])
        [
            $"""
            INSERT INTO lists_demands (id, unit_id, in_catalog, name, provider_id, scenario, basis_level, basis_name, basis_number, basis_clause, scope, purpose, way, starts_on, ends_on, personal, assessment,
                committed, urgency, note, state, edit, revision, elements, created_at, changed_at, listed_at)
            {Numbers} SELECT i, {Pick("i")}, FALSE, '示例需求' || i, {Pick("i + 7")}, '办理示例事项时核验', '', '示例办法', '', '第三条', '全市', '审批', '服务接口', '2026-01-01', '2027-12-31', 'None', '', TRUE, 'Normal', '', 'Listed', 1, i, '{EmptyObject}', @now, @now, @now FROM n
            """,
            $"INSERT INTO lists_demand_items (id, demand_id, resource_id, item_id, place, name, note, required) {Numbers} SELECT i * 3 + p, i, 0, 0, p, '示例' || i || '数据项' || p, '', TRUE FROM n, {Three}",
            // As saving them would have found: none is like another.
            $"INSERT INTO lists_demand_keys (demand_id, value) {Numbers} SELECT i, 'bench:' || i FROM n",
            $"""
            INSERT INTO workflow_cases (id, name, unit_id, provider_id, state, kind, supply, supply_note, supplements, supplements_allowed, extension_days, extension_reason, due_on, provisional, opened_at, edit, revision, changed_at, usable_until, handed)
            {Numbers} SELECT i, '示例需求' || i, {Pick("i")}, {Pick("i + 7")}, CASE i % 6 WHEN 0 THEN 'ToDispatch' WHEN 1 THEN 'InUse' WHEN 2 THEN 'InUse' ELSE 'ToAnswer' END, 'Outside', 'None', '', 0, 1, 0, '', '2026-12-' || (10 + i % 20), FALSE, @now, 1, i, @now, '2027-12-31', i % 6 <> 0 FROM n
            """,
            $"""
            INSERT INTO workflow_clocks (id, case_id, timer, profile, owner_id, started_on, amount, working_days, extension, due_on, provisional, state)
            {Numbers} SELECT i, i, 'P2', '', {Pick("i + 7")}, '2026-11-' || (10 + i % 20), 15, TRUE, 0, '2026-12-' || (10 + i % 20), FALSE, 'Running' FROM n
            """,
            $"INSERT INTO workflow_steps (id, case_id, act, state, note, unit_id, person, at) {Numbers} SELECT i * 3 + p, i, CASE p WHEN 1 THEN 'List' WHEN 2 THEN 'Dispatch' ELSE 'Answer' END, 'ToAnswer', '如实说明', 0, '测试', @now FROM n, {Three}",
        ]) await store.Execute(sql, default, ("many", cases), ("now", now));
        await Accounts(scope, store, units, now);
        await store.GatherStatistics(default, "lists_demands", "lists_demand_items", "lists_demand_keys", "workflow_cases", "workflow_clocks", "workflow_steps", "organizations_people", "organizations_person_roles");
    }

    private static async Task Accounts(AsyncServiceScope scope, Store store, IReadOnlyList<long> units, long now)
    {
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>().HashPassword(new Person { SignInName = "x", SignInKey = "x", FullName = "x", PasswordHash = "", SecurityStamp = "" }, Password);
        await using var transaction = await store.Database.BeginTransactionAsync();
        for (var i = 1; i <= People; i++)
        {
            // Two people a unit and turn: a liaison and a head.
            await store.Execute(
                """
                INSERT INTO organizations_people (id, sign_in_name, sign_in_key, full_name, unit_id, phone, state, password_hash, security_stamp, must_change_password, failed_count, version, created_at, updated_at)
                VALUES (@id, @name, @name, @name, @unit, '', 'Active', @hash, @name, FALSE, 0, 1, @now, @now)
                """, default, ("id", i), ("name", $"bench{i}"), ("unit", units[i / 2 % units.Count]), ("hash", hash), ("now", now));
            await store.Execute("INSERT INTO organizations_person_roles (person_id, role) VALUES (@id, @role)", default, ("id", i), ("role", i % 2 == 0 ? Roles.Liaison : Roles.UnitHead));
        }
        await transaction.CommitAsync();
    }
}
