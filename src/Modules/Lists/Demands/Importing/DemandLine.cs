using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
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
    // What a row says of its items and not of the demand.
    private static readonly string[] OfItem = ["name", "resource", "items", ImportColumns.ItemNote, ImportColumns.ItemNeed];

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

    /// <summary>
    /// Rows by demand: those of one name belong together. A row without a name is one more item of the row above, unless it says something else of the demand: then its name was forgotten.
    /// </summary>
    public static List<List<DemandLine>> Groups(IEnumerable<DemandLine> lines, UnitTree units)
    {
        var groups = new List<List<DemandLine>>();
        List<DemandLine>? above = null;
        foreach (var line in lines)
        {
            var own = line["name"].Length > 0 ? groups.Find(g => line["name"] == g[0]["name"]) : above is not null && !line.Departs(above[0], units).Any() ? above : null;
            if (own is null) groups.Add(own = []);
            else line.Agree(own, units);
            own.Add(line);
            above = own;
        }
        return groups;
    }

    /// <summary>The columns of the demand itself in which the row says something else than another; a column that it leaves empty says nothing.</summary>
    private IEnumerable<string> Departs(DemandLine from, UnitTree units) =>
        Values.Keys.Except(OfItem).Where(k => this[k] != from[k] && (k != "provider" || units.Resolve(this[k]) is not { } unit || unit != units.Resolve(from[k])));

    // What is said of a demand in any of its rows stands in the first; a row that contradicts it is told so.
    private void Agree(List<DemandLine> earlier, UnitTree units)
    {
        var head = earlier[0];
        foreach (var key in Departs(head, units))
            if (head[key].Length == 0) head.Values[key] = this[key];
            else Say(key, new Fault("lists.demand.import.differs", "这里写“{0}”，第 {1} 行同名的需求写“{2}”。同一件需求请写成一样，或者留空；另一件需求请用另一个名称。", null, FaultKind.Invalid, this[key], $"{earlier.First(l => l[key] == head[key]).Row.Number}", head[key]));
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
