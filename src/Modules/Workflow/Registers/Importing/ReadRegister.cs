using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>Reads a workbook of a register: what each row means, what is wrong with its cells, and what would become of it. Changes nothing.</summary>
internal sealed class ReadRegister(Store store, FileStore files, CatalogLookup catalog, IOrganizationDirectory organizations, SaveRegisterRow save)
{
    /// <summary>Rows of one workbook.</summary>
    public const int MostRows = 2_000;

    /// <summary>The plan of a workbook.</summary>
    public async Task<Result<RegisterPlan>> Run(RegisterShape shape, RegisterImport import, CancellationToken cancel)
    {
        var choice = JsonSerializer.Deserialize<SheetChoice>(import.Choice, JsonText.Readable)!;
        var mapping = ColumnMapping.FromJson(import.Mapping);
        var lines = new List<RegisterCells>();
        try
        {
            await using var content = await files.Open(import.FileId, cancel);
            var sense = new RowSense(choice.Columns, mapping[RegisterDraft.Code], []);
            foreach (var row in SheetFile.Read(content, choice).Where(sense.IsData).Take(MostRows + 1)) lines.Add(RegisterCells.Read(row, sense.Cells(row), mapping, shape));
        }
        catch (SheetException unreadable)
        {
            return unreadable.Fault;
        }
        if (lines.Count > MostRows) return new Fault("workflow.register.import.too-many", "一次最多 {0} 行，请分成几个工作簿。", "file", FaultKind.TooLarge, MostRows);
        var units = await organizations.Tree(cancel);
        var codes = await catalog.ByCode([.. lines.Select(l => l[RegisterDraft.Code]).Where(c => c.Length > 0).Distinct()], cancel);
        var resources = codes.Values.Select(r => r.Id).Distinct().ToList();
        var there = (await store.Set<RegisterRow>().AsNoTracking().Where(r => r.Kind == shape.Kind && resources.Contains(r.ResourceId)).OrderByDescending(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.ResourceId);
        var seen = new Dictionary<(long, long, string), int>();
        var rows = lines.ConvertAll(l => One(shape, l, codes.GetValueOrDefault(l[RegisterDraft.Code]), there, units, seen));
        return new RegisterPlan(rows, [.. lines.Select(l => (l.Row, (IReadOnlyList<CellFault>)l.Faults))]);
    }

    private PlannedRow One(RegisterShape shape, RegisterCells line, PublishedResource? resource, ILookup<long, RegisterRow> there, UnitTree units, Dictionary<(long, long, string), int> seen)
    {
        if (resource is null) line.Say(RegisterDraft.Code, SaveRegisterRow.Missing(line[RegisterDraft.Code]));
        var unit = Unit(line, units);
        // A return is known by the day it was asked for, what is collected by not having ended.
        var known = unit == 0 || resource is null ? null : there[resource.Id].FirstOrDefault(r => units.Living(r.UnitId) == unit && (shape.Kind == RegisterKind.Collected ? r.EndedOn is null : Shown.Day(r.SinceOn) == line["sinceOn"]));
        var stored = known is null ? new Dictionary<string, string>() : RegisterDraft.Of(known).Values.ToDictionary();
        var draft = new RegisterDraft(line.Over(stored));
        // What could not be read was said already.
        foreach (var fault in save.Check(shape, draft, units).Where(f => !line.Faults.Exists(said => said.Key == f.Field))) line.Say(fault.Field!, fault);
        if (resource is not null && unit != 0 && !seen.TryAdd((resource.Id, unit, shape.Kind == RegisterKind.Returned ? line["sinceOn"] : ""), line.Row.Number))
            line.Say(RegisterDraft.Code, new Fault("workflow.register.import.twice", "前面已有同一目录、同一单位的一行，请只留一行。", RegisterDraft.Code));
        if (resource is not null && !line.Wrong && SaveRegisterRow.Twice(shape, there[resource.Id].Where(r => r != known), draft, units) is { } overlap) line.Say(overlap.Field!, overlap);
        var fate = line.Wrong ? RowFate.Faulty : known is null ? RowFate.New : draft.Values.All(v => stored.GetValueOrDefault(v.Key, "") == v.Value) ? RowFate.Same : RowFate.Changed;
        return new(line.Row.Number, resource?.Name ?? line[RegisterDraft.Code], resource?.Id ?? 0, unit == 0 ? line["unit"] : units.ShortName(unit), draft, fate, known?.Id ?? 0, known?.Edit ?? 0, line.Faults);
    }

    private static long Unit(RegisterCells line, UnitTree units)
    {
        if (line["unit"].Length == 0) return 0;
        if (units.Resolve(line["unit"]) is { } found) return line.Unit = units.Living(found);
        line.Say("unit", new Fault("workflow.register.import.unit", "没有单位“{0}”。请写全称、简称或代码。", "unit", FaultKind.Invalid, line["unit"]));
        return 0;
    }
}
