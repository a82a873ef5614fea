using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Usage;
using Qingdan.Exchange.Usage.Viewing;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>Refused calls are found by whoever they concern, however many there are in the city.</summary>
public sealed class RefusedCallsTests
{
    private const string Code = "exchange.item.not-granted";

    private static readonly Actor Centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);

    [Theory, Engines]
    public async Task A_unit_sees_its_few_refusals_among_many_of_others(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var own = await Busy(services, "2026-11-20");
        var mine = (await services.With<FindUse, UseView>(f => f.Page("refused", 30, Unit(own.UnitId, Roles.Liaison), default))).Refusals;
        Assert.Equal([(own.Id, own.Name, 3L)], mine.Select(r => (r.ApplicationId, r.Application, r.Total)));
        Assert.Equal(500, (await services.With<FindUse, UseView>(f => f.Page("refused", 30, Centre, default))).Refusals.Count);
    }

    [Theory, Engines]
    public async Task Whatever_can_be_followed_up_has_its_page(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var own = await Busy(services, "2026-02-01");
        var about = new Attempts(Code, own.Id, 7);
        Assert.Equal(3, (await services.With<FindUse, RefusalLine?>(f => f.Attempts(about, Centre, default)))!.Total);
        Assert.Null(await services.With<FindUse, RefusalLine?>(f => f.Attempts(about with { ResourceId = 8 }, Centre, default)));
        Assert.Null(await services.With<FindUse, RefusalLine?>(f => f.Attempts(about with { Code = "exchange.quota.used-up" }, Centre, default)));
        Assert.True((await services.With<FollowUpAttempts, Result<Done>>(f => f.Run(about, "Reminded", "已电话提醒", Centre, default))).Ok);
        Assert.Equal("已电话提醒", (await services.With<FindUse, RefusalLine?>(f => f.Attempts(about, Centre, default)))!.FollowUp!.Note);
    }

    // Three refused calls of one unit on a day, and many more of callers that nobody knows, today.
    private static async Task<Application> Busy(TestServices services, string day)
    {
        var own = await services.With<Store, Application>(s => s.Set<Application>().AsNoTracking().OrderBy(a => a.Id).FirstAsync());
        var others = string.Join(", ", Enumerable.Range(1, 600).Select(i => $"('2026-11-23', '{Code}', 0, {1000 + i}, 100, 1)"));
        await services.With<Store, int>(s => s.Execute($"INSERT INTO exchange_refusals (day, code, application_id, resource_id, total, last_at) VALUES ('{day}', '{Code}', {own.Id}, 7, 3, 1), {others}", default));
        return own;
    }

    private static Actor Unit(long unit, string role) => new(9, "王敏", unit, "", new HashSet<string> { role });
}
