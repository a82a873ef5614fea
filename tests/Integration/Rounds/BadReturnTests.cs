using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>Files that are no workbook to be taken: one sentence each, and nothing kept.</summary>
public sealed class BadReturnTests
{
    [Fact]
    public async Task WhatCannotBeReadIsRefusedAndNothingIsKept()
    {
        await using var world = await RoundWorld.Create(Engine.Sqlite);
        var report = await world.Report();
        var good = await world.Template(report.Id);
        foreach (var (name, file, code) in new (string, byte[], string)[]
        {
            ("空.xlsx", [], "sheet.empty"), ("截断.xlsx", good[..(good.Length / 2)], "sheet.truncated"), ("炸弹.xlsx", Rewritten(good, "xl/worksheets/sheet3.xml", _ => new string(' ', 200_000_000)), "sheet.unpacked-too-large"),
            ("实体.xlsx", Rewritten(good, "xl/worksheets/sheet3.xml", x => "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + x), "sheet.broken"),
            ("金山.et", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "sheet.et"), ("网页.xls", Encoding.UTF8.GetBytes("<html><table></table></html>"), "sheet.web-page"),
            ("密级.xlsx", Marked(good), "standards.file.classified"), ("图.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 2000).Select(i => (byte)(i * 37))], "sheet.unknown-format"),
        })
        {
            var sent = await world.Send(report.Id, file, name);
            Assert.Equal((name, code), (name, sent.Ok ? "taken" : sent.Faults[0].Code));
        }
        Assert.Empty(await world.Services.With<Store, List<Return>>(s => s.Set<Return>().ToListAsync()));
        Assert.Empty(await world.Services.With<Store, List<StoredFile>>(s => s.Set<StoredFile>().ToListAsync()));
    }

    [Fact]
    public async Task AWorkbookOfAnotherUnitTableOrRoundIsNamedAndNotRead()
    {
        await using var world = await RoundWorld.Create(Engine.Sqlite, "responsibility", "demand");
        var (mine, demand, other) = (await world.Report(), await world.Report(table: "demand"), await world.Report(world.Other));
        Assert.Equal("records.return.other-unit", (await world.Send(mine.Id, await world.Template(other.Id, actor: world.Centre))).Faults[0].Code);
        Assert.Equal("records.return.other-table", (await world.Send(demand.Id, await world.Template(mine.Id))).Faults[0].Code);
    }

    [Fact]
    public async Task OddCellsDoNotBreakTheReading()
    {
        await using var world = await RoundWorld.Create(Engine.Sqlite);
        var report = await world.Report();
        // Rich text with a phonetic run, a cell of 2 MB, a row far below.
        var file = Rewritten(await world.Template(report.Id), "xl/worksheets/sheet3.xml", x => x
            .Replace("<x:t xml:space=\"preserve\">低保对象信息</x:t>", "<x:r><x:t>低保</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t>对象信息</x:t></x:r><x:rPh sb=\"0\" eb=\"2\"><x:t>ding</x:t></x:rPh>", StringComparison.Ordinal)
            .Replace("</x:sheetData>", $"<x:row r=\"1048576\"><x:c r=\"E1048576\" t=\"inlineStr\"><x:is><x:t>{new string('长', 2_000_000)}</x:t></x:is></x:c></x:row></x:sheetData>", StringComparison.Ordinal));
        var returned = (await world.Send(report.Id, file)).Value;
        var figures = returned.ReadFigures();
        Assert.Equal((5, 4, 1), (figures.Rows, figures.Same, figures.Faulty));
        Assert.Equal(1_048_576, Assert.Single(await world.Lines(returned.Id), l => l.Faulty).Number);
    }

    [Fact]
    public async Task OfOneWorkbookTakenTwiceTheSecondIsTold()
    {
        await using var world = await RoundWorld.Create(Engine.Sqlite);
        var report = await world.Report();
        var returned = (await world.Send(report.Id, await world.Template(report.Id))).Value;
        await world.Take(returned);
        Assert.Equal("records.report.not-now", (await world.Services.With<TakeReturn, Result<long>>(t => t.Run(returned.Id, returned.Edit, world.Liaison, default))).Faults[0].Code);
    }

    [Fact]
    public async Task AScanThatIsNoPictureIsRefused()
    {
        await using var world = await RoundWorld.Create(Engine.Sqlite);
        var text = Encoding.UTF8.GetBytes("MZ not a picture");
        var form = new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["signer"] = "李局" }, new FormFileCollection { new FormFile(new MemoryStream(text), 0, text.Length, "scan", "签字.jpg") });
        Assert.Equal("sign-off.scan.content", (await world.Services.With<PaperForm, Result<SignOffInput>>(p => p.Read(form, true, world.Liaison, default))).Faults[0].Code);
    }

    [Theory, Engines]
    public async Task AnArchiveOfManyUnitsIsTakenFileByFile(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var (mine, other) = (await world.Report(), await world.Report(world.Other));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // A path that would lead elsewhere, a unit told by the file's name, one by nothing, and what offices leave lying about.
            Put(zip, "../../etc/cron.d/任意.xlsx", await world.Template(mine.Id));
            Put(zip, "公安/市公安局责任清单.csv", Encoding.UTF8.GetBytes("数据名称,数据项,共享属性,共享条件,共享方式,更新频率,备注\n户籍信息,姓名、地址,有条件共享,限行政审批,服务接口,每日,\n"));
            Put(zip, "不知道.csv", Encoding.UTF8.GetBytes("数据名称,数据项\n甲,乙\n"));
            Put(zip, "~$民政局.xlsx", [1, 2, 3]);
        }
        var taken = (await world.Services.With<CollectReturns, Result<IReadOnlyList<CollectedRow>>>(c => c.Run(world.Round, [("全市.zip", () => new MemoryStream(stream.ToArray()))], world.Centre, default))).Value;
        Assert.Equal(["任意.xlsx", "市公安局责任清单.csv", "不知道.csv"], taken.Select(t => t.File));
        Assert.Equal(["市民政局", "市公安局", ""], taken.Select(t => t.Unit));
        Assert.Equal("records.collect.unknown", taken[2].Refusal!.Code);
        await world.Work();
        var added = await world.Return(taken[1].ReturnId);
        Assert.Equal((other.Id, 1), (added.ReportId, added.ReadFigures().Added));
        Assert.Equal("records.zip.broken", (await world.Services.With<CollectReturns, Result<IReadOnlyList<CollectedRow>>>(c => c.Run(world.Round, [("坏.zip", () => new MemoryStream([0x50, 0x4B, 3, 4, 9]))], world.Centre, default))).Value[0].Refusal!.Code);
    }

    private static byte[] Marked(byte[] file)
    {
        using var book = new WorkbookEdit(file);
        return book.Set(book.RowOf("低保对象信息"), "备注", "秘密★10年").Save();
    }

    private static byte[] Rewritten(byte[] file, string part, Func<string, string> write)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open())) text = reader.ReadToEnd();
            zip.GetEntry(part)!.Delete();
            Put(zip, part, Encoding.UTF8.GetBytes(write(text)));
        }
        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        using var target = zip.CreateEntry(name).Open();
        target.Write(content);
    }
}
