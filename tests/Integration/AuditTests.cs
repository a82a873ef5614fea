using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration;

public sealed class AuditTests
{
    private static readonly AuditAction Tested = new("test.done", "测试");

    [Theory, Engines]
    public async Task Sealing_chains_all_events_and_the_chain_holds(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 3);
        Assert.Equal(3, await services.With<AuditSealer, int>(s => s.Seal(default)));
        Assert.Null(await services.With<AuditSealer, long?>(s => s.FindBreak(default)));
    }

    [Theory, Engines]
    public async Task A_changed_event_breaks_the_chain_at_its_place(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 3);
        await services.With<AuditSealer, int>(s => s.Seal(default));
        await services.With<Store>(store => store.Execute("UPDATE platform_audit SET why = '改过' WHERE seal = 2", default));
        Assert.Equal(2, await services.With<AuditSealer, long?>(s => s.FindBreak(default)));
    }

    [Theory, Engines]
    public async Task A_removed_event_breaks_the_chain_at_its_place(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 3);
        await services.With<AuditSealer, int>(s => s.Seal(default));
        await services.With<Store>(store => store.Execute("DELETE FROM platform_audit WHERE seal = 2", default));
        Assert.Equal(2, await services.With<AuditSealer, long?>(s => s.FindBreak(default)));
    }

    private static async Task Write(TestServices services, int count)
    {
        await using var scope = services.Scope();
        var log = scope.ServiceProvider.GetRequiredService<AuditLog>();
        for (var i = 0; i < count; i++) log.Add(Actor.System, Tested, new Subject("test", i, "一"), before: new { A = 1 }, why: "看链");
        await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
    }
}
