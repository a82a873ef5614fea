using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
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

    private static async Task Code(TestServices services)
    {
        await services.With<Store>(s => s.Execute("UPDATE organizations_units SET code = '009990118', version = version + 1", default));
        services.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
