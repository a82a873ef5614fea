using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Registers;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class RegisterTests
{
    [Theory, Engines]
    public async Task A_row_says_all_its_faults_and_is_kept_by_the_data_centre_alone(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市公安局", "00999020");
        Assert.Equal(["code", "origin", "unit", "way", "sinceOn"], (await Save(services, RegisterShape.Returned, [])).Faults.Select(f => f.Field));
        Assert.Equal("workflow.case.not-yours", (await Save(services, RegisterShape.Returned, [], role: Roles.Liaison)).Faults[0].Code);
        var code = await Coded(services, unit);
        Dictionary<string, string> values = new() { ["code"] = code, ["unit"] = $"{unit}", ["origin"] = "国家", ["way"] = "文件交换", ["sinceOn"] = "2026-11-02", ["dueOn"] = "2026-11-01", ["rows"] = "-3" };
        Assert.Equal(["rows", "dueOn"], (await Save(services, RegisterShape.Returned, values)).Faults.Select(f => f.Field));
        (values["dueOn"], values["rows"]) = ("2026-11-20", "12");
        var id = (await Save(services, RegisterShape.Returned, values)).Value;
        Assert.Equal("超过约定期限", (await Lines(services, RegisterShape.Returned)).Single().State);
        values["lastOn"] = "2026-11-19";
        Assert.True((await Save(services, RegisterShape.Returned, values, id, 1)).Ok);
        Assert.Equal("workflow.register.changed", (await Save(services, RegisterShape.Returned, values, id, 1)).Faults[0].Code);
        Assert.Equal("已交付", (await Lines(services, RegisterShape.Returned)).Single().State);
        Assert.Empty(await Lines(services, RegisterShape.Collected));
    }

    [Theory, Engines]
    public async Task Days_that_contradict_each_other_and_odd_numbers_are_told_on_their_field(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市公安局", "00999020");
        Dictionary<string, string> values = new() { ["code"] = await Coded(services, unit), ["unit"] = $"{unit}", ["way"] = "库表交换", ["frequency"] = "Daily", ["sinceOn"] = "2026-05-01", ["lastOn"] = "2026-04-30", ["endedOn"] = "2026-01-01", ["rows"] = "-5" };
        Assert.Equal([("rows", "workflow.register.number"), ("lastOn", "workflow.register.before"), ("endedOn", "workflow.register.before")], await Said());
        (values["sinceOn"], values["lastOn"], values["endedOn"], values["rows"]) = ("0001-01-01", "2026-02-30", "", new string('9', 19));
        Assert.Equal([("sinceOn", "day.impossible"), ("lastOn", "workflow.register.day"), ("rows", "workflow.register.number")], await Said());
        (values["sinceOn"], values["lastOn"], values["endedOn"], values["rows"]) = ("2026-01-01", "2026-06-02", "2026-06-01", "");
        Assert.Equal([("lastOn", "workflow.register.after-end")], await Said());
        values["endedOn"] = "";
        (values["code"], values["sinceOn"], values["lastOn"], values["rows"]) = (" ", "2026-05-01", "", "");
        Assert.Equal([("code", "workflow.register.required")], await Said());

        async Task<IEnumerable<(string?, string)>> Said() => (await Save(services, RegisterShape.Collected, values)).Faults.Select(f => (f.Field, f.Code));
    }

    [Theory, Engines]
    public async Task Two_who_enter_the_same_row_at_once_make_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市公安局", "00999020");
        Dictionary<string, string> values = new() { ["code"] = await Coded(services, unit), ["unit"] = $"{unit}", ["way"] = "库表交换", ["frequency"] = "Daily", ["sinceOn"] = "2026-05-01" };
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Save(services, RegisterShape.Collected, values))));
        Assert.Single(saved, s => s.Ok);
        Assert.All(saved.Where(s => !s.Ok), s => Assert.Equal("workflow.register.twice", s.Faults.Single().Code));
    }

    [Theory, Engines]
    public async Task The_same_data_of_the_same_unit_stand_once_for_any_time(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, other) = (await services.Unit("示例市公安局", "00999020"), await services.Unit("示例市民政局", "00999030"));
        Dictionary<string, string> values = new() { ["code"] = await Coded(services, unit), ["unit"] = $"{unit}", ["way"] = "库表交换", ["frequency"] = "Daily", ["sinceOn"] = "2026-05-01" };
        var id = (await Save(services, RegisterShape.Collected, values)).Value;
        Assert.Equal("workflow.register.twice", (await Save(services, RegisterShape.Collected, values)).Faults.Single().Code);
        // An earlier time that ended before, and another unit, are rows of their own.
        Assert.True((await Save(services, RegisterShape.Collected, new(values) { ["sinceOn"] = "2026-01-01", ["endedOn"] = "2026-05-01" })).Ok);
        Assert.True((await Save(services, RegisterShape.Collected, new(values) { ["unit"] = $"{other}" })).Ok);
        Assert.Equal("workflow.register.twice", (await Save(services, RegisterShape.Collected, new(values) { ["sinceOn"] = "2026-04-30" }, id, 1)).Faults.Single().Code);
        // Once it ended, it may begin again.
        Assert.True((await Save(services, RegisterShape.Collected, new(values) { ["endedOn"] = "2026-10-01" }, id, 1)).Ok);
        Assert.True((await Save(services, RegisterShape.Collected, new(values) { ["sinceOn"] = "2026-10-01" })).Ok);

        Dictionary<string, string> back = new() { ["code"] = values["code"], ["unit"] = $"{unit}", ["origin"] = "国家", ["way"] = "文件交换", ["sinceOn"] = "2026-11-02" };
        Assert.True((await Save(services, RegisterShape.Returned, back)).Ok);
        Assert.Equal("workflow.register.twice", (await Save(services, RegisterShape.Returned, back)).Faults.Single().Code);
        Assert.True((await Save(services, RegisterShape.Returned, new(back) { ["sinceOn"] = "2026-11-03" })).Ok);
    }

    [Theory, Engines]
    public async Task Only_what_is_registered_is_given_at_once(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        // 目录外: nothing can stand in the register for it.
        Assert.Equal("workflow.supply.not-collected", (await Supply(SupplyWay.Collected)).Faults.Single().Code);
        var resource = await world.Services.Publish(world.Provides, "视频监控点位", ShareProperty.Conditional, true, "点位编号");
        await world.Services.Change(resource.Id, r => r.Code = "009990204/000001");
        await world.Services.With<Store>(s => s.Execute("UPDATE lists_demand_items SET resource_id = @id", default, ("id", resource.Id)));
        Assert.Equal("workflow.supply.not-collected", (await Supply(SupplyWay.Collected)).Faults.Single().Code);
        Dictionary<string, string> values = new() { ["code"] = "009990204/000001", ["unit"] = $"{world.Provides}", ["way"] = "库表交换", ["frequency"] = "Daily", ["sinceOn"] = "2026-01-05" };
        var id = (await Save(world.Services, RegisterShape.Collected, values)).Value;
        // Registered, and nothing has arrived yet.
        Assert.Equal("workflow.supply.not-collected", (await Supply(SupplyWay.Collected)).Faults.Single().Code);
        _ = (await Save(world.Services, RegisterShape.Collected, new(values) { ["lastOn"] = "2026-11-20" }, id, 1)).Value;
        Assert.True((await Supply(SupplyWay.Collected)).Ok);

        async Task<Result<Done>> Supply(SupplyWay way)
        {
            var edit = await world.Edit();
            return await world.Services.With<SupplyData, Result<Done>>(s => s.Run(world.Id, edit, $"{way}", "库表 t_camera", Person(world.Provides, Roles.Liaison), default));
        }
    }

    [Theory, Engines]
    public async Task What_was_refused_need_not_be_held_to_give_the_rest_at_once(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Answer(Verdict.Agree)).Value;
        _ = (await world.Sign()).Value;
        var resource = await world.Services.Publish(world.Provides, "视频监控点位", ShareProperty.Conditional, true, "点位编号");
        await world.Services.Change(resource.Id, r => r.Code = "009990204/000001");
        _ = (await Save(world.Services, RegisterShape.Collected, new() { ["code"] = "009990204/000001", ["unit"] = $"{world.Provides}", ["way"] = "库表交换", ["frequency"] = "Daily", ["sinceOn"] = "2026-01-05", ["lastOn"] = "2026-11-20" })).Value;
        // The first item is of what is held; the second, outside the catalogue, was refused.
        await world.Services.With<Store>(s => s.Execute("UPDATE lists_demand_items SET resource_id = @id WHERE place = 1", default, ("id", resource.Id)));
        var edit = await world.Edit();
        Assert.Equal("workflow.supply.not-collected", (await Supply()).Faults.Single().Code);
        await world.Services.With<Store>(s => s.Execute("UPDATE workflow_answers SET verdict = 'Refuse' WHERE place = 2", default));
        Assert.True((await Supply()).Ok);

        Task<Result<Done>> Supply() => world.Services.With<SupplyData, Result<Done>>(s => s.Run(world.Id, edit, nameof(SupplyWay.Collected), "库表 t_camera", Person(3, Roles.DataCentre), default));
    }

    private static Task<Result<long>> Save(TestServices services, RegisterShape shape, Dictionary<string, string> values, long id = 0, int edit = 0, string role = Roles.DataCentre) =>
        services.With<SaveRegisterRow, Result<long>>(s => s.Run(shape, id, edit, new RegisterDraft(values), Person(3, role), default));

    private static async Task<IReadOnlyList<RegisterLine>> Lines(TestServices services, RegisterShape shape)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        return await services.With<FindRegister, IReadOnlyList<RegisterLine>>(f => f.All(shape, new Qingdan.Platform.Web.QueryState(http), default));
    }

    private static async Task<string> Coded(TestServices services, long unit)
    {
        var resource = await services.Publish(unit, "户籍人口信息", ShareProperty.Conditional, true, "姓名");
        await services.With<Store>(s => s.Set<Resource>().Where(r => r.Id == resource.Id).ExecuteUpdateAsync(u => u.SetProperty(r => r.Code, "009990204/000001")));
        return "009990204/000001";
    }
}
