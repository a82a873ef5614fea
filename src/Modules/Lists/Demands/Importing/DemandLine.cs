using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>A row of a workbook of demands, its cells understood.</summary>
internal sealed class DemandLine
{
    private readonly ColumnMapping _mapping;
    private readonly string?[] _cells;

    private DemandLine(SheetRow row, string?[] cells, ColumnMapping mapping) => (Row, _cells, _mapping) = (row, cells, mapping);

    public SheetRow Row { get; }

    /// <summary>Key → text in the one spelling.</summary>
    public Dictionary<string, string> Values { get; } = [];

    public List<CellFault> Faults { get; } = [];

    /// <summary>It cannot be taken.</summary>
    public bool Wrong => Faults.Exists(f => f.Severity == CellSeverity.Error);

    public string this[string key] => Values.GetValueOrDefault(key, "");

    /// <summary>Understands a row.</summary>
    public static DemandLine Read(SheetRow row, string?[] cells, ColumnMapping mapping, ImportColumns columns)
    {
        var line = new DemandLine(row, cells, mapping);
        foreach (var column in columns.Declared)
        {
            if (mapping[column.Key] is not { } at) continue;
            var reading = ReadCell.Of(column.Element, cells[at]);
            if (reading.Wrong is { } wrong) line.Say(column.Key, new Fault("lists.demand.import.cell", wrong.Text, null, FaultKind.Invalid, [.. wrong.Args]));
            if (reading.Value.Length > 0) line.Values[column.Key] = reading.Value;
        }
        foreach (var key in (string[])[ImportColumns.ItemNote, ImportColumns.ItemNeed])
            if (mapping[key] is { } at && cells[at]?.Trim() is { Length: > 0 } text) line.Values[key] = text;
        line.Faults.AddRange(CellFault.Noticed(row, cells, mapping));
        return line;
    }

    /// <summary>Rows by demand: those of one name belong together, a row without a name is one more item of the row above.</summary>
    public static List<List<DemandLine>> Groups(IEnumerable<DemandLine> lines)
    {
        var groups = new List<List<DemandLine>>();
        foreach (var line in lines)
            if (groups.Find(g => line["name"] == g[0]["name"]) is { } same) same.Add(line);
            else if (line["name"].Length == 0 && groups.Count > 0) groups[^1].Add(line);
            else groups.Add([line]);
        return groups;
    }

    /// <summary>The items that the row wants; with the code of a catalogue row those of that row, all of it when none is named.</summary>
    public IEnumerable<DemandItemInput> Items(IReadOnlyDictionary<string, PublishedResource> codes)
    {
        var names = ValueDomain.Split(this["items"]);
        var required = this[ImportColumns.ItemNeed] is not ("可选" or "否");
        if (this["resource"].Length == 0) return names.Select(n => new DemandItemInput(0, 0, n, this[ImportColumns.ItemNote], required));
        if (codes.GetValueOrDefault(this["resource"]) is not { } resource)
        {
            Say("resource", new Fault("lists.demand.import.resource", "目录代码“{0}”不在发布的目录中，请核对。", null, FaultKind.Invalid, this["resource"]));
            return [];
        }
        if (names.Count == 0) return [new DemandItemInput(resource.Id, 0, resource.Name, "", required)];
        var found = names.Select(n => (Name: n, Item: resource.Items.FirstOrDefault(i => NameKey.Of(i.Name) == NameKey.Of(n)))).ToList();
        foreach (var (name, _) in found.Where(f => f.Item is null)) Say("items", new Fault("lists.demand.import.item", "目录“{0}”里没有数据项“{1}”，请按目录里的名称填写。", null, FaultKind.Invalid, resource.Name, name));
        return [.. found.Where(f => f.Item is not null).Select(f => new DemandItemInput(resource.Id, f.Item!.Id, f.Item.Name, this[ImportColumns.ItemNote], required))];
    }

    /// <summary>Says of a cell that it is wrong; of the whole row where no column is mapped to the field.</summary>
    public void Say(string key, Fault fault) => Faults.Add(CellFault.Of(Row, _cells, _mapping, key, fault));
}
