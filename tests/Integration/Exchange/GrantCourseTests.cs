using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Grants;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Exchange;

/// <summary>What happens to a grant besides calls: its end is announced, it changes hands, and a district shares it.</summary>
public sealed class GrantCourseTests
{
    [Theory, Engines]
    public async Task An_end_is_announced_a_month_and_a_week_before_and_once_it_is_over(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var ground = await Laid(services);
        // A unit with people to be told.
        var user = await services.With<IOrganizationDirectory, long>(async o => (await o.Tree(default)).Resolve("市民政局")!.Value);
        var today = DateOnly.FromDateTime(services.Clock.GetUtcNow().DateTime);
        await ground.Change(g => (g.UnitId, g.EndsOn) = (user, today.AddDays(40)));
        var told = new List<int>();
        for (var day = 0; day < 55; day++)
        {
            var before = await Told(services, ground);
            for (var twice = 0; twice < 2; twice++) await services.With<IEnumerable<IRegularWork>>(w => w.OfType<AnnounceEnds>().Single().Run(default));
            if (await Told(services, ground) > before) told.Add(day);
            services.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal([10, 33, 41], told);
    }

    [Theory, Engines]
    public async Task A_prolonged_grant_is_announced_anew(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var ground = await Laid(services);
        // A unit with people to be told.
        var user = await services.With<IOrganizationDirectory, long>(async o => (await o.Tree(default)).Resolve("市民政局")!.Value);
        var today = DateOnly.FromDateTime(services.Clock.GetUtcNow().DateTime);
        await ground.Change(g => (g.UnitId, g.EndsOn) = (user, today.AddDays(5)));
        await services.With<IEnumerable<IRegularWork>>(w => w.OfType<AnnounceEnds>().Single().Run(default));
        var first = await Told(services, ground);
        Assert.True(first > 0);
        await ground.Change(g => g.EndsOn = today.AddDays(60));
        services.Clock.Advance(TimeSpan.FromDays(31));
        await services.With<IEnumerable<IRegularWork>>(w => w.OfType<AnnounceEnds>().Single().Run(default));
        Assert.True(await Told(services, ground) > first);
    }

    [Theory, Engines]
    public async Task A_grant_is_owed_by_whoever_takes_over_the_data(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        var ground = await Laid(services);
        await using var scope = services.Scope();
        var duties = scope.ServiceProvider.GetServices<IDutyHolder>().OfType<GrantDuties>().Single();
        var (taker, reason) = (ground.ConsumerUnit, new DutyReason("甲局", "乙局", "示例〔2026〕1号", new DateOnly(2026, 11, 23)));
        Assert.Empty(await duties.Move(new DutyScope([ground.Resource.ProviderId], taker, true, new HashSet<long>()), reason, Actor.System, default));
        var moved = await duties.Move(new DutyScope([ground.Resource.ProviderId], taker, false, new HashSet<long> { ground.Resource.Id }), reason, Actor.System, default);
        await duties.Stamp(moved, default);
        Assert.Contains(ground.GrantId, moved.Select(m => m.Id));
        var grant = await services.With<Store, Grant>(s => s.Set<Grant>().AsNoTracking().SingleAsync(g => g.Id == ground.GrantId));
        Assert.Equal(taker, grant.ProviderId);
        Assert.Equal("移交", (await services.With<Store, GrantStep>(s => s.Set<GrantStep>().AsNoTracking().SingleAsync(t => t.GrantId == ground.GrantId))).Act);
    }

    [Theory, Engines]
    public async Task A_unit_of_the_district_uses_what_was_granted_to_all_of_it(Engine engine)
    {
        await using var services = await TestServices.CreateCity(engine);
        await using var scope = services.Scope();
        var units = await scope.ServiceProvider.GetRequiredService<IOrganizationDirectory>().Tree(default);
        var district = units.All.First(u => u.Level == OrganizationLevel.District && units.SameDistrict(u.Id).Length > 1);
        var other = units.All.First(u => u.District == district.District && u.Id != district.Id);
        var outside = units.All.First(u => u.District != district.District);
        var granted = await Granted(services, district.Id);
        var (own, foreign) = (await Admitted(services, other.Id), await Admitted(services, outside.Id));

        Assert.Equal("exchange.grant.not-found", (await Use(services, granted, foreign, outside.Id)).Faults[0].Code);
        Assert.Equal("exchange.grant.not-yours", (await Use(services, granted, own, district.Id)).Faults[0].Code);
        Assert.Equal("exchange.grant.application", (await Use(services, granted, foreign, other.Id)).Faults[0].Code);
        var made = (await Use(services, granted, own, other.Id)).Value;
        Assert.Equal("exchange.grant.joined", (await Use(services, granted, own, other.Id)).Faults[0].Code);
        var grant = await services.With<Store, Grant>(s => s.Set<Grant>().AsNoTracking().SingleAsync(g => g.Id == made));
        Assert.Equal((other.Id, own, granted, "SQ-9-01", "1P"), (grant.UnitId, grant.ApplicationId, grant.ParentId, grant.Number, grant.Items));
    }

    private static async Task<GatewayGround> Laid(TestServices services)
    {
        var ground = new GatewayGround(services.Scope, services.Clock);
        await ground.Lay("http://127.0.0.1:1");
        return ground;
    }

    private static Task<int> Told(TestServices services, GatewayGround ground) => services.With<Store, int>(async s => (await s.Query("SELECT count(*) FROM workflow_notices WHERE subject_id = @id", r => Convert.ToInt32(r.GetValue(0), null), default, ("id", ground.GrantId)))[0]);

    private static Task<Result<long>> Use(TestServices services, long grant, long application, long unit) =>
        services.With<UseRegionally, Result<long>>(u => u.Run(grant, application, new Actor(9, "王敏", unit, "", new HashSet<string> { Roles.Liaison }), default));

    private static Task<long> Granted(TestServices services, long unit) => services.With<Store, long>(async store =>
    {
        await using var scope = services.Scope();
        var ids = scope.ServiceProvider.GetRequiredService<IdSource>();
        var grant = new Grant { Id = ids.Next(), Number = "SQ-9", CaseId = 9, UnitId = unit, ProviderId = 1, ResourceId = 1, Resource = "数据", Regional = true, Purpose = "用途", Items = "1P", StartsOn = new DateOnly(2026, 1, 1), GrantedAt = services.Clock.GetUtcNow() };
        grant.Touch(ids, services.Clock);
        store.Add(grant);
        await store.SaveChangesAsync();
        return grant.Id;
    });

    private static async Task<long> Admitted(TestServices services, long unit)
    {
        var id = (await services.With<AskForAccess, Result<long>>(a => a.Run(new ApplicationInput($"系统{unit}", "办理", "127.0.0.1"), new Actor(9, "王敏", unit, "", new HashSet<string> { Roles.Liaison }), default))).Value;
        Assert.True((await services.With<DecideAccess, Result<Done>>(d => d.Run(id, 1, true, "", TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre), default))).Ok);
        return id;
    }
}
