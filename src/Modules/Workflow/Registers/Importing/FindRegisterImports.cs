using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>The workbooks of a register, one with what would become of it, and its receipt.</summary>
internal sealed class FindRegisterImports(Store store, ReadRegister read)
{
    private const int MostListed = 20;

    public static readonly Fault NotFound = new("workflow.register.import.not-found", "没有这本登记工作簿。", null, FaultKind.NotFound);

    /// <summary>The page; <paramref name="id"/> 0 shows none of them.</summary>
    public async Task<Result<RegisterImportsView>> Page(RegisterShape shape, long id, CancellationToken cancel)
    {
        var last = (await store.Set<RegisterImport>().AsNoTracking().Where(i => i.Kind == shape.Kind).OrderByDescending(i => i.Id).Take(MostListed).ToListAsync(cancel))
            .ConvertAll(i => new RegisterImportRow(i.Id, i.FileName, i.Person, i.At, i.Taken, i.Entered, i.Changed));
        if (id == 0) return new RegisterImportsView(shape.Path, last, null);
        if (await One(shape, id, cancel) is not { } row) return NotFound;
        var plan = await read.Run(shape, row, cancel);
        return plan.TryGet(out var found) ? new RegisterImportsView(shape.Path, last, new(id, row.Edit, row.FileName, row.Taken, row.Entered, row.Changed, found)) : plan.As<RegisterImportsView>();
    }

    /// <summary>回执: name of the file and its table.</summary>
    public async Task<Result<(string Name, SheetTable Table)>> Receipt(RegisterShape shape, long id, Translator t, CancellationToken cancel)
    {
        if (await One(shape, id, cancel) is not { } row) return NotFound;
        var plan = await read.Run(shape, row, cancel);
        if (!plan.TryGet(out var found)) return plan.As<(string, SheetTable)>();
        var choice = JsonSerializer.Deserialize<SheetChoice>(row.Choice, JsonText.Readable)!;
        return ($"{Path.GetFileNameWithoutExtension(row.FileName)} {t["回执"]}.xlsx", new SheetTable(FaultReport.Spec(t["回执"], choice.Columns, t), FaultReport.Rows(found.Lines.ToAsyncEnumerable(), t)));
    }

    private Task<RegisterImport?> One(RegisterShape shape, long id, CancellationToken cancel) => store.Set<RegisterImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Kind == shape.Kind, cancel);
}
