using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Records.Rounds;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Rounds;

/// <summary>A year's round with twelve units whose workbooks come back spoilt in twelve ways, from the notice to the city-wide table.</summary>
public sealed class PlayedRoundTests
{
    private static readonly string[] Names = ["民政局", "公安局", "教委", "卫健委", "交通委", "水务局", "绿化局", "统计局", "司法局", "财政局", "气象局", "档案局"];
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 signed");

    [Theory, Engines]
    public async Task TwelveSpoiltWorkbooksBecomeOneCityWideTable(Engine engine)
    {
        await using var world = await RoundWorld.Create(engine);
        var city = await City.Found(world);

        // 1: a code typed as a number. 2: a row copied with its mark. 3: a choice of one's own. 4: 2027.1.
        await city.Spoil(0, b => b.Number(b.RowOf("甲"), "责任人", "310101199001011234"), faulty: 1);
        await city.Spoil(1, b => b.Copy(b.RowOf("甲"), withMark: true), faulty: 1);
        await city.Spoil(2, b => b.Set(b.RowOf("乙"), "更新频率", "看情况"), faulty: 1);
        await city.Spoil(3, b => b.Set(b.RowOf("乙"), "承诺提供日期", "2027.1").Set(b.RowOf("甲"), "承诺提供日期", "２０２７．３"), faulty: 1, changed: 1);
        // 5: a mark typed over. 6: an error of a formula. 7: a condition taken out. 8: a hidden row and a row deleted.
        await city.Spoil(4, b => b.Set(b.RowOf("丙"), "行标识（请勿改动）", "12345"), faulty: 1);
        await city.Spoil(5, b => b.Error(b.RowOf("丙"), "备注", "#N/A"), faulty: 1);
        await city.Spoil(6, b => b.Set(b.RowOf("甲"), "共享条件", ""), faulty: 1);
        var hidden = await city.Spoil(7, b => b.Hide(b.RowOf("甲")).Delete(b.RowOf("丙")));
        Assert.Equal((1, 1, 2), (hidden.Hidden, hidden.Missing, hidden.Rows));
        // 9: 同上. 10: merged cells. 11: spellings. 12: renamed, new, and no longer needed.
        await city.Spoil(8, b => b.Set(b.Rows[1], "来源系统", "同上").Set(b.Rows[2], "来源系统", "〃"));
        await city.Spoil(9, b => b.Set(b.Rows[1], "责任人", "").Set(b.Rows[2], "责任人", "").Merge($"{b.Header("责任人")}{b.Rows[0]}:{b.Header("责任人")}{b.Rows[2]}"));
        var spelt = await city.Spoil(10, b => b.Set(b.RowOf("甲"), "更新频率", "每天").Set(b.RowOf("乙"), "更新频率", "按月"), changed: 1);
        Assert.Equal(2, spelt.Spelled);
        await city.Spoil(11, b => { b.Set(b.RowOf("甲"), "数据名称", "甲（新）").Set(b.RowOf("丙"), "较上年", "删除"); b.Set(b.Copy(b.RowOf("乙")), "数据名称", "丁"); }, changed: 0, added: 1, renamed: 1, removed: 1);

        await city.Mend();
        await city.Sign();
        // The data centre sends one back; it is mended, signed anew and accepted with the others.
        var back = await city.Report(4);
        Assert.Empty((await world.Services.With<DecideReport, Result<Done>>(d => d.Run(back.Id, back.Edit, false, "责任人没有电话", world.Centre, default))).Faults);
        Assert.Equal((ReportState.Returned, 1), ((await city.Report(4)).State, (await city.Report(4)).Returned));
        await city.SignOne(4, paper: false);
        await city.Accept();

        var book = await city.Merge();
        using var merged = new MemoryStream(book);
        var inspection = SheetFile.Inspect(merged, "总表.xlsx", "责任清单总表").Value;
        var rows = SheetFile.Read(merged, inspection.Choice).ToList();
        // Three rows each; one unit left one out, which stays, one gave up one and added one.
        Assert.Equal(36, rows.Count);
        Assert.Equal(Enumerable.Range(1, 36).Select(n => $"{n}"), rows.Select(r => r.Cells[0]));
        Assert.Equal(Names.Length, rows.Select(r => r.Cells[1]).Distinct().Count());
        Assert.Equal(["甲（新）", "乙", "丁"], rows.Where(r => r.Cells[1] == Names[11]).Select(r => r.Cells[3]).Order().Reverse().OrderBy(n => n == "丁").ThenBy(n => n == "乙"));
        Assert.Contains((await world.Services.Entries()), e => e is { Name: "甲（新）" });
        var closing = (await world.Services.With<ReadClosing, ClosingView?>(r => r.Run(city.Round, default)))!;
        Assert.All(closing.Units, u => Assert.False(u.Late));
        Assert.True(closing.Reports.Sum(r => r.CellsPrefilled) > 10 * closing.Reports.Sum(r => r.CellsTyped + r.CellsPicked));
        // Entries that were made by hand repeat nothing; the flow of a catalogued one stands in RepeatTests.
        Assert.Equal(0, closing.Reports.Sum(r => r.CellsRepeated));
    }

