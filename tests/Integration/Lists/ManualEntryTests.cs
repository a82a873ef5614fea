using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Rows written by hand.</summary>
public sealed class ManualEntryTests
{
    private static readonly EntryInput Whole = new()
    {
        Name = "企业用电", Items = "户号\n用电量\n用电量", Share = ShareProperty.Conditional, ShareCondition = "限行政审批", ShareWays = "服务接口", Frequency = UpdateFrequency.Monthly, DataLevel = "一般数据",
    };

    [Theory, Engines]
    public async Task Data_outside_the_catalogue_becomes_a_candidate_that_generation_leaves_alone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局", "00999011");
        Assert.True((await Add(services, Whole, unit)).Ok);
        await services.Generate();
        var row = Assert.Single(await services.Entries());
        Assert.Equal((EntryOrigin.Manual, EntryState.Candidate, unit, true), (row.Origin, row.State, row.ProviderId, row.ShareStated));
        Assert.Equal(["户号", "用电量"], await services.With<Store, List<string>>(s => s.Set<EntryItem>().OrderBy(i => i.Place).Select(i => i.Name).ToListAsync()));
    }

    [Theory, Engines]
    public async Task All_that_is_missing_is_said_at_once_and_marked_secrets_are_not_saved(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        Assert.Equal(
            ["lists.entry.name.required", "lists.entry.items.required", "lists.entry.share.required", "lists.entry.ways.required", "lists.entry.frequency.required", "lists.entry.level.required"],
            (await Add(services, new EntryInput(), unit)).Faults.Select(f => f.Code));
        Assert.Equal(["condition", "name"], (await Add(services, Whole with { ShareCondition = "", Name = "秘密★10年 名册" }, unit)).Faults.Select(f => f.Field!).Order());
        Assert.Equal("lists.entry.share.forbidden", (await Add(services, Whole with { Share = ShareProperty.NotShared }, unit)).Faults.Single().Code);
        Assert.Empty(await services.Entries());
    }

    [Theory, Engines]
    public async Task Of_two_people_saving_one_row_the_second_is_told(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        var id = (await Add(services, Whole, unit)).Value;
        var edit = Assert.Single(await services.Entries()).Edit;
        Assert.True((await Edit(services, id, edit, Whole with { Name = "企业用电量" }, unit)).Ok);
        Assert.Equal("lists.entry.changed", (await Edit(services, id, edit, Whole, unit)).Faults.Single().Code);
        Assert.Equal("企业用电量", Assert.Single(await services.Entries()).Name);
    }

    [Theory, Engines]
    public async Task Of_a_row_from_the_catalogue_a_unit_writes_only_how_the_duty_is_met(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var row = Assert.Single(await services.Entries());
        Assert.True((await Edit(services, row.Id, row.Edit, new EntryInput { Name = "改名", Contact = "张三 021-1", DutyType = DutyType.Service }, unit)).Ok);
        var saved = Assert.Single(await services.Entries());
        Assert.Equal(("企业登记", "张三 021-1", DutyType.Service), (saved.Name, saved.Contact, saved.DutyType));
    }

    [Theory, Engines]
    public async Task Another_units_row_is_not_found_and_a_row_from_the_catalogue_is_not_removed_by_hand(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市经济局"), await services.Unit("示例市民政局"));
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.Generate();
        var row = Assert.Single(await services.Entries());
        Assert.Equal("lists.entry.not-found", (await Edit(services, row.Id, row.Edit, Whole, other)).Faults.Single().Code);
        Assert.Equal("lists.entry.from-catalog", (await Remove(services, row.Id, "不要了", unit)).Faults.Single().Code);
        var own = (await Add(services, Whole, unit)).Value;
        Assert.Equal("lists.entry.reason.required", (await Remove(services, own, "", unit)).Faults.Single().Code);
        Assert.True((await Remove(services, own, "停办", unit)).Ok);
        Assert.Equal(EntryState.Removed, (await services.Entries()).Single(e => e.Id == own).State);
    }

    private static Task<Result<long>> Add(TestServices services, EntryInput input, long unit) => services.With<AddEntry, Result<long>>(a => a.Run(input, ListsWorld.Liaison(unit), default));

    private static Task<Result<Done>> Edit(TestServices services, long id, int edit, EntryInput input, long unit) =>
        services.With<EditEntry, Result<Done>>(e => e.Run(id, edit, input, ListsWorld.Liaison(unit), default));

    private static Task<Result<Done>> Remove(TestServices services, long id, string why, long unit) => services.With<RemoveEntry, Result<Done>>(r => r.Run(id, why, ListsWorld.Liaison(unit), default));
}
