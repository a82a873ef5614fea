using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Importing;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.DemandWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Many demands of one workbook, and the items of one demand.</summary>
public sealed class DemandImportTests
{
    private const string Table = """
        需求名称,数据项,拟提供单位,应用场景,使用时限起,使用时限止,个人信息
        门牌变更,门牌号、变更日期,示例市公安局,核对地址,2027.1.5,2028-12-31,不含
        婚姻状态,婚姻状态,示例市公安局,核对家庭成员,2027-01-01,2028-12-31,个人信息
        婚姻状态,登记日期,,,,,
        点位,编号,没有的单位,看点位,不久以后,2028-12-31,不含
        """;

    [Theory, Engines]
    public async Task Good_ones_become_drafts_once_and_faulty_cells_are_told(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"));
        var plan = await Plan(services, await Receive(services, unit, Table), unit);
        Assert.Equal([PlanKind.New, PlanKind.New, PlanKind.Faulty], plan.Demands.Select(d => d.Kind));
        Assert.Equal((provider, "2027-01-05", 2), (plan.Demands[0].Input.ProviderId, plan.Demands[0].Input.StartsOn, plan.Demands[0].Input.Items.Count));
        Assert.Equal(["婚姻状态", "登记日期"], plan.Demands[1].Input.Items.Select(i => i.Name));
        Assert.Equal([("拟提供单位", 5), ("使用时限起", 5)], plan.Demands[2].Faults.Select(f => (f.Header, f.Row)).OrderBy(f => f.Header == "拟提供单位" ? 0 : 1));
        Assert.Equal((2, 0), await Take(services, unit));
        Assert.Equal([DemandState.Draft, DemandState.Draft], await services.With<Store, List<DemandState>>(s => s.Set<Demand>().Select(d => d.State).ToListAsync()));
        // The same again makes nothing; another word changes the draft of that name.
        Assert.Equal([PlanKind.Same, PlanKind.Same, PlanKind.Faulty], (await Plan(services, await Receive(services, unit, Table), unit)).Demands.Select(d => d.Kind));
        Assert.Equal([PlanKind.Changed, PlanKind.Same, PlanKind.Faulty], (await Plan(services, await Receive(services, unit, Table.Replace("核对地址", "核对户籍地址", StringComparison.Ordinal)), unit)).Demands.Select(d => d.Kind));
        Assert.Equal((0, 1), await Take(services, unit));
        Assert.Equal(2, await services.With<Store, int>(s => s.Set<Demand>().CountAsync()));
    }

    [Theory, Engines]
    public async Task Different_demands_are_not_put_together_and_a_day_that_cannot_be_meant_is_told_as_such(Engine engine)
    {
        const string Rows = """
            需求名称,数据项,拟提供单位,应用场景,使用时限起,使用时限止,个人信息
            门牌变更,门牌号,示例市公安局,核对地址,2027-01-01,2028-12-31,不含
            婚姻状态,婚姻状态,示例市公安局,,2027-01-01,2028-12-31,个人信息
            门牌变更,变更日期,示例市民政局,核对地址,2027-01-01,2029-12-31,不含
            婚姻状态,登记日期,,核对家庭成员,,,
            ,离婚日期,示例市公安局,核对家庭成员,,,
            ,户号,示例市民政局,核对家庭成员,,,
            点位,编号,示例市公安局,看点位,0001-01-01,2028-12-31,不含
            """;
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        _ = (await services.Unit("示例市公安局"), await services.Unit("示例市民政局"));
        var demands = (await Plan(services, await Receive(services, unit, Rows), unit)).Demands;
        Assert.Equal([("门牌变更", PlanKind.Faulty), ("婚姻状态", PlanKind.New), ("", PlanKind.Faulty), ("点位", PlanKind.Faulty)], demands.Select(d => (d.Input.Name, d.Kind)));
        Assert.Equal([("使用时限止", 4), ("拟提供单位", 4)], demands[0].Faults.Select(f => (f.Header!, f.Row)).Order());
        Assert.Contains(demands[0].Faults, f => f.Fault.Code == "lists.demand.import.differs" && f.Fault.Args.SequenceEqual(["示例市民政局", "2", "示例市公安局"]));
        // What one of its rows says holds for all of it, and the row without a name that says the same is one more item.
        Assert.Equal(("核对家庭成员", "婚姻状态、登记日期、离婚日期"), (demands[1].Input.Scenario, string.Join('、', demands[1].Input.Items.Select(i => i.Name))));
        Assert.Equal([("lists.demand.name.required", 7)], demands[2].Faults.Select(f => (f.Fault.Code, f.Row)));
        Assert.Equal([("使用时限起", "{0}应在 {1} 年至 {2} 年之间。")], demands[3].Faults.Select(f => (f.Header!, f.Fault.Text)));
    }

