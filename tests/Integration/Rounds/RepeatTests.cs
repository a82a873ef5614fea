using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Board;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>减负计数: what a unit keeps in another table and did not have to write again.</summary>
public sealed class RepeatTests
{
    [Theory, Engines]
    public async Task What_stands_in_the_catalogue_and_is_left_alone_counts_as_a_repeat_avoided(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var report = await world.Report();
        using var book = new WorkbookEdit(await world.Template(report.Id));
        var row = book.RowOf("社会组织登记信息");
        var repeated = new[] { "名称", "数据项", "共享属性", "共享条件", "共享方式", "更新频率", "安全等级", "来源系统" }.Count(h => book.Value(row, h).Length > 0);
        Assert.True(repeated >= 3);
        // One of them is written anew: that one is no repeat.
        await world.Take((await world.Send(report.Id, book.Set(row, "共享条件", "限行政审批使用").Save())).Value);
        await world.Finish(report.Id);
        var figures = (await world.Services.With<ReadBoard, BoardView?>(b => b.Run(world.Round, new BoardFilter(), world.Authority, default)))!.Figures;
        Assert.Equal(repeated - 1, (await world.Report()).CellsRepeated);
        Assert.Equal(repeated - 1, figures.Repeated);
        Assert.True(figures.Prefilled + figures.Inferred > figures.Repeated);
    }
}
