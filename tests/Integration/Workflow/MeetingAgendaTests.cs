using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Meetings;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>A matter stands on one open agenda.</summary>
public sealed class MeetingAgendaTests
{
    [Theory, Engines]
    public async Task Of_those_who_put_a_matter_on_an_agenda_at_once_one_does_and_it_is_free_again_when_that_is_cancelled(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var asks = await services.Unit("示例市住建委", "00999047");
        var id = await services.Drafted(asks, DemandWorld.Complete with { Name = "谁都没有的数据", ProviderId = 0 });
        _ = (await services.Submit(id, asks, role: Roles.UnitHead)).Value;
        _ = (await services.Check(id)).Value;
        var planned = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Plan)));
        var meeting = planned.Single(p => p.Ok).Value;
        Assert.All(planned.Where(p => !p.Ok), p => Assert.Equal("workflow.meeting.matters.gone", p.Faults.Single().Code));
        Assert.Empty(await Offered());
        Assert.True((await services.With<CancelMeeting, Result<Done>>(c => c.Run(meeting, 1, "改期", Person(3, Roles.Authority), default))).Ok);
        Assert.Single(await Offered());
        Assert.True((await Plan()).Ok);

        Task<Result<long>> Plan() => services.With<PlanMeeting, Result<long>>(p => p.Run(new("会商", new DateOnly(2026, 11, 25), "三楼", [$"Provider:{id}"]), Person(3, Roles.Authority), default));
        Task<IReadOnlyList<OfferedMatter>> Offered() => services.With<FindMatters, IReadOnlyList<OfferedMatter>>(f => f.Run(default));
    }
}
