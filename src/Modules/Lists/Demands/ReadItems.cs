using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>
/// 数据项工作簿: one row an item, read into the form of one demand. With the code of a catalogue row an item is the one of that name there; without it it is outside the catalogue.
/// Nothing is stored before the form is.
/// </summary>
internal sealed class ReadItems(MarkScan marks, CatalogLookup catalog)
{
    public static readonly Fault NoFile = new("lists.demand.items-file.required", "请选择写有数据项的工作簿。", "itemsFile");

    private const long MostBytes = 20L * 1024 * 1024;

    // A form is no place for hundreds of sentences.
    private const int MostFaults = 20;

    /// <summary>The input with the items of the workbook instead of its own.</summary>
    public async Task<Result<DemandInput>> Run(string name, Stream content, DemandInput input, Actor actor, CancellationToken cancel)
    {
        if (content.Length > MostBytes) return new Fault("lists.demand.items-file.too-large", "工作簿超过 20 MB。一件需求最多 500 个数据项，请只留要申请的行。", "itemsFile", FaultKind.TooLarge);
        var inspected = SheetFile.Inspect(content, name);
        if (!inspected.TryGet(out var inspection)) return inspected.Faults.Select(Here).ToList();
        var mapping = MappingProposal.For(inspection, ItemsTemplate.Fields);
        if (mapping["name"] is null) return new Fault("lists.demand.items-file.no-name", "没有认出哪一列是数据项名称。请下载样表，按样表的列名填写。", "itemsFile");
        try
        {
            if (await marks.Refusal(content, name, inspection, ListsAudit.DemandFileRefused, new Subject(ListsAudit.DemandKind, 0), actor, cancel) is { } marked) return Here(marked);
            var rows = Rows(content, inspection, mapping).Take(DemandRules.MostItems + 1).ToList();
            return await Filled(input, rows, cancel);
        }
        catch (SheetException unreadable)
        {
            return Here(unreadable.Fault);
        }
    }

    private async Task<Result<DemandInput>> Filled(DemandInput input, List<ItemRow> rows, CancellationToken cancel)
    {
        if (rows.Count > DemandRules.MostItems) return DemandRules.TooManyItems with { Field = "itemsFile" };
        var codes = await catalog.ByCode([.. rows.Select(r => r.Resource).Where(c => c.Length > 0).Distinct()], cancel);
        var (items, faults) = (new List<DemandItemInput>(), new List<Fault>());
        foreach (var row in rows)
            if (Item(row, codes).TryGet(out var item)) items.Add(item);
            else faults.AddRange(Item(row, codes).Faults);
        if (faults.Count > MostFaults) faults = [.. faults.Take(MostFaults), new("lists.demand.items-file.more", "还有 {0} 处问题没有列出。", "itemsFile", FaultKind.Invalid, faults.Count - MostFaults)];
        return faults.Count > 0 ? faults : input with { Items = items };
    }

    private static Result<DemandItemInput> Item(ItemRow row, IReadOnlyDictionary<string, PublishedResource> codes)
    {
        if (row.Name.Length == 0) return Say("第 {0} 行没有写数据项名称。", row.Number);
        var need = TextFold.Of(row.Need);
        if (need is not ("" or "必需" or "可选" or "是" or "否")) return Say("第 {0} 行的“必需或可选”读到“{1}”，请填“必需”或“可选”。", row.Number, row.Need);
        var required = need is not ("可选" or "否");
        if (row.Resource.Length == 0) return new DemandItemInput(0, 0, row.Name, row.Note, required);
        if (codes.GetValueOrDefault(row.Resource) is not { } resource) return Say("第 {0} 行的目录代码“{1}”不在发布的目录中，请核对。", row.Number, row.Resource);
        if (resource.Items.FirstOrDefault(i => NameKey.Of(i.Name) == NameKey.Of(row.Name)) is { } item) return new DemandItemInput(resource.Id, item.Id, item.Name, row.Note, required);
        return resource.Items.Count == 0 || NameKey.Of(resource.Name) == NameKey.Of(row.Name) ? new DemandItemInput(resource.Id, 0, resource.Name, row.Note, required)
            : Say("第 {0} 行：目录“{1}”里没有数据项“{2}”，请按目录里的名称填写。", row.Number, resource.Name, row.Name);
    }

    private static IEnumerable<ItemRow> Rows(Stream content, SheetInspection inspection, ColumnMapping mapping)
    {
        var sense = new RowSense(inspection.Choice.Columns, mapping["name"], []);
        foreach (var row in SheetFile.Read(content, inspection.Choice))
        {
            if (!sense.IsData(row)) continue;
            var cells = sense.Cells(row);
            yield return new ItemRow(row.Number, Text("name"), Text("note"), Text("need"), Text("resource"));

            string Text(string key) => mapping[key] is { } at ? cells[at]?.Trim() ?? "" : "";
        }
    }

    private static Fault Say(string text, params object[] args) => new("lists.demand.items-file.row", text, "itemsFile", FaultKind.Invalid, args);

    private static Fault Here(Fault fault) => fault with { Field = "itemsFile" };

    private sealed record ItemRow(int Number, string Name, string Note, string Need, string Resource);
}
