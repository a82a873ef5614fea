using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>A law: what is prefilled and sent back untouched says nothing new.</summary>
public sealed class TemplateTests
{
    private static readonly Actor Authority = new(9, "赵", 0, "市数据局", new HashSet<string> { Roles.Authority });

    [Theory, Engines]
    public async Task EveryTableOfEveryUnitComesBackUnchanged(Engine engine)
    {
        await using var city = await TestServices.CreateCity(engine);
        var units = (await city.With<IOrganizationDirectory, UnitTree>(async d => await d.Now(default))).All.Take(6).Select(u => u.Id).ToList();
        var round = (await city.With<OpenRound, Result<long>>(o => o.Run(new RoundInput
        {
            Title = "梳理", NoticeNumber = "1 号", NoticeOn = "2026-11-02", DueOn = "2027-12-31", Tables = ["catalog", "items", "demand", "responsibility", "negative"], Units = units,
        }, Authority, default))).Value;
        var reports = await city.With<Store, List<Report>>(s => s.Set<Report>().AsNoTracking().Where(r => r.RoundId == round).ToListAsync());
        Assert.Equal(units.Count * 5, reports.Count);
        var rows = 0;
        foreach (var report in reports)
        {
            using var content = new MemoryStream();
            await city.With<WriteTemplate>(async w => await (await w.Run(report.Id, 0, Authority, default)).Value.Write(content));
            var sent = await city.With<ReceiveReturn, Result<long>>(r => r.Run(report.Id, 0, "报送.xlsx", content, Authority, default));
            if (!sent.Ok && sent.Faults[0].Code == "sheet.no-rows") continue;
            await city.With<JobRunner, int>(r => r.RunDue(default));
            var returned = await city.With<Store, Return>(s => s.Set<Return>().AsNoTracking().SingleAsync(r => r.Id == sent.Value));
            Assert.Equal(ReturnState.Compared, returned.State);
            var figures = returned.ReadFigures();
            var lines = await city.With<Store, List<ReturnLine>>(s => s.Set<ReturnLine>().AsNoTracking().Where(l => l.ReturnId == returned.Id && l.Cells != "[]").ToListAsync());
            Assert.True(figures.Rows == figures.Same && figures.Missing == 0, $"{report.TableKey}: {string.Join('\n', lines.Select(l => $"{l.Name}: {l.Cells}"))}");
            rows += figures.Rows;
        }
        Assert.True(rows > 100, $"Only {rows} rows.");
    }
}
