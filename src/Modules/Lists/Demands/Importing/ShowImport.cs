using System.Text.Json;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>A workbook of demands with what would become of it, and its receipt: the same table with a column of faults.</summary>
internal sealed class ShowImport(FindImports imports, ReadDemands read, ImportColumns columns)
{
    /// <summary>One of the own unit.</summary>
    public async Task<Result<DemandImportView>> Run(long id, Actor actor, CancellationToken cancel)
    {
        if (await imports.One(id, actor, cancel) is not { } row) return FindImports.NotFound;
        var plan = await read.Run(row, cancel);
        if (!plan.TryGet(out var found)) return plan.As<DemandImportView>();
        return new DemandImportView(id, row.Edit, row.FileName, row.State == DemandImportState.Taken, row.Made, row.Changed, ColumnMapping.FromJson(row.Mapping), columns.All, found);
    }

    /// <summary>回执: name of the file and its table.</summary>
    public async Task<Result<(string Name, SheetTable Table)>> Receipt(long id, Translator t, Actor actor, CancellationToken cancel)
    {
        if (await imports.One(id, actor, cancel) is not { } row) return FindImports.NotFound;
        var plan = await read.Run(row, cancel);
        if (!plan.TryGet(out var found)) return plan.As<(string, SheetTable)>();
        var choice = JsonSerializer.Deserialize<SheetChoice>(row.Choice, JsonText.Readable)!;
        return ($"{Path.GetFileNameWithoutExtension(row.FileName)} {t["回执"]}.xlsx", new SheetTable(FaultReport.Spec(t["回执"], choice.Columns, t), FaultReport.Rows(found.Lines.ToAsyncEnumerable(), t)));
    }
}