    /// <summary>The units, their liaisons and the round.</summary>
    private sealed class City(RoundWorld world, List<Actor> liaisons, long round)
    {
        private readonly Dictionary<int, Return> _returns = [];

        public long Round => round;

        public static async Task<City> Found(RoundWorld world)
        {
            var liaisons = new List<Actor>();
            for (var i = 0; i < Names.Length; i++)
            {
                var unit = await world.Services.Unit(Names[i], $"0099{9100 + i}");
                liaisons.Add(new Actor(100 + i, $"联络员{i}", unit, Names[i], new HashSet<string> { Roles.Liaison }));
                foreach (var name in new[] { "甲", "乙", "丙" }) await world.Entry(name, liaisons[i]);
            }
            var round = (await world.Services.With<OpenRound, Result<long>>(o => o.Run(new RoundInput
            {
                Title = "2026 年度集中梳理", NoticeNumber = "示数办〔2026〕18 号", NoticeOn = "2026-11-02", DueOn = "2026-11-27", Tables = ["responsibility"], Units = [.. liaisons.Select(l => l.UnitId)],
            }, world.Authority, default))).Value;
            return new City(world, liaisons, round);
        }

        public Task<Report> Report(int unit) => world.Services.With<Store, Report>(s => s.Set<Report>().AsNoTracking().SingleAsync(r => r.RoundId == round && r.UnitId == liaisons[unit].UnitId));

        /// <summary>Sends one unit's workbook back after it was spoilt, and takes over what is good of it.</summary>
        public async Task<ReturnFigures> Spoil(int unit, Action<WorkbookEdit> spoil, int faulty = 0, int changed = 0, int added = 0, int renamed = 0, int removed = 0)
        {
            var report = await Report(unit);
            using var book = new WorkbookEdit(await world.Template(report.Id, actor: liaisons[unit]));
            spoil(book);
            var sent = (await world.Send(report.Id, book.Save(), $"{Names[unit]}.xlsx", actor: liaisons[unit])).Value;
            var figures = sent.ReadFigures();
            Assert.True((faulty, changed, added, renamed, removed) == (figures.Faulty, figures.Changed, figures.Added, figures.Renamed, figures.Removed), $"{Names[unit]}: {sent.Figures} {string.Join('\n', (await world.Lines(sent.Id)).Select(l => l.Cells))}");
            Assert.Empty((await world.Services.With<TakeReturn, Result<long>>(t => t.Run(sent.Id, sent.Edit, liaisons[unit], default))).Faults);
            _returns[unit] = sent;
            return figures;
        }

        /// <summary>Mends the receipts of those with faults, and sends them again.</summary>
        public async Task Mend()
        {
            foreach (var (unit, sent) in _returns.Where(r => r.Value.ReadFigures().Faulty > 0))
            {
                using var receipt = new WorkbookEdit(await world.Receipt(sent.Id));
                var faulty = (await world.Lines(sent.Id)).Where(l => l.Faulty).ToList();
                foreach (var line in faulty)
                    foreach (var word in line.ReadCells().Where(w => w.Wrong)) Mend(receipt, (uint)line.Number, word);
                var again = (await world.Send((await Report(unit)).Id, receipt.Save(), $"{Names[unit]} 回执.xlsx", actor: liaisons[unit])).Value;
                Assert.True(again.Known);
                Assert.True(again.ReadFigures().Faulty == 0, $"{Names[unit]}: {string.Join('\n', (await world.Lines(again.Id)).Select(l => l.Cells))}");
                Assert.Empty((await world.Services.With<TakeReturn, Result<long>>(t => t.Run(again.Id, again.Edit, liaisons[unit], default))).Faults);
            }
        }

