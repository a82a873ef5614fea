using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Merging;

/// <summary>
/// 合成全市总表: one workbook of the accepted reports: for each table a 总表 with continuous numbers in the order of the units, 分单位 as sheets of its own numbers while they are
/// few, and a 统计表. What is removed is left out; what is not accepted yet is counted, not shown.
/// </summary>
internal sealed class MergeRound(Store store, ReportTables tables, IOrganizationDirectory organizations, AuditLog audit, Translator t)
{
    // Tabs beyond this help nobody; the 总表 is sorted by unit anyway.
    private const int MostUnitSheets = 60;
    private const int Slice = 2_000;

    /// <summary>Writes the workbook; returns its name.</summary>
    public async Task<Result<string>> Run(long id, Stream target, Actor actor, CancellationToken cancel)
    {
        if (await store.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return RoundFaults.NotFound;
        var tree = await organizations.Tree(cancel);
        var order = tree.All.Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i);
        var reports = (await store.Set<Report>().AsNoTracking().Where(r => r.RoundId == id).ToListAsync(cancel)).OrderBy(r => order.GetValueOrDefault(tree.Living(r.UnitId), int.MaxValue)).ToList();
        var accepted = reports.Where(r => r.State == ReportState.Accepted).ToList();
        if (accepted.Count == 0) return new Fault("records.merge.none", "还没有通过的报送，没有可以合成的内容。", null, FaultKind.Conflict);
        var chosen = round.TableKeys.Select(k => tables[k]).ToList();
        List<SheetTable> sheets = [new(FiguresSpec(round, chosen), Figures(reports, chosen, tree).ToAsyncEnumerable())];
        foreach (var table in chosen)
        {
            var own = accepted.Where(r => r.TableKey == table.Key).ToList();
            if (own.Count == 0) continue;
            sheets.Add(new(Spec(table, t["{0}总表", t[table.Name]], t["{0}（{1}）", t[table.Title], round.Title], null), Rows(table, own, tree, cancel)));
            if (accepted.Count > MostUnitSheets) continue;
            foreach (var report in own) sheets.Add(new(Spec(table, $"{t[table.Name]} {tree.ShortName(report.UnitId)}", t[table.Title], tree.Find(report.UnitId)?.Name), Rows(table, [report], tree, cancel)));
        }
        await SheetWriter.WriteWorkbook(target, sheets, cancel);
        audit.Add(actor, RoundAudit.Merged, round.AsSubject(), after: new { Reports = accepted.Count, Rows = accepted.Sum(r => r.Rows) });
        await store.SaveChangesAsync(cancel);
        return $"{round.Title} {t["总表"]}.xlsx";
    }

    /// <summary>The workbook whole, in a temporary file that goes when it is closed.</summary>
    public async Task<Result<(string Name, Stream Content)>> Book(long id, Actor actor, CancellationToken cancel)
    {
        var file = TemporaryFile.Open();
        try
        {
            var result = await Run(id, file, actor, cancel);
            if (result.TryGet(out var name))
            {
                file.Position = 0;
                return (name, file);
            }
            await file.DisposeAsync();
            return result.As<(string, Stream)>();
        }
        catch (SheetException refused)
        {
            await file.DisposeAsync();
            return refused.Fault;
        }
    }

    private SheetSpec Spec(IReportTable table, string name, string title, string? unit) => new(name,
        [new(t["序号"], CellType.Number, 8), new(t["单位"], Width: 18), .. table.Columns.Select(c => new ColumnSpec(t.English ? c.Element.English : c.Element.Name, CellType.Code, c.Element.MaxLength is >= 200 ? 36 : 20)), new(t["较上年"], Width: 8)])
    { Title = title, Subline = unit is null ? null : t["填报单位：{0}", unit] };

    // A slice at a time: a city's list is not held in memory.
    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IReportTable table, List<Report> reports, UnitTree tree, [EnumeratorCancellation] CancellationToken cancel)
    {
        var number = 0;
        foreach (var report in reports)
            for (var after = 0; ;)
            {
                var lines = await store.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == report.Id && l.Place > after).OrderBy(l => l.Place).Take(Slice).ToListAsync(cancel);
                if (lines.Count == 0) break;
                after = lines[^1].Place;
                foreach (var line in lines.Where(l => l.Change != ReportChange.Removed))
                {
                    var values = ReportJson.ReadValues(line.NamedValues);
                    yield return [++number, tree.ShortName(report.UnitId), .. table.Columns.Select(c => values.GetValueOrDefault(c.Key, "")), t[line.Change.Text()]];
                }
            }
    }

    private SheetSpec FiguresSpec(Round round, IReadOnlyList<IReportTable> chosen) => new(t["统计表"],
        [new(t["序号"], CellType.Number, 8), new(t["单位"], Width: 22), .. chosen.SelectMany(c => new ColumnSpec[] { new(t["{0}状态", t[c.Name]], Width: 14), new(t["{0}行数", t[c.Name]], CellType.Number, 12), new(t["{0}变更", t[c.Name]], CellType.Number, 12), new(t["{0}新增", t[c.Name]], CellType.Number, 12), new(t["{0}删除", t[c.Name]], CellType.Number, 12) }), new(t["退回次数"], CellType.Number, 10), new(t["催办次数"], CellType.Number, 10), new(t["不用填写的格"], Width: 14)])
    { Title = t["{0}统计表", round.Title], Subline = round.NoticeNumber };

    private IEnumerable<IReadOnlyList<object?>> Figures(List<Report> reports, IReadOnlyList<IReportTable> chosen, UnitTree tree)
    {
        var number = 0;
        foreach (var unit in reports.GroupBy(r => r.UnitId))
            yield return
            [
                ++number, tree.ShortName(unit.Key),
                .. chosen.SelectMany(c => unit.FirstOrDefault(r => r.TableKey == c.Key) is { } r ? new object?[] { t[r.State.Text()], r.Rows, r.Changed, r.Added, r.Removed } : ["", null, null, null, null]),
                unit.Sum(r => r.Returned), unit.Max(r => r.Reminded), Shown.Percent(unit.Sum(r => r.CellsPrefilled + r.CellsInferred), unit.Sum(r => r.CellsPrefilled + r.CellsInferred + r.CellsPicked + r.CellsTyped)),
            ];
    }
}
