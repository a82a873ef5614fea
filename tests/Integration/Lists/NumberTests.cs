using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.ListsWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Running numbers of units whose organization code comes late.</summary>
public sealed class NumberTests
{
    [Theory, Engines]
    public async Task Rows_that_waited_for_a_code_are_numbered_with_the_next_one_and_no_number_is_given_twice(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        for (var i = 1; i <= 12; i++) await services.Publish(unit, $"目录{i}", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var ids = (await services.Entries()).ConvertAll(e => e.Id);
        Assert.True((await services.Confirm(These([.. ids.Take(10)]), Centre)).Ok);
        await Code(services);
        Assert.True((await services.Confirm(These(ids[10]), Centre)).Ok);
        Assert.True((await services.Confirm(These(ids[11]), Centre)).Ok);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"ZR-009990118-{n:000000}"), (await services.Entries()).Select(e => e.Number!).Order(StringComparer.Ordinal));
    }

    [Theory, Engines]
    public async Task Negative_entries_and_demands_get_their_numbers_too(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        var first = await services.Signed(unit);
        Assert.True((await services.Decide(new(NegativeAct.Agree, ""), first)).Ok);
        var (submitted, draft) = (await services.Drafted(unit), await services.Drafted(unit));
        Assert.True((await services.Submit(submitted, unit, Sheet)).Ok);
        await Code(services);
        var second = await services.Signed(unit);
        Assert.True((await services.Decide(new(NegativeAct.Agree, ""), second)).Ok);
        await services.Generate(unit);
        Assert.Equal(["FM-009990118-000002", "FM-009990118-000001"], new[] { await services.Negative(first), await services.Negative(second) }.Select(n => n.Number));
        Assert.Equal(("XQ-009990118-2026-000001", null), ((await services.Demand(submitted)).Number, (await services.Demand(draft)).Number));
    }

    [Theory, Engines]
    public async Task Catalogue_codes_that_waited_are_given_and_stand_in_the_lists_without_anybody_deciding_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        var resource = await services.Publish(unit, "企业用电", ShareProperty.Unconditional, true, "户号", "内部评分/NotShared");
        await services.Generate();
        Assert.True((await services.Confirm(new EntryChoice(null, Candidates), Centre)).Ok);
        var negative = (await services.With<Store, List<Negative>>(s => s.Set<Negative>().ToListAsync())).Single();
        var score = (await services.CatalogItems(resource.Id))[1].Id;
        Assert.True((await services.With<EditNegative, Result<Done>>(e => e.Run(negative.Id, 0, NegativeWorld.Banned with { ItemIds = [score] }, NegativeWorld.Person(unit, Roles.Liaison), default))).Ok);
        await services.Walk(negative.Id, unit);
        Assert.True((await services.Decide(new(NegativeAct.Agree, ""), negative.Id)).Ok);

        var code = OrganizationCode.Of("00999011").Value;
        var version = (await services.With<Store, Organization>(s => s.Set<Organization>().AsNoTracking().SingleAsync(o => o.Id == unit))).Version;
        var draft = new OrganizationDraft { Name = "示例市经济局", ShortName = "示例市经济局", Kind = nameof(OrganizationKind.CityDepartment), Code = code };
        Assert.Empty((await services.With<EditOrganization, Result<long>>(e => e.Run(unit, version, draft, Actor.System, default))).Faults.Select(f => f.Text));
        await services.With<JobRunner>(runner => runner.RunDue(default));

        var coded = await services.With<Store, Resource>(s => s.Set<Resource>().AsNoTracking().SingleAsync(r => r.Id == resource.Id));
        Assert.Equal(($"{code}/000001", $"307009{code}/000001", resource.Version), (coded.Code, coded.NationalCode, coded.Version));
        var entry = Assert.Single(await services.Entries());
        Assert.Equal((EntryState.InForce, coded.Code), (entry.State, entry.Code));
        Assert.Equal(coded.Code, (await services.Negative(negative.Id)).Code);
        Assert.Empty(await services.Changes());
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "N01");
        Assert.Equal([resource.Id], await services.With<BrowseCatalog, IReadOnlyList<long>>(b => b.Ids(new CatalogQuery { Text = $"{code}/000001" }, Centre, default)));
    }

    private static async Task Code(TestServices services)
    {
        await services.With<Store>(s => s.Execute("UPDATE organizations_units SET code = '009990118', version = version + 1", default));
        services.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
