using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class MigrationTests
{
    [Theory, Engines]
    public async Task A_second_run_applies_nothing(Engine engine)
    {
        await using var services = await TestServices.Fresh(engine);
        Assert.Empty(await services.With<Migrator, IReadOnlyList<string>>(m => m.Run(default)));
    }

    [Theory, Engines]
    public async Task Every_mapped_table_can_be_read(Engine engine)
    {
        await using var services = await TestServices.Fresh(engine);
        await services.With<Store>(async store =>
        {
            foreach (var entity in store.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
                await store.Query($"SELECT {string.Join(", ", entity.GetProperties().Select(p => p.GetColumnName()))} FROM {entity.GetTableName()}", _ => 0, default);
        });
    }
}
