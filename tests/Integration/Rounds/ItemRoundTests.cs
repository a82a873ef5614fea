using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>The 数据项 as a table of a round: one row an item, from its workbook into the next version of its resource.</summary>
public sealed class ItemRoundTests
{
    [Theory, Engines]
    public async Task DetailsOfItemsGoFromTheWorkbookIntoTheNextVersion(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine, "items");
        var (marriage, low) = (await Resource(world, "婚姻登记", "姓名", "证件号码", "登记日期"), await Resource(world, "低保对象", "姓名", "金额"));
        var kept = (await Items(world, marriage)).Single(i => i.Name == "登记日期").Id;
        using var book = new WorkbookEdit(await world.Template((await Report(world)).Id));
        // The world's own resource has two items.
        Assert.Equal(7, book.Rows.Count);
        uint name = Row(book, "婚姻登记", "姓名"), number = Row(book, "婚姻登记", "证件号码"), day = Row(book, "婚姻登记", "登记日期"), amount = Row(book, "低保对象", "金额");
        book.Set(name, "数据类型", "字符串").Set(name, "数据长度", "５０").Set(name, "敏感级别", "看情况").Set(number, "较上年", "删除");
        book.Set(day, "数据项名称", "结婚登记日期").Set(day, "是否可空", "×").Set(amount, "精度", "2").Set(amount, "计量单位", "元");
        var added = book.Copy(amount);
        book.Set(added, "数据项名称", "发放月份").Set(added, "目录代码", "").Set(added, "目录名称", "低保对象");

        var sent = (await world.Send((await Report(world)).Id, book.Save())).Value;
        var figures = sent.ReadFigures();
        Assert.True((8, 3, 1, 1, 1, 1, 1, 0) == (figures.Rows, figures.Same, figures.Changed, figures.Renamed, figures.Added, figures.Removed, figures.Faulty, figures.Missing), sent.Figures + string.Join('\n', (await world.Lines(sent.Id)).Select(l => l.Cells)));
        var faulty = Assert.Single(await world.Lines(sent.Id), l => l.Faulty);
        Assert.Equal("婚姻登记 · 姓名", faulty.Name);
        using var receipt = new WorkbookEdit(await world.Receipt(sent.Id));
        await world.Take(sent);
        var mended = (await world.Send((await Report(world)).Id, receipt.Set(name, "敏感级别", Domains.DataLevels.Entries[0].Name).Save())).Value;
        Assert.Equal(0, mended.ReadFigures().Faulty);
        await world.Take(mended);
        await Accept(world, "items");

