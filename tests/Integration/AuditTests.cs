using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
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

    [Theory, Engines]
    public async Task A_tail_cut_off_is_noticed_and_nothing_is_sealed_over_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 3);
        await services.With<AuditSealer, int>(s => s.Seal(default));
        await services.With<Store>(store => store.Execute("DELETE FROM platform_audit WHERE seal > 1", default));
        Assert.Equal(2, await services.With<AuditSealer, long?>(s => s.FindBreak(default)));
        await Write(services, 1);
        Assert.Equal(0, await services.With<AuditSealer, int>(s => s.Seal(default)));
    }

    [Theory, Engines]
    public async Task A_tail_changed_and_opened_again_is_not_sealed_anew(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 3);
        await services.With<AuditSealer, int>(s => s.Seal(default));
        await services.With<Store>(store => store.Execute("UPDATE platform_audit SET why = '改过', seal = NULL, digest = NULL WHERE seal = 3", default));
        Assert.Equal(0, await services.With<AuditSealer, int>(s => s.Seal(default)));
        Assert.Equal(3, await services.With<AuditSealer, long?>(s => s.FindBreak(default)));
    }

    [Theory, Engines]
    public async Task A_chain_computed_anew_without_the_key_is_noticed_by_the_doctor(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 2);
        await services.With<AuditSealer, int>(s => s.Seal(default));
        await services.With<Store>(store => store.Execute("UPDATE platform_audit_head SET mac = digest", default));
        Assert.Null(await services.With<AuditSealer, long?>(s => s.FindBreak(default)));
        Assert.False((await Look(services)).Well);
    }

    [Theory, Engines]
    public async Task Events_that_nobody_seals_are_reported(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        await Write(services, 1);
        Assert.True((await Look(services)).Well);
        services.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False((await Look(services)).Well);
    }

    private static Task<CheckupReport> Look(TestServices services) =>
        services.With<IEnumerable<ICheckup>, CheckupReport>(checkups => checkups.Single(c => c.GetType().Name == "AuditCheckup").Look(default));

    private static async Task Write(TestServices services, int count)
    {
        await using var scope = services.Scope();
        var log = scope.ServiceProvider.GetRequiredService<AuditLog>();
        for (var i = 0; i < count; i++) log.Add(Actor.System, Tested, new Subject("test", i, "一"), before: new { A = 1 }, why: "看链");
        await scope.ServiceProvider.GetRequiredService<Store>().SaveChangesAsync();
    }
}
