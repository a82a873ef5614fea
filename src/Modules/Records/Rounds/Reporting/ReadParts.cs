using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Reporting;

/// <summary>The stored rows of a report's unit, to be ticked for an office; narrowed by words in any of their cells.</summary>
internal sealed class ReadParts(Store store, ReportTables tables, ShowReport show, IOrganizationDirectory organizations)
{
    /// <summary>One page; null when the person has no such report.</summary>
    public async Task<PartRowsView?> Run(long id, QueryState query, Actor actor, CancellationToken cancel)
    {
        if (await show.Run(id, actor, cancel) is not { } report) return null;
        var rows = await Rows(report, query, cancel);
        var offices = report.Parts.ToDictionary(p => p.Part.Id, p => p.Part.Name);
        var given = await store.Set<PartRow>().AsNoTracking().Where(r => r.ReportId == id).ToDictionaryAsync(r => r.RecordId, r => offices.GetValueOrDefault(r.PartId, ""), cancel);
        var further = report.Table.Columns.Where(c => c.Key is "systemName" or "share" or "provider").Select(c => c.Key).ToList();
        return new PartRowsView(report, [.. rows.Skip((query.Page - 1) * PartRowsView.Size).Take(PartRowsView.Size).Select(r => new PartRowView(r.Id, report.Table.NameOf(r.Values), string.Join(" · ", further.Select(k => r[k]).Where(v => v.Length > 0)), given.GetValueOrDefault(r.Id, "")))],
            query.Page, rows.Count, query["q"] ?? "");
    }

    /// <summary>All rows that fit the words.</summary>
    public async Task<IReadOnlyList<long>> All(long id, QueryState query, Actor actor, CancellationToken cancel) =>
        await show.Run(id, actor, cancel) is { } report ? [.. (await Rows(report, query, cancel)).Select(r => r.Id)] : [];

    private async Task<IReadOnlyList<ReportRow>> Rows(ReportView report, QueryState query, CancellationToken cancel)
    {
        var rows = await tables[report.Report.TableKey].Rows((await organizations.Tree(cancel)).Family(report.Report.UnitId), cancel);
        return query["q"] is { } words ? [.. rows.Where(r => r.Values.Values.Any(v => v.Contains(words, StringComparison.OrdinalIgnoreCase)))] : rows;
    }
}
