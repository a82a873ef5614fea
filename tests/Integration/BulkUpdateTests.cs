using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class BulkUpdateTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    [Theory, Engines]
    public async Task What_was_changed_meanwhile_is_left_as_it_is_and_counted_out(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var ids = new IdSource(services.Clock, 1);
        await services.With<Store>(async store =>
        {
            store.AddRange(Enumerable.Range(1, 3).Select(i => new Case { Id = i, Name = $"需求{i}", Edit = 1 }));
            await store.SaveChangesAsync();
        });
        var read = await services.With<Store, List<Case>>(store => store.Set<Case>().AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        await services.With<Store>(store => store.Set<Case>().Where(c => c.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(c => c.Edit, 2)));
        foreach (var row in read)
        {
            (row.DueOn, row.Name) = (row.Id == 3 ? null : Due, "不写的");
            row.Touch(ids, services.Clock);
        }
        Assert.Equal(2, await services.With<Store, int>(store => store.UpdateMany(read, [nameof(Case.DueOn)], default)));
        var now = await services.With<Store, List<Case>>(store => store.Set<Case>().AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([Due, null, null], now.Select(c => c.DueOn));
        Assert.Equal(["需求1", "需求2", "需求3"], now.Select(c => c.Name));
        Assert.Equal([(2, read[0].Revision), (2, 0), (2, read[2].Revision)], now.Select(c => (c.Edit, c.Revision)));
    }
}
