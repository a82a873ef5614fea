using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>The comparison as a workbook: each altered field a row, then the counts. The rows stream; the counts are known when they have passed.</summary>
internal sealed class WriteComparison(CompareEditions compare, ShowComparison show, IEnumerable<IEditionList> lists, IOrganizationDirectory organizations, Translator t, TimeProvider clock)
{
    /// <summary>Writes what is asked for; the counts are of all that differs.</summary>
    public async Task<Result<ComparisonCounts>> Run(long before, long after, ComparisonFilter filter, Stream target, Actor actor, CancellationToken cancel)
    {
        var found = await compare.Find(before, after, actor, cancel);
        if (!found.TryGet(out var pair)) return found.As<ComparisonCounts>();
        var (tally, order) = (new ComparisonTally(lists), new UnitOrder(await organizations.Tree(cancel)));
        var title = t["版次对比：{0} → {1}", Name(ShowComparison.Side(pair.Before)), Name(ShowComparison.Side(pair.After))];
        try
        {
            await SheetWriter.WriteWorkbook(target,
            [
                new(new SheetSpec(t["变化明细"],
                [
                    new(t["单位"], Width: 24), new(t["清单"], Width: 18), new(t["变化"], Width: 8), new(t["编号"], CellType.Code, 28), new(t["名称"], Width: 30), new(t["字段"], Width: 16), new(t["对比前"], Width: 40), new(t["对比后"], Width: 40),
                ]) { Title = title, Subline = t["对比日期：{0}", Shown.Day(clock.Today())] }, Rows(pair, filter, tally, cancel)),
                new(new SheetSpec(t["按清单"], Counted(t["清单"])), Counts(() => tally.Close(order).Lists.Select(l => (t[l.Title], l.Added, l.Removed, l.Altered)))),
                new(new SheetSpec(t["按单位"], Counted(t["单位"])), Counts(() => tally.Close(order).Units.Select(u => (u.Unit, u.Added, u.Removed, u.Altered)))),
            ], cancel);
        }
        catch (SheetException refused)
        {
            return refused.Fault;
        }
        return tally.Close(order);
    }

    /// <summary>One side as people call it.</summary>
    public string Name(ComparedSide side) => side.Id == 0 ? t["今天在效（{0}）", Shown.Day(clock.Today())] : t["第 {0} 版", side.Number];

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(ComparedPair pair, ComparisonFilter filter, ComparisonTally tally, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var change in compare.Run(pair, cancel))
        {
            tally.Add(change);
            if (!filter.Takes(change)) continue;
            var view = show.View(change);
            object?[] entry = [view.Unit, t[view.ListTitle], t[view.Said], view.Key, view.Name];
            if (view.Fields.Count == 0) yield return [.. entry, "", "", ""];
            foreach (var field in view.Fields) yield return [.. entry, field.Partial ? t["{0}（增减）", field.Title] : t[field.Title], field.Before, field.After];
        }
    }

    private ColumnSpec[] Counted(string head) => [new(head, Width: 30), new(t["新增"], CellType.Number, 10), new(t["移出"], CellType.Number, 10), new(t["变更"], CellType.Number, 10), new(t["合计"], CellType.Number, 10)];

    // Not before the sheet is written: by then all rows have passed.
    private static async IAsyncEnumerable<IReadOnlyList<object?>> Counts(Func<IEnumerable<(string Name, long Added, long Removed, long Altered)>> counted)
    {
        await Task.CompletedTask;
        foreach (var (name, added, removed, altered) in counted()) yield return [name, added, removed, altered, added + removed + altered];
    }
}
