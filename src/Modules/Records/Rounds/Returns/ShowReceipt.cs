using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Sheets;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Records.Rounds.Returns;

/// <summary>Reads one page of a receipt.</summary>
internal sealed class ShowReceipt(Store store, ReportTables tables, ReportAccess access, IOrganizationDirectory organizations)
{
    /// <summary>One page of the receipt; null when there is none for this person.</summary>
    public Task<ReceiptView?> Run(long id, string? show, int page, Actor actor, CancellationToken cancel) =>
        Read(id, show, page, lines => lines.Skip((page - 1) * ReceiptView.Size).Take(ReceiptView.Size), actor, cancel);

    /// <summary>The receipt with the rows behind one of the file's; null when there is none for this person.</summary>
    public Task<ReceiptView?> After(long id, string? show, int after, int most, Actor actor, CancellationToken cancel) => Read(id, show, 1, lines => lines.Where(l => l.Number > after).Take(most), actor, cancel);

    private async Task<ReceiptView?> Read(long id, string? show, int page, Func<IQueryable<ReturnLine>, IQueryable<ReturnLine>> slice, Actor actor, CancellationToken cancel)
    {
        if (await access.FindReturn(id, actor, cancel) is not ({ } row, { } report)) return null;
        var round = await store.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == report.RoundId, cancel);
        var table = tables[report.TableKey];
        var choice = JsonSerializer.Deserialize<SheetChoice>(row.Choice, JsonText.Readable);
        var view = new ReceiptView(row, report, round, table, (await organizations.Tree(cancel)).Find(report.UnitId)?.Name ?? "", row.State is ReturnState.Compared or ReturnState.Taken ? row.ReadFigures() : new ReturnFigures(), choice)
        {
            Show = show is "bad" or "same" ? show : "new", Page = page, Notes = ReturnNote.Read(row.Notes),
            Part = await store.Set<Part>().Where(p => p.Id == row.PartId).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "",
            Takes = row.State == ReturnState.Compared && report.WithUnit && round.State == RoundState.Open && await access.MayFill(report, actor, cancel),
        };
        return row.State is ReturnState.Compared or ReturnState.Taken ? await Lines(view, ColumnMapping.FromJson(row.Mapping), slice, cancel) : view;
    }

    private async Task<ReceiptView> Lines(ReceiptView view, ColumnMapping mapping, Func<IQueryable<ReturnLine>, IQueryable<ReturnLine>> slice, CancellationToken cancel)
    {
        var asked = store.Set<ReturnLine>().AsNoTracking().Where(l => l.ReturnId == view.Return.Id);
        asked = view.Show switch
        {
            "bad" => asked.Where(l => l.Faulty),
            "same" => asked.Where(l => !l.Faulty && l.Change == ReportChange.Same),
            _ => asked.Where(l => l.Faulty || l.Change != ReportChange.Same),
        };
        var total = await asked.CountAsync(cancel);
        var lines = await slice(asked.OrderBy(l => l.Number)).ToListAsync(cancel);
        var same = lines.Where(l => l.NamedValues == "{}").Select(l => l.RecordId).ToList();
        var stored = same.Count > 0 ? (await view.Table.Rows((await organizations.Tree(cancel)).Family(view.Report.UnitId), same, cancel)).ToDictionary(r => r.Id) : [];
        var read = lines.ConvertAll(l => new ReceiptLine(l, l.NamedValues == "{}" && stored.TryGetValue(l.RecordId, out var row) ? row.Values : ReportJson.ReadValues(l.NamedValues), l.ReadCells()));
        var spoken = read.SelectMany(l => l.Words).Select(w => w.Key).ToHashSet();
        var columns = view.Table.Columns.Where(c => c.Key != "name" && (spoken.Contains(c.Key) || view.Table.NamedBy.Contains(c.Key) || (view.Show == "same" && !c.Given)));
        return view with { Total = total, Lines = read, Columns = [.. columns.Select(c => (Letters(view.Choice!, mapping[c.Key]), c))] };
    }

    private static string Letters(SheetChoice choice, int? column) =>
        column is { } at && choice.Format is SheetFormat.Xlsx or SheetFormat.Xlsb or SheetFormat.Xls or SheetFormat.Ods ? CellReference.Letters(choice.Columns[at].Source) : "";
}
