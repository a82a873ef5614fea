using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>The stored rows of a report's unit, to be ticked for an office; narrowed by words in any of their cells.</summary>
internal sealed class ReadParts(Store store, ReportTables tables, ShowReport show, IOrganizationDirectory organizations)
{
    /// <summary>One page; null when the person has no such report.</summary>
    public async Task<PartRowsView?> Run(long id, string? words, int page, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } report) return null;
        var rows = await Rows(report, words, cancel);
        return new PartRowsView(report, await Shown(report, rows.Skip((page - 1) * PartRowsView.Size).Take(PartRowsView.Size), cancel), page, rows.Count, words ?? "");
    }

    /// <summary>The rows behind one, in the order of the page; null when the person has no such report.</summary>
    public async Task<IReadOnlyList<PartRowView>?> After(long id, string? words, long after, int most, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } report) return null;
        var rows = await Rows(report, words, cancel);
        return await Shown(report, (after == 0 ? rows : rows.SkipWhile(r => r.Id != after).Skip(1)).Take(most), cancel);
    }

    private async Task<IReadOnlyList<PartRowView>> Shown(ReportView report, IEnumerable<ReportRow> rows, CancellationToken cancel)
    {
        var offices = report.Parts.ToDictionary(p => p.Part.Id, p => p.Part.Name);
        var given = await store.Set<PartRow>().AsNoTracking().Where(r => r.ReportId == report.Report.Id).ToDictionaryAsync(r => r.RecordId, r => offices.GetValueOrDefault(r.PartId, ""), cancel);
        var further = report.Table.Columns.Where(c => c.Key is "systemName" or "share" or "provider").Select(c => c.Key).ToList();
        return [.. rows.Select(r => new PartRowView(r.Id, report.Table.NameOf(r.Values), string.Join(" · ", further.Select(k => r[k]).Where(v => v.Length > 0)), given.GetValueOrDefault(r.Id, "")))];
    }

    /// <summary>All rows that fit the words.</summary>
    public async Task<IReadOnlyList<long>> All(long id, string? words, Actor actor, CancellationToken cancel) =>
        await show.Run(id, actor, cancel) is { } report ? [.. (await Rows(report, words, cancel)).Select(r => r.Id)] : [];

    private async Task<IReadOnlyList<ReportRow>> Rows(ReportView report, string? words, CancellationToken cancel)
    {
        var rows = await tables[report.Report.TableKey].Rows((await organizations.Tree(cancel)).Family(report.Report.UnitId), cancel);
        return words is { Length: > 0 } ? [.. rows.Where(r => r.Values.Values.Any(v => v.Contains(words, StringComparison.OrdinalIgnoreCase)))] : rows;
    }
}
