using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>街镇 → 区: what a district may answer itself, and that every way of a street's demand leads over it.</summary>
public sealed class DemandDistrictTests
{
    private const string Name = "示例市东岸区人民政府";

    [Theory, Engines]
    public async Task A_district_takes_only_what_is_its_own_or_of_a_unit_below(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (district, street) = await Levels(services);
        var (city, bureau) = (await services.Unit("示例市公安局"), await Unit(services, "示例市东岸区民政局", OrganizationKind.District, OrganizationLevel.District, Name));
        var foreign = await Asked(services, street, (await services.Publish(city, "户籍人口", ShareProperty.Conditional, true)).Id);
        Assert.Equal("lists.demand.district.not-held", await Fault(services.Pass(foreign, district, Roles.UnitHead, take: true)));
        Assert.Equal((DemandState.AtDistrict, city), (await services.Demand(foreign)) is var kept ? (kept.State, kept.ProviderId) : default);
        Assert.False((await May(services, foreign, district)).TakeByDistrict);
        Assert.True((await services.Pass(foreign, district, Roles.UnitHead)).Ok);

        // Of a unit below, that unit answers: the district grants nothing in its place.
        foreach (var provider in new[] { district, bureau })
        {
            var own = await Asked(services, street, (await services.Publish(provider, $"养老服务{provider}", ShareProperty.Conditional, true)).Id);
            Assert.True((await May(services, own, district)).TakeByDistrict);
            Assert.True((await services.Pass(own, district, Roles.UnitHead, take: true)).Ok);
            Assert.Equal((DemandState.Listed, provider), (await services.Demand(own)) is var listed ? (listed.State, listed.ProviderId) : default);
        }
    }

    [Theory, Engines]
    public async Task What_left_the_catalogue_meanwhile_is_no_longer_the_districts_to_grant(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (district, street) = await Levels(services);
        var resource = await services.Publish(district, "养老服务", ShareProperty.Conditional, true);
        var id = await Asked(services, street, resource.Id);
        await services.Change(resource.Id, r => r.State = Qingdan.Catalog.Contracts.ResourceState.Withdrawn);
        Assert.Equal("lists.demand.district.not-held", await Fault(services.Pass(id, district, Roles.UnitHead, take: true)));
    }

    [Theory, Engines]
    public async Task The_district_judges_what_it_read(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (district, street) = await Levels(services);
        var id = await services.Drafted(street);
        Assert.True((await services.Submit(id, street, role: Roles.UnitHead)).Ok);
        Assert.Equal("lists.demand.changed", await Fault(services.Pass(id, district, Roles.UnitHead, take: true, edit: 1)));
        Assert.True((await services.Pass(id, district, Roles.UnitHead, take: true, edit: 2)).Ok);
    }

    [Theory, Engines]
    public async Task What_a_street_reports_goes_to_its_district_too(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (district, street) = await Levels(services);
        var city = await services.Unit("示例市住建委");
        Assert.Equal((DemandState.AtDistrict, district), await Reported(street));
        Assert.Equal((DemandState.InCheck, 0), await Reported(city));

        async Task<(DemandState, long)> Reported(long unit)
        {
            Assert.Empty(await Take(services, unit, new ReportedRow(ReportChange.Added, Said, null)));
            var row = await services.With<Store, Demand>(s => s.Set<Demand>().AsNoTracking().SingleAsync(d => d.UnitId == unit));
            return (row.State, row.DistrictId);
        }
    }

    [Theory, Engines]
    public async Task What_is_reported_as_no_longer_needed_leaves_the_duties_of_its_provider(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市气象局"));
        var id = await services.Drafted(unit, Complete with { ProviderId = provider });
        Assert.True((await services.Submit(id, unit, Sheet)).Ok);
        Assert.True((await services.Check(id)).Ok);
        await Work(services);
        Assert.Single(await services.Entries());
        Assert.Empty(await Gone());
        Assert.Equal(DemandState.Withdrawn, (await services.Demand(id)).State);
        await Work(services);
        Assert.Empty(await services.Entries());
        Assert.Equal("lists.demand.report.moved", Assert.Single(await Gone()).Code);

        async Task<IReadOnlyList<Fault>> Gone() => await Take(services, unit, new ReportedRow(ReportChange.Removed, Said, new ReportRow(id, (await services.Demand(id)).Edit, Said)));
    }

    private static readonly Dictionary<string, string> Said = new()
    {
        ["name"] = "视频监控点位", ["items"] = "点位编号、经纬度", ["scenario"] = "防汛调度时查看点位", ["basisName"] = "防汛条例", ["basisClause"] = "第十条", ["scope"] = "防汛处", ["purpose"] = "监管", ["way"] = "服务接口",
        ["frequency"] = "每日", ["startsOn"] = "2027-01-01", ["endsOn"] = "2028-12-31", ["committed"] = "是",
    };

    // As the round does it: within its transaction, which nothing refused is committed.
    private static Task<IReadOnlyList<Fault>> Take(TestServices services, long unit, ReportedRow row) => services.With<TakeReportedDemands, IReadOnlyList<Fault>>(t => t.Run(new AcceptedReport(7, unit, "年度梳理", [row]), Person(3, Roles.DataCentre), default));

    private static async Task Work(TestServices services)
    {
        while (await services.With<JobRunner, int>(r => r.RunDue(default)) > 0) { }
    }

    private static async Task<(long District, long Street)> Levels(TestServices services)
    {
        var district = await Unit(services, Name, OrganizationKind.District, OrganizationLevel.District);
        return (district, await Unit(services, "示例市东岸区梧桐街道办事处", OrganizationKind.Subdistrict, OrganizationLevel.Street, Name));
    }

    private static async Task<long> Unit(TestServices services, string name, OrganizationKind kind, OrganizationLevel level, string parent = "") => (await services.With<CreateOrganization, Result<long>>(c => c.Run(
        new OrganizationDraft { Name = name, ShortName = name, Kind = $"{kind}", Level = $"{level}", District = "东岸区", Parent = parent }, Actor.System, default))).Value;

    private static async Task<long> Asked(TestServices services, long street, long resource)
    {
        var id = await services.Drafted(street, Complete with { Items = [new(resource, 0, "")] });
        _ = (await services.Submit(id, street, role: Roles.UnitHead)).Value;
        return id;
    }

    private static async Task<DemandMay> May(TestServices services, long id, long unit) => (await services.With<ShowDemand, Result<DemandView>>(s => s.Run(id, false, Person(unit, Roles.UnitHead), default))).Value.May;
}
