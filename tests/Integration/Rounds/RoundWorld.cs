using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>Two units with entries in force, a round for the 责任清单, and the people who take part.</summary>
internal sealed class RoundWorld : IAsyncDisposable
{
    private RoundWorld(TestServices services) => Services = services;

    public TestServices Services { get; }
    public Actor Authority { get; } = new(9, "赵", 0, "市数据局", new HashSet<string> { Roles.Authority });
    public Actor Centre { get; } = new(8, "陈晓", 0, "大数据中心", new HashSet<string> { Roles.DataCentre });
    public Actor Liaison { get; private set; } = null!;
    public Actor Head { get; private set; } = null!;
    public Actor Stranger { get; private set; } = null!;
    public long Unit { get; private set; }
    public long Other { get; private set; }
    public long Round { get; private set; }

    /// <summary>A city whose first unit has three entries by hand and one from the catalogue.</summary>
    public static async Task<RoundWorld> Create(Engine engine, params string[] tables)
    {
        var world = new RoundWorld(await TestServices.Create(engine));
        world.Unit = await world.Services.Unit("市民政局", "00999012");
        world.Other = await world.Services.Unit("市公安局", "00999020");
        world.Liaison = new Actor(1, "王敏", world.Unit, "市民政局", new HashSet<string> { Roles.Liaison });
        world.Head = new Actor(2, "李局", world.Unit, "市民政局", new HashSet<string> { Roles.UnitHead });
        world.Stranger = new Actor(3, "周", world.Other, "市公安局", new HashSet<string> { Roles.Liaison });
        foreach (var name in new[] { "婚姻登记信息", "低保对象信息", "养老机构信息" }) await world.Entry(name);
        await world.Services.Publish(world.Unit, "社会组织登记信息", ShareProperty.Conditional, true, "名称", "登记号");
        await world.Services.Generate(world.Unit);
        world.Round = (await world.Services.With<OpenRound, Result<long>>(o => o.Run(new RoundInput
        {
            Title = "2026 年度三清单集中梳理", NoticeNumber = "示数办〔2026〕18 号", NoticeOn = "2026-11-02", DueOn = "2026-11-27", Tables = tables.Length > 0 ? tables : ["responsibility"], Units = [world.Unit, world.Other],
        }, world.Authority, default))).Value;
        return world;
    }

    /// <summary>An entry by hand, of the first unit.</summary>
    public async Task<long> Entry(string name, Actor? actor = null) => (await Services.With<AddEntry, Result<long>>(a => a.Run(new EntryInput
    {
        Name = name, Items = "姓名\n登记日期", Share = ShareProperty.Conditional, ShareCondition = "限行政审批", ShareWays = "服务接口", Frequency = UpdateFrequency.Monthly, DataLevel = "一般数据", SystemName = "民政系统",
        Contact = "信息处 王敏",
    }, actor ?? Liaison, default))).Value;

    public Task<Report> Report(long? unit = null, string table = "responsibility") =>
        Services.With<Store, Report>(s => s.Set<Report>().AsNoTracking().SingleAsync(r => r.RoundId == Round && r.UnitId == (unit ?? Unit) && r.TableKey == table));

    /// <summary>The prefilled workbook of a report.</summary>
    public async Task<byte[]> Template(long report, long part = 0, Actor? actor = null)
    {
        using var content = new MemoryStream();
        await Services.With<WriteTemplate>(async w => await (await w.Run(report, part, actor ?? Liaison, default)).Value.Write(content));
        return content.ToArray();
    }

    /// <summary>Hands a file in and lets it be read.</summary>
    public async Task<Result<Return>> Send(long report, byte[] file, string name = "民政局责任清单.xlsx", long part = 0, Actor? actor = null)
    {
        using var content = new MemoryStream(file);
        var received = await Services.With<ReceiveReturn, Result<long>>(r => r.Run(report, part, name, content, actor ?? Liaison, default));
        if (!received.TryGet(out var id)) return received.As<Return>();
        await Work();
        return await Return(id);
    }

    /// <summary>The workbook back with its faults.</summary>
    public async Task<byte[]> Receipt(long id)
    {
        using var target = new MemoryStream();
        await Services.With<WriteReceipt>(async w =>
        {
            await using var content = (await w.Run(id, Centre, default)).Value.Content;
            await content.CopyToAsync(target);
        });
        return target.ToArray();
    }

    public Task<Return> Return(long id) => Services.With<Store, Return>(s => s.Set<Return>().AsNoTracking().SingleAsync(r => r.Id == id));

    public Task<List<ReturnLine>> Lines(long id) => Services.With<Store, List<ReturnLine>>(s => s.Set<ReturnLine>().AsNoTracking().Where(l => l.ReturnId == id).OrderBy(l => l.Number).ToListAsync());

    public Task<List<ReportLine>> Said(long report) => Services.With<Store, List<ReportLine>>(s => s.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == report).OrderBy(l => l.Place).ToListAsync());

    /// <summary>Takes a compared workbook over.</summary>
    public async Task Take(Return row) => Xunit.Assert.Empty((await Services.With<TakeReturn, Result<long>>(t => t.Run(row.Id, row.Edit, Liaison, default))).Faults);

    /// <summary>Closes the content for signing.</summary>
    public async Task Finish(long report)
    {
        var edit = await Services.With<Store, int>(s => s.Set<Report>().Where(r => r.Id == report).Select(r => r.Edit).SingleAsync());
        Xunit.Assert.Empty((await Services.With<Qingdan.Records.Rounds.Reporting.FinishReport, Result<Done>>(f => f.Run(report, edit, Liaison, default))).Faults);
    }

    /// <summary>Does what waits.</summary>
    public async Task Work()
    {
        while (await Services.With<JobRunner, int>(r => r.RunDue(default)) > 0) { }
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