    [Theory, Engines]
    public async Task A_corrected_mapping_is_remembered_by_the_headers(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建委");
        const string Odd = "甲,乙\n门牌变更,门牌号\n";
        var id = await Receive(services, unit, Odd);
        var actor = Person(unit, Roles.Liaison);
        Assert.Equal("lists.demand.import.no-name", await Fault(services.With<MapDemands, Result<Done>>(m => m.Run(id, 1, new Dictionary<int, string> { [1] = "items" }, actor, default))));
        Assert.True((await services.With<MapDemands, Result<Done>>(m => m.Run(id, 1, new Dictionary<int, string> { [0] = "name", [1] = "items" }, actor, default))).Ok);
        Assert.Equal(PlanKind.New, Assert.Single((await Plan(services, await Receive(services, unit, Odd), unit)).Demands).Kind);
        Assert.Equal("lists.demand.import.not-found", await Fault(services.With<MapDemands, Result<Done>>(m => m.Run(id, 2, new Dictionary<int, string> { [0] = "name" }, Person(unit + 1, Roles.Liaison), default))));
    }

    [Theory, Engines]
    public async Task A_demand_under_way_is_left_alone_and_a_marked_file_is_refused(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, _) = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"));
        await services.Submit(await services.Drafted(unit, Complete with { Name = "门牌变更" }), unit, Sheet);
        Assert.Equal(PlanKind.UnderWay, (await Plan(services, await Receive(services, unit, Table), unit)).Demands[0].Kind);
        Assert.Equal("standards.file.classified", await Fault(services.With<ReceiveDemands, Result<long>>(r => r.Run("需求.csv", Csv(Table + "\n附图,秘密★10年,,,,,"), Person(unit, Roles.Liaison), default))));
        Assert.Equal("lists.demand.not-yours", await Fault(services.With<ReceiveDemands, Result<long>>(r => r.Run("需求.csv", Csv(Table), Person(unit, Roles.Auditor), default))));
    }

    [Theory, Engines]
    public async Task Items_come_by_a_workbook_inside_the_catalogue_by_code_and_name(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, provider) = (await services.Unit("示例市住建委"), await services.Unit("示例市公安局"));
        var resource = await services.Publish(provider, "户籍人口", ShareProperty.Unconditional, true, "门牌号", "户号");
        await services.With<Store>(s => s.Execute("UPDATE catalog_resources SET code = '009990200/000001' WHERE id = @id", default, ("id", resource.Id)));
        var outside = await Items("数据项名称,说明,必需或可选\n门牌号,含弄号,必需\n户号,,可选\n");
        Assert.Equal([("门牌号", "含弄号", true), ("户号", "", false)], outside.Value.Items.Select(i => (i.Name, i.Note, i.Required)));
        var inside = await Items("数据项名称,关联目录\n门牌号,009990200/000001\n");
        Assert.Equal(resource.Id, Assert.Single(inside.Value.Items).ResourceId);
        var wrong = await Items("数据项名称,关联目录,必需或可选\n没有的项,009990200/000001,必需\n门牌号,009990200/999999,必需\n户号,,看情况\n");
        Assert.Equal(3, wrong.Faults.Count);
        Assert.All(wrong.Faults, f => Assert.Equal("itemsFile", f.Field));
        Assert.Equal("lists.demand.items-file.no-name", await Fault(Items("甲,乙\n一,二\n")));

        Task<Result<DemandInput>> Items(string csv) => services.With<ReadItems, Result<DemandInput>>(r => r.Run("数据项.csv", Csv(csv), Complete, Person(unit, Roles.Liaison), default));
    }

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<long> Receive(TestServices services, long unit, string text)
    {
        var received = await services.With<ReceiveDemands, Result<long>>(r => r.Run("需求.csv", Csv(text), Person(unit, Roles.Liaison), default));
        Assert.True(received.Ok, string.Join(' ', received.Ok ? [] : received.Faults.Select(f => f.Code)));
        return received.Value;
    }

    private static Task<DemandPlan> Plan(TestServices services, long id, long unit) => services.With<ReadDemands, DemandPlan>(async read =>
    {
        var row = await services.With<FindImports, DemandImport?>(f => f.One(id, Person(unit, Roles.Liaison), default));
        return (await read.Run(row!, default)).Value;
    });

    // The last one that was received.
    private static async Task<(int Made, int Changed)> Take(TestServices services, long unit)
    {
        var row = await services.With<Store, DemandImport>(s => s.Set<DemandImport>().AsNoTracking().OrderByDescending(i => i.Id).FirstAsync());
        var taken = (await services.With<TakeDemands, Result<(int, int)>>(t => t.Run(row.Id, row.Edit, Person(unit, Roles.Liaison), default))).Value;
        Assert.Equal("lists.demand.import.changed", await Fault(services.With<TakeDemands, Result<(int, int)>>(t => t.Run(row.Id, row.Edit, Person(unit, Roles.Liaison), default))));
        return taken;
    }
}