        var next = await Next(world, marriage);
        Assert.Equal(["姓名", "结婚登记日期"], next.Items.Select(i => i.Name));
        Assert.Equal(("字符串型", 50, Domains.DataLevels.Entries[0].Name), (next.Items[0].DataType, next.Items[0].Length, next.Items[0].Elements["sensitivity"]));
        Assert.Equal((kept, "否", "摘要"), (next.Items[1].Id, next.Items[1].Elements["nullable"], next.Summary));
        Assert.Equal(["姓名", "金额", "发放月份"], (await Next(world, low)).Items.Select(i => i.Name));
        // One next version for each resource, complete and hence in review; what is in force stays.
        Assert.All([marriage, low], id => Assert.Equal((ResourceState.ChangeInReview, 2), State(world, id)));
        Assert.Equal(3, (await Items(world, marriage)).Count);
    }

    [Theory, Engines]
    public async Task AnItemOfANextVersionIsTheSameRowBeforeAndAfterItsPublication(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine, "items");
        var id = await Resource(world, "婚姻登记", "姓名");
        var row = await Row(world, id);
        var content = await Next(world, id);
        Assert.True((await world.Services.With<SaveResource, Result<Done>>(s => s.Update(id, row.Edit, content with { Items = [new ItemContent { Name = "电话" }, .. content.Items] }, world.Liaison, default))).Ok);
        using var book = new WorkbookEdit(await world.Template((await Report(world)).Id));
        var added = (await Next(world, id)).Items[0].Id;
        Assert.NotEqual(0, added);
        await world.Services.With<SubmitResource, Result<Done>>(s => s.Run(id, true, new SignOffInput(true, ""), world.Head, default));
        row = await Row(world, id);
        Assert.Empty((await world.Services.With<ReviewResource, Result<Done>>(r => r.Run(id, row.Edit, new SignOffInput(true, ""), world.Authority, default))).Faults);
        Assert.Equal(added, (await Items(world, id)).Single(i => i.Name == "电话").Id);

        book.Set(Row(book, "婚姻登记", "电话"), "数据项名称", "联系电话");
        var figures = (await world.Send((await Report(world)).Id, book.Save())).Value.ReadFigures();
        Assert.Equal((1, 0, 0, 0), (figures.Renamed, figures.Added, figures.Faulty, figures.Missing));
    }

    [Theory, Engines]
    public async Task AResourceThatIsNewInTheSameRoundTakesItsItemsOnceItIsThere(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine, "catalog", "items");
        await Resource(world, "婚姻登记", "姓名");
        var (catalog, items) = (await world.Report(table: "catalog"), await Report(world));
        using var resources = new WorkbookEdit(await world.Template(catalog.Id));
        resources.Set(resources.Copy(resources.RowOf("婚姻登记")), "数据目录名称", "收养登记").Set(resources.RowOf("收养登记"), "数据项", "收养人、登记日期").Set(resources.RowOf("婚姻登记"), "摘要", "改过的摘要");
        var csv = Encoding.UTF8.GetBytes("目录名称,数据项名称,数据类型\n收养登记,收养人,字符串型\n收养登记,被收养人,字符串型\n婚姻登记,姓名,字符串型\n");
        // Nobody has heard of it yet.
        var early = (await world.Send(items.Id, csv, "数据项.csv")).Value;
        Assert.Equal(2, early.ReadFigures().Faulty);
        Assert.Contains("数据目录", (await world.Lines(early.Id))[0].ReadCells()[0].Text, StringComparison.Ordinal);
        await world.Take((await world.Send(catalog.Id, resources.Save(), "目录.xlsx")).Value);
        var sent = (await world.Send(items.Id, csv, "数据项.csv")).Value;
        Assert.Equal((0, 2, 1), (sent.ReadFigures().Faulty, sent.ReadFigures().Added, sent.ReadFigures().Changed));
        await world.Take(sent);
        await world.Finish(items.Id);
        await Sign(world, items.Id);
        Assert.Equal("catalog.report.item.missing", (await Decide(world, items.Id)).Faults[0].Code);

        await Accept(world, "catalog");
        Assert.Empty((await Decide(world, items.Id)).Faults);
        var adoption = await world.Services.With<Store, Resource>(s => s.Set<Resource>().AsNoTracking().SingleAsync(r => r.Name == "收养登记"));
        Assert.Equal(ResourceState.InReview, adoption.State);
        Assert.Equal(["收养人/字符串型", "登记日期/", "被收养人/字符串型"], (await Items(world, adoption.Id)).Select(i => $"{i.Name}/{i.DataType}"));
        // What the first report said of the other stays.
        var marriage = await Next(world, (await world.Services.With<Store, Resource>(s => s.Set<Resource>().AsNoTracking().SingleAsync(r => r.Name == "婚姻登记"))).Id);
        Assert.Equal(("改过的摘要", "字符串型"), (marriage.Summary, marriage.Items[0].DataType));
    }

    [Theory, Engines]
    public async Task TheLaterOfTwoReportsNeverUndoesTheEarlier(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine, "catalog", "items");
        var (one, two) = (await Resource(world, "婚姻登记", "姓名"), await Resource(world, "低保对象", "姓名"));
        var (catalog, items) = (await world.Report(table: "catalog"), await Report(world));
        using var resources = new WorkbookEdit(await world.Template(catalog.Id));
        await world.Take((await world.Send(catalog.Id, resources.Set(resources.RowOf("婚姻登记"), "摘要", "甲").Set(resources.RowOf("低保对象"), "摘要", "乙").Save(), "目录.xlsx")).Value);
        await world.Finish(catalog.Id);
        await Sign(world, catalog.Id);
        using var book = new WorkbookEdit(await world.Template(items.Id));
        await world.Take((await world.Send(items.Id, book.Set(Row(book, "婚姻登记", "姓名"), "数据项名称", "当事人姓名").Set(Row(book, "低保对象", "姓名"), "数据类型", "字符串型").Save())).Value);
        await Accept(world, "items");
        // The name stands in the other workbook too, so that one is out of date; the type does not.
        Assert.Equal(["婚姻登记"], (await Decide(world, catalog.Id)).Faults.Select(f => f.Args[0]));
        Assert.Equal("当事人姓名", (await Next(world, one)).Items[0].Name);

        var report = await world.Report(table: "catalog");
        Assert.Empty((await world.Services.With<DecideReport, Result<Done>>(d => d.Run(report.Id, report.Edit, false, "请核对", world.Centre, default))).Faults);
        using var anew = new WorkbookEdit(await world.Template(catalog.Id));
        await world.Take((await world.Send(catalog.Id, anew.Set(anew.RowOf("婚姻登记"), "数据项", "当事人姓名").Save(), "目录.xlsx")).Value);
        await Accept(world, "catalog");
        var (first, second) = (await Next(world, one), await Next(world, two));
        Assert.Equal(("甲", "当事人姓名", "乙", "字符串型"), (first.Summary, first.Items[0].Name, second.Summary, second.Items[0].DataType));
    }

    [Theory, Engines]
    public async Task ARowNamesItsResourceByMergedCellsOrByHandAndStaysWithIt(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine, "items");
        await Resource(world, "婚姻登记", "姓名", "证件号码");
        await Resource(world, "低保对象", "姓名");
        var still = await Resource(world, "殡葬服务", "机构名称");
        var report = await Report(world);
        await world.Services.Change(still, r => r.State = ResourceState.ChangeInReview);
        using (var book = new WorkbookEdit(await world.Template(report.Id)))
        {
            var (top, below, low) = (Row(book, "婚姻登记", "姓名"), Row(book, "婚姻登记", "证件号码"), Row(book, "低保对象", "姓名"));
            book.Set(below, "目录名称", "").Merge($"{book.Header("目录名称")}{top}:{book.Header("目录名称")}{below}").Set(low, "目录名称", "婚姻登记").Set(Row(book, "殡葬服务", "机构名称"), "数据类型", "字符串型");
            var lines = await world.Lines((await world.Send(report.Id, book.Save())).Value.Id);
            Assert.Equal([low, Row(book, "殡葬服务", "机构名称")], lines.Where(l => l.Faulty).Select(l => (uint)l.Number).Order());
            Assert.All(lines.Where(l => !l.Faulty), l => Assert.Equal(ReportChange.Same, l.Change));
            Assert.Contains(lines, l => l.ReadCells().Any(c => c.Text.StartsWith("数据项不能换到别的目录", StringComparison.Ordinal)));
        }
        var ods = Ods(["目录代码", "目录名称", "数据项名称", "数据类型", "数据长度"], ["", "婚姻登记", "姓名", "字符串型", "20"], ["", "同上", "联系电话", "", "很长"], ["", "", "无主", "", ""], ["", "不存在的", "甲", "", ""], ["X/1", "", "乙", "", ""], ["", "殡葬服务", "地址", "", ""]);
        var sent = (await world.Send(report.Id, ods, "数据项.ods")).Value;
        var read = await world.Lines(sent.Id);
        Assert.Equal([ReportChange.Changed, ReportChange.Added, ReportChange.Added, ReportChange.Added, ReportChange.Added, ReportChange.Added], read.Select(l => l.Change));
        Assert.Equal(["数据长度", "请写明这个数据项", "本单位没有目录", "本单位没有代码", "这个目录正在审核"], read.Skip(1).Select(l => new[] { "数据长度", "请写明这个数据项", "本单位没有目录", "本单位没有代码", "这个目录正在审核" }.FirstOrDefault(t => l.ReadCells().Any(c => c.Wrong && (c.Text.StartsWith(t, StringComparison.Ordinal) || c.Args.Contains(t)))) ?? l.Cells));
        Assert.Equal("婚姻登记 · 联系电话", read[1].Name);
    }

    [Theory, Engines]
    public async Task NoResourceLosesItsLastItemNorHasTwoOfOneName(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine, "items");
        var id = await Resource(world, "婚姻登记", "姓名", "证件号码");
        var report = await Report(world);
        using (var book = new WorkbookEdit(await world.Template(report.Id)))
            await world.Take((await world.Send(report.Id, book.Set(Row(book, "婚姻登记", "姓名"), "较上年", "删除").Set(Row(book, "婚姻登记", "证件号码"), "较上年", "删除").Save())).Value);
        await world.Finish(report.Id);
        await Sign(world, report.Id);
        Assert.Equal("catalog.report.item.none", (await Decide(world, report.Id)).Faults[0].Code);
        report = await Report(world);
        await world.Services.With<DecideReport, Result<Done>>(d => d.Run(report.Id, report.Edit, false, "请核对", world.Centre, default));
        using (var book = new WorkbookEdit(await world.Template(report.Id)))
            await world.Take((await world.Send(report.Id, book.Set(Row(book, "婚姻登记", "姓名"), "较上年", "").Set(Row(book, "婚姻登记", "证件号码"), "较上年", "").Set(Row(book, "婚姻登记", "证件号码"), "数据项名称", "姓名").Save())).Value);
        await world.Finish(report.Id);
        await Sign(world, report.Id);
        Assert.Equal("catalog.report.item.twice", (await Decide(world, report.Id)).Faults[0].Code);
        Assert.Equal((ResourceState.Published, 2), State(world, id));
    }

    private static uint Row(WorkbookEdit book, string resource, string item) => book.Rows.First(r => book.Value(r, "目录名称") == resource && book.Value(r, "数据项名称") == item);

    private static Task<Report> Report(RoundWorld world) => world.Report(table: "items");

    // Published and with all that a version owes.
    private static async Task<long> Resource(RoundWorld world, string name, params string[] items)
    {
        var resource = await world.Services.Publish(world.Unit, name, ShareProperty.Unconditional, true, items);
        await world.Services.Change(resource.Id, r => (r.Summary, r.OpenType, r.Version) = ("摘要", OpenType.NotOpen, 1));
        return resource.Id;
    }

    private static (ResourceState, int) State(RoundWorld world, long id)
    {
        var row = Row(world, id).GetAwaiter().GetResult();
        return (row.State, row.Version);
    }

    private static Task<Resource> Row(RoundWorld world, long id) => world.Services.With<Store, Resource>(s => s.Set<Resource>().AsNoTracking().SingleAsync(r => r.Id == id));

    private static Task<List<Item>> Items(RoundWorld world, long id) => world.Services.With<Store, List<Item>>(s => s.Set<Item>().AsNoTracking().Where(i => i.ResourceId == id).OrderBy(i => i.Place).ToListAsync());

    private static Task<ResourceContent> Next(RoundWorld world, long id) => world.Services.With<SaveResource, ResourceContent>(async s => await s.Current(await Row(world, id), default));

    private static async Task Sign(RoundWorld world, long id)
    {
        var report = await world.Services.With<Store, Report>(s => s.Set<Report>().AsNoTracking().SingleAsync(r => r.Id == id));
        Assert.Empty((await world.Services.With<SignReport, Result<Done>>(s => s.Run(id, report.Edit, new SignOffInput(true, ""), "", world.Head, default))).Faults);
    }

    private static async Task<Result<Done>> Decide(RoundWorld world, long id)
    {
        var report = await world.Services.With<Store, Report>(s => s.Set<Report>().AsNoTracking().SingleAsync(r => r.Id == id));
        return await world.Services.With<DecideReport, Result<Done>>(d => d.Run(id, report.Edit, true, "", world.Centre, default));
    }

    private static async Task Accept(RoundWorld world, string table)
    {
        var report = await world.Report(table: table);
        await world.Finish(report.Id);
        await Sign(world, report.Id);
        Assert.Empty((await Decide(world, report.Id)).Faults);
    }

    private static byte[] Ods(params string[][] rows)
    {
        var table = string.Concat(rows.Select(r => $"<table:table-row>{string.Concat(r.Select(c => $"<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>"))}</table:table-row>"));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            Put(zip, "content.xml", $"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"表\">{table}</table:table></office:spreadsheet></office:body></office:document-content>");
        }
        return stream.ToArray();

        static void Put(ZipArchive zip, string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
