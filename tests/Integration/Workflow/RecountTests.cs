using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Clocks;
using Xunit;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class RecountTests
{
    [Theory, Engines]
    public async Task A_day_off_that_is_announced_moves_the_terms_it_lies_in_and_no_others(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        await world.Services.With<RecountClocks>(r => r.Run(default));
        var before = await world.Case();
        Assert.Equal(new DateOnly(2026, 12, 14), before.DueOn);
        await world.Services.With<RecountClocks>(r => r.Run(default));
        Assert.Equal(before.Revision, (await world.Case()).Revision);

        await world.Services.With<Store>(s => s.Execute("INSERT INTO standards_calendar_days (day, works, holiday, version) VALUES ('2026-12-01', FALSE, '示例', 1)", default));
        await world.Services.With<RecountClocks>(r => r.Run(default));
        Assert.Equal(new DateOnly(2026, 12, 15), (await world.Case()).DueOn);
        Assert.Single(await world.Services.With<Store, List<string>>(s => s.Query("SELECT action FROM platform_audit WHERE action = 'workflow.case.recounted'", r => r.GetString(0), default)));
    }
}
