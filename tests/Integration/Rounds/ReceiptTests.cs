using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>原样回执: the same workbook back, and again.</summary>
public sealed class ReceiptTests
{
    [Theory, Engines]
    public async Task FaultsComeBackInTheirCellsAndTheMendedReceiptNeedsNoMapping(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var report = await world.Report();
        using var book = new WorkbookEdit(await world.Template(report.Id));
        var (low, home) = (book.RowOf("低保对象信息"), book.RowOf("养老机构信息"));
        book.Set(low, "更新频率", "看情况").Set(home, "共享属性", "不予共享");
        var returned = (await world.Send(report.Id, book.Save())).Value;
        Assert.Equal(2, returned.ReadFigures().Faulty);

        var receipt = await world.Receipt(returned.Id);
        using var back = new WorkbookEdit(receipt);
        Assert.Contains("更新频率没有“看情况”这个选项", back.Value(low, "退回原因"), StringComparison.Ordinal);
        Assert.Equal("", back.Value(back.RowOf("婚姻登记信息"), "退回原因"));
        var comments = back.Part.WorksheetCommentsPart!.Comments!.CommentList!.ChildElements;
        Assert.Equal(2, comments.Count);
        Assert.True(back.IsRed(low, "更新频率") && back.IsRed(home, "共享属性") && !back.IsRed(home, "更新频率"));

        back.Set(low, "更新频率", "每年").Set(home, "共享属性", "无条件共享");
        var mended = (await world.Send(report.Id, back.Save())).Value;
        Assert.True(mended.Known);
        Assert.Equal((0, 2), (mended.ReadFigures().Faulty, mended.ReadFigures().Changed));
        // A second receipt takes the red and the reasons of the first away.
        using var clean = new WorkbookEdit(await world.Receipt(mended.Id));
        Assert.Equal("", clean.Value(low, "退回原因"));
        Assert.False(clean.IsRed(low, "更新频率"));
        Assert.Empty(clean.Part.WorksheetCommentsPart!.Comments!.CommentList!.ChildElements);
    }

    [Theory, Engines]
    public async Task AnotherUnitSeesNeitherReceiptNorReport(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var report = await world.Report();
        var returned = (await world.Send(report.Id, await world.Template(report.Id))).Value;
        Assert.Equal("records.return.not-found", (await world.Services.With<WriteReceipt, Result<(string, Stream)>>(w => w.Run(returned.Id, world.Stranger, default))).Faults[0].Code);
        Assert.Equal("records.return.not-found", (await world.Services.With<TakeReturn, Result<long>>(t => t.Run(returned.Id, returned.Edit, world.Stranger, default))).Faults[0].Code);
        Assert.Equal("records.report.not-found", (await world.Send(report.Id, await world.Template(report.Id), actor: world.Stranger)).Faults[0].Code);
    }
}
