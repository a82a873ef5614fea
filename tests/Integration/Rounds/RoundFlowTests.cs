using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>A report from the prefilled workbook to the records.</summary>
public sealed class RoundFlowTests
{
    [Theory, Engines]
    public async Task AReportGoesFromItsWorkbookThroughTheHeadIntoTheList(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var report = await world.Report();
        var book = new WorkbookEdit(await world.Template(report.Id));
        Assert.Equal(4, book.Rows.Count);
        book.Set(book.RowOf("婚姻登记信息"), "责任人", "信息处 张三").Set(book.RowOf("养老机构信息"), "数据名称", "养老机构基本信息");
        var added = book.Copy(book.RowOf("低保对象信息"));
        book.Set(added, "数据名称", "特困人员信息");

        var sent = await world.Send(report.Id, book.Save());
        var returned = sent.Value;
        Assert.Equal(ReturnState.Compared, returned.State);
        var figures = returned.ReadFigures();
        Assert.Equal((5, 2, 1, 1, 1, 0, 0), (figures.Rows, figures.Same, figures.Changed, figures.Renamed, figures.Added, figures.Faulty, figures.Missing));
        Assert.DoesNotContain(await world.Services.Entries(), e => e.Name == "特困人员信息");

        Assert.True((await world.Services.With<TakeReturn, Result<long>>(t => t.Run(returned.Id, returned.Edit, world.Liaison, default))).Ok);
        await world.Finish(report.Id);
        report = await world.Report();
        Assert.Equal((5, 2, 1, ReportState.AwaitingHead), (report.Rows, report.Changed, report.Added, report.State));
        Assert.True((await world.Services.With<SignReport, Result<Done>>(s => s.Run(report.Id, report.Edit, new SignOffInput(true, ""), "", world.Head, default))).Ok);
        report = await world.Report();
        Assert.Equal(ReportState.HandedIn, report.State);
        var accepted = await world.Services.With<DecideReport, Result<Done>>(d => d.Run(report.Id, report.Edit, true, "", world.Centre, default));
        Assert.Empty(accepted.Faults);

        var entries = await world.Services.Entries();
        Assert.Contains(entries, e => e is { Name: "婚姻登记信息", Contact: "信息处 张三" });
        Assert.Contains(entries, e => e.Name == "养老机构基本信息");
        Assert.Single(entries, e => e.Name == "特困人员信息");
    }

    [Theory, Engines]
    public async Task TheSameWorkbookTwiceDoublesNothing(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var report = await world.Report();
        var book = new WorkbookEdit(await world.Template(report.Id));
        book.Set(book.Copy(book.RowOf("低保对象信息")), "数据名称", "特困人员信息");
        var file = book.Save();
        for (var i = 0; i < 2; i++)
        {
            var returned = (await world.Send(report.Id, file)).Value;
            Assert.True((await world.Services.With<TakeReturn, Result<long>>(t => t.Run(returned.Id, returned.Edit, world.Liaison, default))).Ok);
        }
        Assert.Single(await world.Said(report.Id), l => l.Change == ReportChange.Added);
        Assert.Equal(5, (await world.Said(report.Id)).Count);
    }
}
