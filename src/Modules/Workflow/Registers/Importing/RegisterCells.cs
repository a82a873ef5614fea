using System.Globalization;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.CellFaults;
using Qingdan.Platform.Sheets.Mapping;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Workflow.Registers.Importing;

/// <summary>A row of a workbook, its cells understood.</summary>
internal sealed class RegisterCells(SheetRow row, string?[] cells, ColumnMapping mapping)
{
    private readonly Dictionary<string, string> _values = [];

    public SheetRow Row => row;
    public List<CellFault> Faults { get; } = [];

    /// <summary>The unit that its name stands for; 0 while nobody found it.</summary>
    public long Unit { get; set; }

    /// <summary>It cannot be taken.</summary>
    public bool Wrong => Faults.Exists(f => f.Severity == CellSeverity.Error);

    public string this[string key] => _values.GetValueOrDefault(key, "");

    /// <summary>Understands a row.</summary>
    public static RegisterCells Read(SheetRow row, string?[] cells, ColumnMapping mapping, RegisterShape shape)
    {
        var line = new RegisterCells(row, cells, mapping);
        if (mapping[RegisterDraft.Code] is { } code) line._values[RegisterDraft.Code] = cells[code]?.Trim() ?? "";
        foreach (var field in shape.Fields)
        {
            if (mapping[field.Name] is not { } at) continue;
            var reading = ReadCell.Of(RegisterColumns.Element(field), cells[at]);
            if (reading.Wrong is { } wrong) line.Say(field.Name, new Fault("workflow.register.import.cell", wrong.Text, null, FaultKind.Invalid, [.. wrong.Args]));
            line._values[field.Name] = field.Shape == FieldShape.Choice ? field.Choices.FirstOrDefault(c => c.Value == reading.Value).Key ?? reading.Value : reading.Value;
        }
        line.Faults.AddRange(CellFault.Noticed(row, cells, mapping));
        return line;
    }

    /// <summary>What the row says, over what is stored: a column that is not there changes nothing.</summary>
    public Dictionary<string, string> Over(IReadOnlyDictionary<string, string> stored)
    {
        var values = stored.ToDictionary();
        foreach (var (key, value) in _values.Where(v => v.Key != RegisterDraft.Code)) values[key] = value;
        if (_values.ContainsKey("unit")) values["unit"] = Unit == 0 ? "" : Unit.ToString(CultureInfo.InvariantCulture);
        return values;
    }

    /// <summary>Says of a cell that it is wrong.</summary>
    public void Say(string key, Fault fault) => Faults.Add(CellFault.Of(row, cells, mapping, key, fault));
}
