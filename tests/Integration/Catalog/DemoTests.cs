using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog;

public sealed class DemoTests
{
    [Theory, Engines]
    public async Task The_demo_city_has_its_catalogue_with_all_states_and_its_deliberate_faults(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        foreach (var order in new[] { 10, 20 })
        {
            await using var scope = services.Scope();
            await scope.ServiceProvider.GetServices<IDemoPart>().Single(p => p.Order == order).Load(TextWriter.Null, default);
        }
        await services.With<Store>(async store =>
        {
            var rows = await store.Set<Resource>().AsNoTracking().ToListAsync();
            Assert.Equal(400, rows.Count);
            Assert.InRange(await store.Set<Item>().CountAsync(), 4500, 5500);
            foreach (var state in new[] { ResourceState.Draft, ResourceState.InReview, ResourceState.Published, ResourceState.Changing, ResourceState.ChangeInReview, ResourceState.Withdrawn })
                Assert.Contains(rows, r => r.State == state);
            Assert.Contains(rows, r => r.Summary.Length == 0);
            Assert.Contains(rows, r => r.Share is not null && !r.ShareStated);
            Assert.Contains(rows, r => r.Share == ShareProperty.NotShared && r.ShareReason.Length == 0);
            Assert.Contains(rows.GroupBy(r => (r.ProviderId, r.NameKey)), g => g.Count() > 1);
            Assert.Contains(rows, r => r.Version == 2);
        });
    }
}
