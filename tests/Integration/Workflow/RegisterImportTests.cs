using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Registers;
using Qingdan.Workflow.Registers.Importing;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

/// <summary>A register filled from a workbook: all faults by row and field, nothing entered twice.</summary>
public sealed class RegisterImportTests
{
    private const string Code = "009990204/000001";

    private const string Table = """
        目录代码,归集自,归集方式,归集频率,持有起始日,最近到达日,记录数,备注
        009990204/000001,示例市公安局,库表交换,每天,2026.1.5,2026-11-20,12000,
        009990204/999999,没有的局,飞鸽传书,每日,去年,2027-01-01,很多,
        009990204/000001,示例市公安局,服务接口,每月,2026-02-01,,,又一行
        """;

    [Theory, Engines]
    public async Task Each_row_says_all_its_faults_and_the_good_ones_are_entered_once(Engine engine)
    {
        await using var services = await World(engine);
        var plan = (await Show(services, (await Receive(services, Table)).Value)).Plan;
        Assert.Equal([RowFate.New, RowFate.Faulty, RowFate.Faulty], plan.Rows.Select(r => r.Fate));
        Assert.Equal(("2026-01-05", "Daily"), (plan.Rows[0].Draft["sinceOn"], plan.Rows[0].Draft["frequency"]));
        Assert.Equal(["code", "lastOn", "rows", "sinceOn", "unit", "way"], plan.Rows[1].Faults.Select(f => f.Key!).Order(StringComparer.Ordinal));
        Assert.All(plan.Rows[1].Faults, f => Assert.Equal(3, f.Row));
        Assert.Equal(["workflow.register.import.twice"], plan.Rows[2].Faults.Select(f => f.Fault.Code));
        Assert.Equal((1, 0), await Take(services));

        // The same again makes nothing; another word changes the entry.
        Assert.Equal(RowFate.Same, (await Show(services, (await Receive(services, Table)).Value)).Plan.Rows[0].Fate);
        Assert.Equal("workflow.register.import.nothing", (await Taken(services)).Faults[0].Code);
        _ = (await Receive(services, Table.Replace("12000", "13000", StringComparison.Ordinal))).Value;
        Assert.Equal((0, 1), await Take(services));
        Assert.Equal("workflow.register.import.changed", (await Taken(services)).Faults[0].Code);
        Assert.Equal(13_000, (await services.With<Store, RegisterRow>(s => s.Set<RegisterRow>().AsNoTracking().SingleAsync())).Rows);
    }

    [Theory, Engines]
    public async Task What_cannot_be_read_bears_a_mark_or_lacks_a_column_is_refused_whole(Engine engine)
    {
        await using var services = await World(engine);
        Assert.Equal("workflow.case.not-yours", (await Receive(services, Table, role: Roles.Liaison)).Faults[0].Code);
        Assert.Equal(["归集自", "归集方式", "归集频率", "持有起始日"], (await Receive(services, "目录代码,甲,乙\n009990204/000001,一,二\n")).Faults.Select(f => (string)f.Args[0]));
        Assert.Equal("standards.file.classified", (await Receive(services, Table + "\n009990204/000001,示例市公安局,机密★10年,,,,,")).Faults[0].Code);
        Assert.Equal(0, await services.With<Store, int>(s => s.Set<RegisterImport>().CountAsync()));
    }

    [Fact]
    public async Task The_template_comes_back_as_it_was_given_and_its_example_is_refused()
    {
        await using var services = await World(Engine.Sqlite);
        foreach (var shape in RegisterShape.All)
        {
            using var file = new MemoryStream();
            await SheetWriter.WriteWorkbook(file, [RegisterColumns.Template(shape)], default);
            file.Position = 0;
            var id = (await services.With<ReceiveRegister, Result<long>>(r => r.Run(shape, "模板.xlsx", file, Person(3, Roles.DataCentre), default))).Value;
            Assert.Equal([RowFate.Faulty], (await services.With<FindRegisterImports, Result<RegisterImportsView>>(f => f.Page(shape, id, default))).Value.Shown!.Plan.Rows.Select(r => r.Fate));
        }
    }

    private static async Task<TestServices> World(Engine engine)
    {
        var services = await TestServices.Create(engine);
        var resource = await services.Publish(await services.Unit("示例市公安局", "00999020"), "户籍人口信息", ShareProperty.Conditional, true, "姓名");
        await services.With<Store>(s => s.Set<Resource>().Where(r => r.Id == resource.Id).ExecuteUpdateAsync(u => u.SetProperty(r => r.Code, Code)));
        return services;
    }

    private static Task<Result<long>> Receive(TestServices services, string csv, string role = Roles.DataCentre) =>
        services.With<ReceiveRegister, Result<long>>(r => r.Run(RegisterShape.Collected, "归集.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), Person(3, role), default));

    private static async Task<ShownRegisterImport> Show(TestServices services, long id) => (await services.With<FindRegisterImports, Result<RegisterImportsView>>(f => f.Page(RegisterShape.Collected, id, default))).Value.Shown!;

    private static async Task<(int, int)> Take(TestServices services) => (await Taken(services)).Value;

    // The last one that was received.
    private static async Task<Result<(int, int)>> Taken(TestServices services)
    {
        var import = await services.With<Store, RegisterImport>(s => s.Set<RegisterImport>().AsNoTracking().OrderByDescending(i => i.Id).FirstAsync());
        return await services.With<TakeRegister, Result<(int, int)>>(t => t.Run(RegisterShape.Collected, import.Id, import.Edit, Person(3, Roles.DataCentre), default));
    }
}
