using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>What is granted already, in a city that uses much.</summary>
public sealed class GrantedItemsTests
{
    [Theory, Engines]
    public async Task A_unit_with_more_cases_in_use_than_a_statement_takes_is_told_what_it_has(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        await world.Use();
        var resource = await world.Services.Publish(world.Provides, "视频监控点位", ShareProperty.Conditional, true, "点位编号");
        await world.Services.With<Store>(s => s.Execute("UPDATE lists_demand_items SET resource_id = @id", default, ("id", resource.Id)));
        await world.Services.With<Store>(s => s.Execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 33000)
            INSERT INTO workflow_cases (id, name, unit_id, provider_id, state, kind, supply, supply_note, supplements, supplements_allowed, extension_days, extension_reason, provisional, opened_at, edit, revision, changed_at)
            SELECT i, 'x', @unit, 0, 'InUse', 'Outside', 'Service', '', 0, 1, 0, '', FALSE, 0, 1, i, 0 FROM n
            """, default, ("unit", world.Asks)));
        var granted = await world.Services.With<IGrantedItems, IReadOnlyList<GrantedItem>>(g => g.For(new GrantScope([world.Asks], [], [resource.Id]), default));
        Assert.Equal([(world.Id, resource.Id), (world.Id, resource.Id)], granted.Select(g => (g.CaseId, g.ResourceId)));
    }
}