        private static void Mend(WorkbookEdit receipt, uint row, CellWord word)
        {
            switch (word.Key)
            {
                case "contact": receipt.Set(row, "责任人", "信息处 王敏"); break;
                case "frequency": receipt.Set(row, "更新频率", "每月"); break;
                case "promisedOn": receipt.Set(row, "承诺提供日期", ""); break;
                case "note": receipt.Set(row, "备注", ""); break;
                case "shareCondition": receipt.Set(row, "共享条件", "限行政审批"); break;
                case "name": receipt.Delete(row); break;
                // Without the mark the row is found by its name.
                case Comparison.RowIdKey: receipt.Set(row, "行标识（请勿改动）", ""); break;
                default: throw new InvalidOperationException(word.Key);
            }
        }

        public async Task Sign()
        {
            for (var i = 0; i < liaisons.Count; i++) await SignOne(i, paper: i % 2 == 0);
        }

        /// <summary>Finishes the content and lets the head sign, on paper or in the system.</summary>
        public async Task SignOne(int unit, bool paper)
        {
            var report = await Report(unit);
            Assert.Empty((await world.Services.With<FinishReport, Result<Done>>(f => f.Run(report.Id, report.Edit, liaisons[unit], default))).Faults);
            report = await Report(unit);
            if (!paper)
            {
                var head = liaisons[unit] with { Name = "负责人", Roles = new HashSet<string> { Roles.UnitHead } };
                Assert.Empty((await world.Services.With<SignReport, Result<Done>>(s => s.Run(report.Id, report.Edit, new SignOffInput(true, ""), "", head, default))).Faults);
                return;
            }
            var sheet = await Paper(liaisons[unit]);
            // No attachment, no step forward; and not for another version.
            Assert.Equal("sign-off.scan.required", (await world.Services.With<SignReport, Result<Done>>(s => s.Run(report.Id, report.Edit, sheet with { Paper = sheet.Paper! with { ScanFileId = 0 } }, report.CheckCode, liaisons[unit], default))).Faults[0].Code);
            Assert.Equal("records.report.check-code", (await world.Services.With<SignReport, Result<Done>>(s => s.Run(report.Id, report.Edit, sheet, "0000-0000", liaisons[unit], default))).Faults[0].Code);
            Assert.Empty((await world.Services.With<SignReport, Result<Done>>(s => s.Run(report.Id, report.Edit, sheet, report.CheckCode, liaisons[unit], default))).Faults);
            var signed = Assert.Single(await world.Services.With<SignOffBook, List<SignOff>>(b => b.Of(Qingdan.Records.Rounds.Report.AuditKind, report.Id, default)));
            Assert.Equal((true, "李局", liaisons[unit].Name), (signed.OnPaper, signed.Signer, signed.RecorderName));
        }

        private Task<SignOffInput> Paper(Actor liaison) => world.Services.With<PaperForm, SignOffInput>(async p => (await p.Read(new FormCollection(
            new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["signer"] = "李局", ["signedOn"] = "2026-11-20", ["documentNumber"] = "民签〔2026〕3 号" },
            new FormFileCollection { new FormFile(new MemoryStream(Pdf), 0, Pdf.Length, "scan", "签批单.pdf") }), true, liaison, default)).Value);

        public async Task Accept()
        {
            for (var i = 0; i < liaisons.Count; i++)
            {
                var report = await Report(i);
                Assert.Empty((await world.Services.With<DecideReport, Result<Done>>(d => d.Run(report.Id, report.Edit, true, "", world.Centre, default))).Faults);
            }
        }

        public async Task<byte[]> Merge()
        {
            using var target = new MemoryStream();
            Assert.Empty((await world.Services.With<MergeRound, Result<string>>(m => m.Run(round, target, world.Authority, default))).Faults);
            return target.ToArray();
        }
    }
}
